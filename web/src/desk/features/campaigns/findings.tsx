import { Link } from '@tanstack/react-router';
import type { Input } from '@wufang/api-client';
import { Checkbox, Form, Select } from 'antd';
import { Command } from '../../components/command.js';
import { Words } from '../../components/fields.js';
import { Mark } from '../../components/mark.js';
import { PhotoLinks } from '../../components/opened-file.js';
import { Part } from '../../components/part.js';
import { call } from '../../lib/client.js';
import { clockText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useEstateName, useMatters, useUnitName } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';
import { campaignKeys, findingTone, type Campaign, type Finding } from './api.js';
import { StepField } from './step-field.js';

/** What was found, the newest first: what was done about each, and what became of those that are demands now. */
export function Findings({ campaign }: { campaign: Campaign }) {
  const say = useWords();
  return (
    <Part id="findings" title={say('查到的问题', 'Findings')}>
      {campaign.findings.length === 0 ? (
        <p className="quiet">{say('还没有登记问题。', 'Nothing entered so far.')}</p>
      ) : (
        <ul className="decisions">
          {campaign.findings.map((finding) => (
            <li key={finding.id}>
              <One campaign={campaign} finding={finding} />
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

function One({ campaign: { id, kind, state: campaignState }, finding }: { campaign: Campaign; finding: Finding }) {
  const say = useWords();
  const unitName = useUnitName();
  const estateName = useEstateName();
  const { id: findingId, state, place, item, note, photoIds, steps, order, foundAt, unitId } = finding;
  const where = `${place.estateId === null ? unitName(place.communityId) : estateName(place.estateId)}${place.point ?? ''}`;
  return (
    <>
      <Mark tone={findingTone[state]}>{labels.findingState[state]}</Mark>
      <b>{item}</b> {where}
      <div className="as-written">{note}</div>
      <div className="quiet">
        {clockText(foundAt)} {unitId !== null && unitName(unitId)}
      </div>
      <PhotoLinks
        ids={photoIds}
        fetch={(photoId, signal) => call('dispatch.campaign-finding.get-photo', { id, findingId, photoId }, { signal })}
      />
      {steps.map(({ step, note: done, at }) => (
        <div key={at}>
          {clockText(at)} {step !== null && <b>{labels.enforcementStep[step]}</b>} {done}
        </div>
      ))}
      {state === 'DEMANDED' &&
        (order === null ? (
          <div className="quiet">{say('已交诉求中心，等待派单', 'With the demand centre')}</div>
        ) : (
          <div>
            <Link to="/about/$id" params={{ id: order.id }}>
              {order.no}
            </Link>{' '}
            <Mark>{labels.workOrderState[order.state]}</Mark>
          </div>
        ))}
      {state === 'OPEN' && campaignState === 'OPEN' && <Acts id={id} kind={kind} finding={finding} about={`${item} ${where}`} />}
    </>
  );
}

interface Noted {
  note: string;
  step?: NonNullable<Input<'dispatch.campaign-finding.note'>['step']>;
  isSettled?: boolean;
}

function Acts({ id, kind, finding, about }: { id: string; kind: Campaign['kind']; finding: Finding; about: string }) {
  const say = useWords();
  const matters = useMatters();
  const on = { id, findingId: finding.id };
  const paths = new Map(matters.map(({ category }) => [category.join(' / '), category]));
  return (
    <div className="acts">
      <Command
        operation="dispatch.campaign-finding.note"
        title={say('登记处置', 'What was done')}
        about={about}
        refreshes={campaignKeys}
        input={({ isSettled = false, ...filled }: Noted) => ({ ...on, ...filled, isSettled })}
      >
        {kind === 'JOINT_OPERATION' && <StepField />}
        <Words name="note" label={say('做了什么', 'What')} min={2} max={500} rows={2} />
        <Form.Item name="isSettled" valuePropName="checked">
          <Checkbox>{say('已整改', 'Put right')}</Checkbox>
        </Form.Item>
      </Command>
      <Command
        operation="dispatch.campaign-finding.demand"
        title={say('转为诉求', 'Make it a demand')}
        about={about}
        refreshes={campaignKeys}
        note={say(
          '经诉求中心派单办理，一个问题只转一次；不选分类的由诉求中心研判。',
          'Handled as a demand; without a category the desk judges.',
        )}
        initial={{ publicText: finding.note }}
        input={({ publicText, category }: { publicText: string; category?: string }) => ({
          ...on,
          publicText,
          ...(category !== undefined && { category: paths.get(category) as [string, string, string] }),
        })}
      >
        <Words name="publicText" label={say('写给承办单位的话（请勿写姓名、电话）', 'Words for the unit')} min={5} max={1000} rows={3} />
        <Form.Item name="category" label={say('问题分类（可不选）', 'Category (optional)')}>
          <Select allowClear showSearch options={[...paths.keys()].map((value) => ({ value, label: value }))} />
        </Form.Item>
      </Command>
    </div>
  );
}
