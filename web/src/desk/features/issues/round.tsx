import { Alert, Button, Card, Form, Input, Radio, Space, Typography } from 'antd';
import { labels } from '@wufang/contracts/labels';
import { useState } from 'react';
import { Mark } from '../../components/mark.js';
import { Answered, Trouble } from '../../components/states.js';
import { clockText, untilText, yuanText } from '../../lib/format.js';
import { useUnitName } from '../../lib/names.js';
import { useNow } from '../../lib/now.js';
import { colours } from '../../lib/theme.js';
import { useWords } from '../../lib/words.js';
import { useLiveRound, useOwnSeats, useStep, type Issue, type Round } from './api.js';

type Spoken = 'AGREE' | 'AGREE_WITH_CONDITION' | 'DISAGREE' | 'ABSTAIN';
const spoken: readonly Spoken[] = ['AGREE', 'AGREE_WITH_CONDITION', 'DISAGREE', 'ABSTAIN'];

/** The five seats as they sit: who holds each, whether it is here, what it said. */
export function Seats({ issue, round }: { issue: Issue; round: Round | null }) {
  const say = useWords();
  const unitName = useUnitName();
  return (
    <ul className="seats" aria-label={say('五方席位', 'The five seats')}>
      {issue.seats.map((seat) => {
        const here = round?.attendance.some((one) => one.seat === seat.kind);
        const said = round?.positions.find((one) => one.seat === seat.kind);
        const pays = issue.payers.find((one) => one.seat === seat.kind);
        return (
          <li key={seat.kind} className={`seat seat-${seat.kind} ${here ? 'seat-here' : ''}`}>
            <b>{labels.seatKind[seat.kind]}</b>
            <div>{seat.unitId === null ? labels.seatState[seat.state] : unitName(seat.unitId)}</div>
            {!seat.isBinding && seat.state !== 'VACANT' && <div>{say('意见仅供参考', 'binds nobody')}</div>}
            {seat.steppedBack.length > 0 && <div>{say('有人回避', 'somebody has stepped back')}</div>}
            {pays && <div>{pays.amountFen === null ? say('可能出资', 'may pay') : yuanText(pays.amountFen)}</div>}
            {round && (
              <div>
                <Mark tone={here ? 'good' : 'plain'}>{here ? say('已到会', 'here') : say('未到会', 'not here')}</Mark>
                {said && <Mark>{labels.position[said.position]}</Mark>}
              </div>
            )}
            {said?.condition && (
              <div>
                {say('条件', 'Condition')}：{said.condition}
              </div>
            )}
            {said?.reason && (
              <div>
                {say('理由', 'Reason')}：{said.reason}
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** The round that is called or held, anew every two seconds. */
export function RoundCard({ issue, roundId }: { issue: Issue; roundId: string }) {
  const say = useWords();
  const live = useLiveRound(roundId);
  return (
    <Card size="small" title={say(`会商 第 ${issue.roundNo} 轮`, `Round ${issue.roundNo}`)}>
      <Answered query={live}>
        {(round) => (
          <Space direction="vertical" style={{ width: '100%' }}>
            <Notice round={round} />
            <Seats issue={issue} round={round} />
            <Quorum round={round} />
            <Speak issue={issue} round={round} />
            <Minutes round={round} />
          </Space>
        )}
      </Answered>
    </Card>
  );
}

function Notice({ round }: { round: Round }) {
  const say = useWords();
  const now = useNow(30_000);
  return (
    <div>
      <Mark>{labels.roundState[round.state]}</Mark>
      {clockText(round.startsAt)}
      {round.state === 'NOTICED' && `（${untilText(round.startsAt, now)}）`}
      {round.noticeNo > 1 && say('，第二次通知', ', second notice')}
      {round.outcome && <Mark>{labels.roundOutcome[round.outcome]}</Mark>}
      <ol aria-label={say('议程', 'Agenda')}>
        {round.agenda.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </div>
  );
}

function Quorum({ round }: { round: Round }) {
  const say = useWords();
  const { quorum } = round;
  if (round.state !== 'NOTICED' && round.state !== 'OPEN') return null;
  return (
    <Alert
      type={quorum.isMet ? 'success' : 'info'}
      showIcon
      message={say(
        `到会 ${quorum.present} 方，须到会 ${quorum.needed ?? '—'} 方`,
        `${quorum.present} here, ${quorum.needed ?? '—'} needed`,
      )}
      description={
        quorum.isMet ? undefined : quorum.missing.map((seat) => `${labels.seatKind[seat]}${say('须到会', ' has to come')}`).join('；')
      }
    />
  );
}

/** What one may do in the round for one's own seat: come in, say what one's side thinks; the chair opens and closes. */
function Speak({ issue, round }: { issue: Issue; round: Round }) {
  const say = useWords();
  const own = useOwnSeats(issue);
  const at = { id: issue.id, roundId: round.id };
  const checkIn = useStep('deliberation.round.check-in', issue.id);
  const open = useStep('deliberation.round.open', issue.id);
  const close = useStep('deliberation.round.close', issue.id);
  const isChair = own.some(({ kind }) => kind === 'COMMUNITY');
  const isHere = own.some(({ kind }) => round.attendance.some(({ seat }) => seat === kind));
  if (own.length === 0 || (round.state !== 'NOTICED' && round.state !== 'OPEN')) return null;
  const failed = [checkIn, open, close].find(({ isError }) => isError);
  return (
    <div className="no-print">
      <Space wrap>
        {!isHere && (
          <Button type="primary" loading={checkIn.isPending} onClick={() => checkIn.mutate(at)}>
            {say('到会签到', 'Check in')}
          </Button>
        )}
        {isChair && round.state === 'NOTICED' && (
          <Button loading={open.isPending} onClick={() => open.mutate(at)}>
            {say('宣布开会', 'Open the round')}
          </Button>
        )}
        {isChair && round.state === 'OPEN' && (
          <Button loading={close.isPending} onClick={() => close.mutate(at)}>
            {say('结束本轮', 'Close the round')}
          </Button>
        )}
      </Space>
      {failed && <Trouble error={failed.error} />}
      {isHere && round.state === 'OPEN' && <PositionForm issue={issue} round={round} />}
    </div>
  );
}

function PositionForm({ issue, round }: { issue: Issue; round: Round }) {
  const say = useWords();
  const [position, setPosition] = useState<Spoken>();
  const take = useStep('deliberation.position.take', issue.id);
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      style={{ maxWidth: 560, marginTop: 12 }}
      onFinish={(said: { position: Spoken; reason?: string; condition?: string }) =>
        take.mutate({ id: issue.id, roundId: round.id, ...said })
      }
    >
      <Form.Item
        name="position"
        label={say('本方表态（结束前最后一次为准）', 'Your position (the last one before the close counts)')}
        rules={[{ required: true, message: say('请选择表态', 'Choose a position') }]}
      >
        <Radio.Group
          onChange={({ target }) => setPosition(target.value as Spoken)}
          options={spoken.map((value) => ({ value, label: labels.position[value] }))}
        />
      </Form.Item>
      {position === 'AGREE_WITH_CONDITION' && (
        <Form.Item
          name="condition"
          label={say('条件', 'Condition')}
          rules={[{ required: true, message: say('请写明条件', 'Say the condition') }]}
        >
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      )}
      {position !== undefined && position !== 'AGREE' && (
        <Form.Item name="reason" label={say('理由', 'Reason')} rules={[{ required: true, message: say('请写明理由', 'Say the reason') }]}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit" loading={take.isPending}>
        {say('提交表态', 'Say so')}
      </Button>
      {take.isError && <Trouble error={take.error} />}
      {take.isSuccess && (
        <Alert
          role="status"
          type="success"
          style={{ marginTop: 12 }}
          message={say('已记下。请抄下回执和随机数，只显示这一次', 'Taken down. Note the receipt and the number: they are shown this once')}
          description={
            <Typography.Text style={{ wordBreak: 'break-all' }}>
              {take.data.receipt}
              <br />
              {take.data.nonce}
            </Typography.Text>
          }
        />
      )}
    </Form>
  );
}

/** The minutes as a list of what they have to say; what is missing is named. */
function Minutes({ round }: { round: Round }) {
  const say = useWords();
  const { items, missing, dueAt, finishedAt } = round.minutes;
  if (round.state !== 'CLOSED') return null;
  return (
    <div>
      <Typography.Title level={2} style={{ fontSize: 16 }}>
        {say('纪要', 'Minutes')}{' '}
        <Mark>{finishedAt ? `${say('已定稿', 'finished')} ${clockText(finishedAt)}` : `${say('期限', 'due')} ${clockText(dueAt)}`}</Mark>
      </Typography.Title>
      {missing.length > 0 && (
        <p style={{ color: colours.soon }}>
          {say('还缺：', 'Missing: ')}
          {missing.map((item) => labels.minuteItem[item]).join('、')}
        </p>
      )}
      <dl>
        {Object.entries(items).map(([item, text]) => (
          <div key={item}>
            <dt>
              <b>{labels.minuteItem[item as keyof typeof labels.minuteItem]}</b>
            </dt>
            <dd style={{ whiteSpace: 'pre-line' }}>{text}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
