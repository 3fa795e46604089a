import type { Input } from '@wufang/api-client';
import { Checkbox, Form, Select } from 'antd';
import { useState } from 'react';
import { Command } from '../../components/command.js';
import { Words } from '../../components/fields.js';
import { PhotosField } from '../../components/files-field.js';
import { PlaceFields } from '../../components/place-fields.js';
import { call } from '../../lib/client.js';
import { useWords } from '../../lib/words.js';
import { campaignKeys, type Campaign } from './api.js';
import { StepField } from './step-field.js';

interface Filled {
  communityId: string;
  estateId?: string;
  point?: string;
  item: string;
  note: string;
  photoIds?: string[];
  step?: NonNullable<Input<'dispatch.campaign-finding.record'>['step']>;
  isSettled?: boolean;
}

/** Entering what was found, as it is done standing there with a phone: which item, where, what it looks like, photos, what was done on the spot. */
export function RecordFinding({ campaign: { id, items, kind, places } }: { campaign: Campaign }) {
  const say = useWords();
  // Chosen before anything is sent: the photos are kept under it.
  const [findingId, setFindingId] = useState<string>(() => crypto.randomUUID());
  const [only] = places;
  const initial = {
    ...(items.length === 1 && { item: items[0]! }),
    ...(places.length === 1 && only?.communityId && { communityId: only.communityId }),
    ...(places.length === 1 && only?.estateId && { estateId: only.estateId }),
  };
  return (
    <Command
      operation="dispatch.campaign-finding.record"
      title={say('登记问题', 'Enter a finding')}
      isPrimary
      refreshes={campaignKeys}
      initial={initial}
      onDone={() => setFindingId(crypto.randomUUID())}
      input={({ communityId, estateId, point, photoIds = [], isSettled = false, ...filled }: Filled) => ({
        ...{ id, findingId, ...filled, photoIds, isSettled },
        place: { communityId, estateId: estateId ?? null, buildingId: null, point: point?.trim() || null },
      })}
    >
      <Form.Item name="item" label={say('清单上的哪一项', 'Item')} rules={[{ required: true, message: say('请选择', 'Choose') }]}>
        <Select options={items.map((value) => ({ value, label: value }))} />
      </Form.Item>
      <PlaceFields />
      <Words name="note" label={say('情况（请勿写姓名、电话）', 'What it is (no names, no phones)')} min={2} max={500} rows={2} />
      <PhotosField
        name="photoIds"
        label={say('照片（可不拍）', 'Photos (optional)')}
        isOptional
        keep={async (file, fileName) => (await call('dispatch.campaign-finding.add-photo', { id, findingId, file, fileName })).id}
      />
      {kind === 'JOINT_OPERATION' && <StepField />}
      <Form.Item name="isSettled" valuePropName="checked">
        <Checkbox>{say('当场已整改', 'Put right on the spot')}</Checkbox>
      </Form.Item>
    </Command>
  );
}
