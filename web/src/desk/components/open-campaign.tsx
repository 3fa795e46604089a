import type { Input } from '@wufang/api-client';
import { Form } from 'antd';
import { todayOf } from '../lib/format.js';
import { labels } from '../lib/labels.js';
import { useNow } from '../lib/now.js';
import { useWords } from '../lib/words.js';
import { Command } from './command.js';
import { ChoiceField, UnitField, UnitsField, When, Words } from './fields.js';
import { CommunitiesField } from './place-fields.js';

type Opening = Input<'dispatch.campaign.open'>;
type Kind = Opening['kind'];

interface Filled {
  kind: Kind;
  title: string;
  leadUnitId: string;
  unitIds?: string[];
  communityIds?: string[];
  endOn: string;
  plan?: string;
  items?: string;
}

interface Props {
  title: string;
  about?: string;
  /** What it is made of, where it starts from something. */
  from?: Partial<Pick<Opening, 'clusterId' | 'orderIds' | 'places'>>;
  initial?: Partial<Filled>;
  onDone: (id: string) => void;
}

/** Opening a campaign (专项行动): which kind, who takes part, where, until when. What is looked at is the list in force, unless one is written here. */
export function OpenCampaign({ title, about, from = {}, initial, onDone }: Props) {
  const say = useWords();
  const today = todayOf(useNow(60_000));
  return (
    <Command
      operation="dispatch.campaign.open"
      title={title}
      {...(about !== undefined && { about })}
      isPrimary={about === undefined}
      refreshes={[['campaigns']]}
      initial={{ kind: 'INSPECTION', endOn: today, ...initial }}
      onDone={({ id }) => onDone(id)}
      input={({ communityIds = [], unitIds = [], items, plan, ...filled }: Filled, id) => ({
        ...{ id, ...filled, unitIds, ...(plan?.trim() && { plan }) },
        ...(items?.trim() && { items: itemsOf(items) }),
        ...{ places: communityIds.map((communityId) => ({ communityId, estateId: null, buildingId: null, point: null })) },
        ...from,
      })}
    >
      {from.clusterId === undefined ? (
        <ChoiceField name="kind" label={say('哪一种', 'Kind')} words={labels.campaignKind} />
      ) : (
        <Form.Item name="kind" hidden>
          <input type="hidden" />
        </Form.Item>
      )}
      <Words name="title" label={say('名称', 'Title')} min={4} max={80} />
      <UnitField name="leadUnitId" label={say('牵头单位', 'Lead unit')} />
      <UnitsField name="unitIds" label={say('参加的单位', 'Units that take part')} isOptional />
      {from.places === undefined && <CommunitiesField label={say('哪些社区（不选就是全街道）', 'Communities (none: the whole street)')} />}
      <When name="endOn" label={say('到哪天结束', 'Last day')} />
      <Words name="plan" label={say('方案（可不填）', 'Plan (optional)')} isOptional rows={3} max={2000} />
      <Words
        name="items"
        label={say('检查清单（每行一项，不写就用现行的）', 'Checklist (one item a line; empty: the list in force)')}
        isOptional
        rows={4}
        max={2000}
      />
    </Command>
  );
}

/** The lines of a text that say something. */
const itemsOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.length >= 2);
