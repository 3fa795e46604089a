import { Checkbox, Form } from 'antd';
import { Area, ChoiceField, Figure, When, Words } from '../../components/fields.js';
import { FilesField } from '../../components/files-field.js';
import { call } from '../../lib/client.js';
import { fenOf } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useWords } from '../../lib/words.js';
import type { FirstStep, LaterStep } from './api.js';

export type StepKind = (FirstStep | LaterStep)['kind'];

/** What a form of any step holds, as people write it. */
export interface FilledStep {
  on: string;
  document: string;
  files?: string[];
  members?: string;
  ownerReps?: string;
  until?: string;
  body?: string;
  beganOn?: string;
  delivered?: string;
  total?: string;
  owners?: string;
  applicants?: string;
  applicantsArea?: string;
  byDeveloper?: boolean;
  isChairedByCommunity?: boolean;
  isMet?: boolean;
  isRenewed?: boolean;
  assemblyOn?: string;
  noticedOn?: string;
}

const withMembers: readonly StepKind[] = ['ELECT', 'FORM', 'ENTER', 'PREPARE', 'CHANGE'];
const withReps: readonly StepKind[] = ['FORM', 'ENTER', 'PREPARE', 'CHANGE'];
const withUntil: readonly StepKind[] = ['ELECT', 'FORM', 'ENTER', 'SIGN', 'START_SERVICE'];

/** A step as it is sent, of what its form holds. */
export function stepOf<S extends FirstStep | LaterStep>(kind: S['kind'], filled: FilledStep): S {
  const { on, document, files } = filled;
  const area = (text = '') => Number(fenOf(text));
  return {
    ...{ kind, on, document, fileId: files?.[0] ?? null },
    ...(withMembers.includes(kind) && { members: Number(filled.members) }),
    ...(withReps.includes(kind) && { ownerReps: Number(filled.ownerReps) }),
    ...(withUntil.includes(kind) && { until: filled.until }),
    ...(kind === 'APPLY' && {
      ...{ deliveredHundredths: area(filled.delivered), totalHundredths: area(filled.total), owners: Number(filled.owners) },
      ...{ applicants: Number(filled.applicants), applicantsHundredths: area(filled.applicantsArea) },
      byDeveloper: filled.byDeveloper ?? false,
    }),
    ...(kind === 'FORM' && { isChairedByCommunity: filled.isChairedByCommunity ?? false }),
    ...(kind === 'ENTER' && { body: filled.body, beganOn: filled.beganOn }),
    ...(kind === 'CHECK' && { isMet: filled.isMet ?? false }),
    ...(kind === 'POST_MATERIALS' && { assemblyOn: filled.assemblyOn }),
    ...((kind === 'DECIDE' || kind === 'END') && { isRenewed: filled.isRenewed ?? false }),
    ...(kind === 'END' && { noticedOn: filled.noticedOn || null }),
  } as S;
}

/** The fields of a step: its own, then the day, the paper and its scan, which is kept under the term. */
export function StepFields({ kind, termId, isContract = false }: { kind: StepKind; termId: string; isContract?: boolean }) {
  const say = useWords();
  return (
    <>
      <OwnFields kind={kind} isContract={isContract} />
      <When name="on" label={say('哪一天', 'On which day')} />
      <Words name="document" label={say('文件名称、文号（请勿写姓名电话）', 'Paper (no names, no phones)')} min={2} max={200} />
      <FilesField
        name="files"
        isOptional
        most={1}
        label={say('扫描件（可不附）', 'Scan (optional)')}
        keep={async (file, fileName) => (await call('deliberation.estate-term.add-file', { id: termId, fileName, file })).id}
      />
    </>
  );
}

function OwnFields({ kind, isContract }: { kind: StepKind; isContract: boolean }) {
  const say = useWords();
  const bodies = ['OWNERS_COMMITTEE', 'PROPERTY_MGMT_COMMITTEE'] as const;
  return (
    <>
      {kind === 'APPLY' && (
        <>
          <Area name="delivered" label={say('已交付的建筑面积', 'Area handed over')} />
          <Area name="total" label={say('建筑总面积', 'Whole area')} />
          <Figure name="owners" label={say('业主总人数', 'Owners')} min={1} />
          <Figure name="applicants" label={say('提出申请的业主人数', 'Owners who apply')} />
          <Area name="applicantsArea" label={say('提出申请的业主专有面积', 'Their area')} />
          <Tick name="byDeveloper" label={say('由建设单位提出', 'Applied for by the developer')} />
        </>
      )}
      {kind === 'ENTER' && <ChoiceField name="body" label={say('哪种组织', 'Which body')} words={labels.estateTermKind} only={bodies} />}
      {kind === 'ENTER' && <When name="beganOn" label={say('任期开始日', 'Term began')} />}
      {withMembers.includes(kind) && <Figure name="members" label={say('人数', 'Members')} min={1} max={999} />}
      {withReps.includes(kind) && (
        <Figure name="ownerReps" label={say('其中业主代表', 'Of them owners’ representatives')} min={1} max={999} />
      )}
      {withUntil.includes(kind) && <When name="until" label={say('届满日', 'Until')} />}
      {kind === 'FORM' && <Tick name="isChairedByCommunity" label={say('主任由居委会代表担任', 'Chaired by the residents’ committee')} />}
      {kind === 'CHECK' && <Tick name="isMet" label={say('符合成立条件', 'The conditions are met')} />}
      {kind === 'POST_MATERIALS' && <When name="assemblyOn" label={say('首次会议定在哪一天', 'Day of the first assembly')} />}
      {(kind === 'DECIDE' || (kind === 'END' && isContract)) && (
        <Tick name="isRenewed" label={say('续聘原物业', 'The same firm goes on')} />
      )}
      {kind === 'END' && isContract && (
        <When name="noticedOn" isOptional label={say('届满后继续履行的，哪天通知解除', 'If it had gone on by itself: notice given on')} />
      )}
    </>
  );
}

function Tick({ name, label }: { name: string; label: string }) {
  return (
    <Form.Item name={name} valuePropName="checked">
      <Checkbox>{label}</Checkbox>
    </Form.Item>
  );
}
