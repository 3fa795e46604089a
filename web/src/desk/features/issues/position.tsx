import { Form, Typography } from 'antd';
import type { Output } from '@wufang/api-client';
import { labels } from '../../lib/labels.js';
import { useWords } from '../../lib/words.js';
import { Command } from '../../components/command.js';
import { refreshedBy, type Issue, type Round, type SeatKind } from './api.js';
import { choicesOf, OneOf, seatChoices, Words } from '../../components/fields.js';
import { Files } from './files.js';

const spoken = ['AGREE', 'AGREE_WITH_CONDITION', 'DISAGREE', 'ABSTAIN'] as const;
interface Said {
  position: (typeof spoken)[number];
  condition?: string;
  reason?: string;
}
interface Recorded extends Said {
  seat: SeatKind;
  as: 'REPRESENTATIVE' | 'DEPUTY';
  medium: 'PAPER' | 'PHONE';
  evidence: string;
  fileIds?: string[];
}

/** What a side thinks: its position, and where it is no plain yes, why and under which condition. */
function PositionFields({ label }: { label: string }) {
  const say = useWords();
  return (
    <>
      <OneOf name="position" label={label} choices={choicesOf(labels.position, spoken)} />
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) => {
          const position = getFieldValue('position') as Said['position'] | undefined;
          return (
            <>
              {position === 'AGREE_WITH_CONDITION' && <Words name="condition" label={say('条件', 'Condition')} rows={2} />}
              {position !== undefined && position !== 'AGREE' && <Words name="reason" label={say('理由', 'Reason')} rows={2} />}
            </>
          );
        }}
      </Form.Item>
    </>
  );
}

const said = ({ position, condition, reason }: Said) => ({
  position,
  ...(condition !== undefined && { condition }),
  ...(reason !== undefined && { reason }),
});

/** For one's own seat. */
export function TakePosition({ issue, round }: { issue: Issue; round: Round }) {
  const say = useWords();
  return (
    <Command
      operation="deliberation.position.take"
      refreshes={refreshedBy(issue)}
      title={say('表态', 'Take a position')}
      isPrimary
      input={(values: Said) => ({ id: issue.id, roundId: round.id, ...said(values) })}
      answer={(taken) => <Receipt taken={taken} />}
    >
      <PositionFields label={say('本方表态（结束前最后一次为准）', 'Your position (the last one before the close counts)')} />
    </Command>
  );
}

/** By the chair, for a seat that said it on paper or by phone, with what proves it (书面、电话表态). */
export function RecordPosition({ issue, round }: { issue: Issue; round: Round }) {
  const say = useWords();
  return (
    <Command
      operation="deliberation.position.record"
      refreshes={refreshedBy(issue)}
      title={say('录入书面或电话表态', 'Record a position by paper or phone')}
      initial={{ as: 'REPRESENTATIVE' as const, medium: 'PAPER' as const }}
      input={({ seat, as, medium, evidence, fileIds = [], ...rest }: Recorded) => ({
        ...{ id: issue.id, roundId: round.id, seat, as, medium, evidence, fileIds },
        ...said(rest),
      })}
      answer={(taken) => <Receipt taken={taken} />}
    >
      <OneOf
        name="seat"
        label={say('哪一方', 'Which party')}
        choices={seatChoices(issue.seats.filter(({ state }) => state !== 'VACANT').map(({ kind }) => kind))}
      />
      <OneOf name="as" label={say('由谁表态', 'Who said so')} choices={choicesOf(labels.seatRole)} />
      <OneOf name="medium" label={say('方式', 'How')} choices={choicesOf(labels.positionMedium, ['PAPER', 'PHONE'])} />
      <Words name="evidence" label={say('凭证：书面原件编号或通话录音编号', 'Proof: number of the paper or of the recording')} max={200} />
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) =>
          getFieldValue('medium') === 'PAPER' && (
            <Files issueId={issue.id} name="fileIds" label={say('书面原件的扫描件或照片', 'Scan or photo of the paper')} />
          )
        }
      </Form.Item>
      <PositionFields label={say('表态', 'Position')} />
    </Command>
  );
}

function Receipt({ taken }: { taken: Output<'deliberation.position.take'> }) {
  const say = useWords();
  return (
    <>
      {say('已记下。请抄下回执和随机数，只显示这一次：', 'Taken down. Note the receipt and the number, shown this once:')}
      <br />
      <Typography.Text style={{ wordBreak: 'break-all' }}>
        {taken.receipt}
        <br />
        {taken.nonce}
      </Typography.Text>
    </>
  );
}
