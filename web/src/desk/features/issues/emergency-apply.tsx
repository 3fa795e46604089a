import { Checkbox, Form } from 'antd';
import type { Input as Sent } from '@wufang/api-client';
import { Command } from '../../components/command.js';
import { Area, choicesOf, Figure, OneOf, Words, Yuan } from '../../components/fields.js';
import { fenOf } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useWords } from '../../lib/words.js';
import { Files } from './files.js';
import { refreshedBy, type Issue } from './api.js';

type Filed = Sent<'deliberation.emergency.file'>;

interface Applied {
  case: Filed['case'];
  custodian: Filed['custodian'];
  estimate: string;
  documents: string;
  fileIds: string[];
  loose?: string;
  side?: string;
  fireDemand?: string;
  years?: string;
  isOldStandard?: boolean;
  failedKeyItems?: string;
  reason?: string;
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What shows that it is one of the cases, as the form holds it. */
function evidenceOf(said: Applied): Filed['evidence'] {
  return {
    documents: linesOf(said.documents),
    fileIds: said.fileIds,
    ...(said.case === 'FACADE_FALLING' && {
      facade: { looseHundredths: Number(fenOf(said.loose ?? '')), sideHundredths: Number(fenOf(said.side ?? '')) },
    }),
    ...(said.case === 'FIRE_SYSTEM' && { fireDemand: said.fireDemand! }),
    ...(said.case === 'OLD_LIFT' && {
      lift: {
        ...(said.years && { years: Number(said.years) }),
        isOldStandard: said.isOldStandard ?? false,
        ...(said.failedKeyItems && { failedKeyItems: Number(said.failedKeyItems) }),
      },
    }),
  };
}

/** The application for an emergency use (应急使用申请): which case, who keeps the money, and what shows that it is one. */
export function ApplyForUse({ issue }: { issue: Issue }) {
  const say = useWords();
  return (
    <Command
      operation="deliberation.emergency.file"
      refreshes={refreshedBy(issue)}
      title={say('申请应急使用', 'Apply')}
      isPrimary={issue.state === 'AGREED'}
      note={say(
        '市资金中心保管的由物业申请，已划转业主大会的由业主组织申请（不履职的由物业），产权单位保管的由产权单位申请；没有物业的由社区、街道组织。代为申请的写明理由。',
        'Who may apply depends on who keeps the money; firm or owners’ body in another’s place say why; community and street only where there is no firm.',
      )}
      initial={{ case: 'ROOF_LEAK' } as Partial<Applied>}
      input={(said: Applied, id) => ({
        ...{ id, issueId: issue.id, case: said.case, custodian: said.custodian, estimateFen: fenOf(said.estimate)! },
        evidence: evidenceOf(said),
        ...(said.reason && { reason: said.reason }),
      })}
    >
      <OneOf name="case" label={say('哪种情形', 'Which case')} choices={choicesOf(labels.emergencyCase)} />
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) => <CaseFields what={getFieldValue('case') as Filed['case']} />}
      </Form.Item>
      <OneOf
        name="custodian"
        label={say('维修资金由谁保管（以小区登记为准）', 'Who keeps the money, as registered')}
        choices={choicesOf(labels.fundCustodian)}
      />
      <Yuan name="estimate" label={say('预计金额', 'Estimate')} />
      <Words name="documents" rows={3} label={say('证明材料说明（现场照片、检测报告等，每行一项）', 'Evidence, one a line')} />
      <Files name="fileIds" issueId={issue.id} most={20} label={say('照片和报告（至少一件）', 'Photos and reports (at least one)')} />
      <Words
        name="reason"
        isOptional
        rows={2}
        label={say('由本方代为申请的理由（应由他方申请时填）', 'Why you apply in another’s place (if so)')}
      />
    </Command>
  );
}

/** What some cases ask for beyond a photo or a report. */
function CaseFields({ what }: { what: Filed['case'] }) {
  const say = useWords();
  if (what === 'FACADE_FALLING')
    return (
      <div className="pair">
        <Area name="loose" label={say('有脱落危险的面积', 'Loose area')} />
        <Area name="side" label={say('该侧外立面面积', 'Area of that side')} />
      </div>
    );
  if (what === 'FIRE_SYSTEM')
    return <Words name="fireDemand" label={say('消防部门要求维修的文书', 'The fire authority’s demand')} max={200} />;
  if (what === 'OLD_LIFT')
    return (
      <>
        <Figure name="years" isOptional max={100} label={say('已使用年数', 'Years in use')} />
        <Form.Item name="isOldStandard" valuePropName="checked">
          <Checkbox>{say('按 GB 7588—1995 或更早标准制造', 'Made by GB 7588—1995 or older')}</Checkbox>
        </Form.Item>
        <Figure name="failedKeyItems" isOptional max={100} label={say('检验不合格的重点项数', 'Key items that failed')} />
      </>
    );
  return null;
}
