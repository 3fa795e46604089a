import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Typography } from 'antd';
import type { Output } from '@wufang/api-client';
import { DocumentButton, save } from '../../components/document-button.js';
import { Mark } from '../../components/mark.js';
import { Part } from '../../components/part.js';
import { Answered, Trouble } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { clockText, dateText, yuanText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useUnitName } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';
import { Command } from '../../components/command.js';
import { refreshedBy, useParts, useRead, type Issue, type SeatKind } from './api.js';
import { DrawResolution } from './draw.js';
import { choicesOf, OneOf, Words } from '../../components/fields.js';

type Resolution = Output<'deliberation.resolution.list'>['resolutions'][number];

/** The resolution (决议): drawn by the chair, signed from here by each party it needs, and the paper to print. */
export function SigningPart({ issue }: { issue: Issue }) {
  const say = useWords();
  const { isChair } = useParts(issue);
  const drawn = useRead('deliberation.resolution.list', issue.id, { issueId: issue.id }, issue.state === 'SIGNING' ? 3_000 : undefined);
  const all = drawn.data?.resolutions ?? [];
  const waiting = all.some(({ state }) => state === 'DRAWN');
  const bindsItself = issue.decisionClasses.length > 0 && issue.decisionClasses.every((one) => one === 'COMMIT' || one === 'INFO');
  const mayDraw = isChair && !waiting && (issue.state === 'SIGNING' || (issue.state === 'AGREED' && bindsItself));
  if (!drawn.isError && all.length === 0 && issue.state !== 'SIGNING' && !mayDraw) return null;
  return (
    <Part id="signing" title={say('决议与签署', 'Resolution and signatures')}>
      <Answered
        query={drawn}
        isEmpty={({ resolutions }) => resolutions.length === 0 && !mayDraw}
        empty={say('等社区拟定决议；签约条件须先具备', 'The community draws the resolution up once the conditions are met')}
      >
        {({ resolutions }) => (
          <div className="stack">
            {resolutions.map((resolution) => (
              <OneResolution key={resolution.id} issue={issue} resolution={resolution} />
            ))}
          </div>
        )}
      </Answered>
      {mayDraw && <DrawResolution issue={issue} />}
    </Part>
  );
}

function OneResolution({ issue, resolution }: { issue: Issue; resolution: Resolution }) {
  const say = useWords();
  const unitName = useUnitName();
  const { own, isChair } = useParts(issue);
  const { body, signatures, missing, state } = resolution;
  const mine = own.filter((seat) => missing.includes(seat));
  const title = say(`决议第 ${resolution.no} 版`, `Resolution ${resolution.no}`);
  return (
    <section aria-label={title} className="stack">
      <div>
        <b>{title}</b> <Mark tone={state === 'SIGNED' ? 'good' : state === 'VOID' ? 'bad' : 'plain'}>{labels.resolutionState[state]}</Mark>{' '}
        {resolution.signedAt && clockText(resolution.signedAt)}
        {resolution.voidReason}
      </div>
      {body.text.map((line) => (
        <p key={line} style={{ margin: 0 }}>
          {line}
        </p>
      ))}
      {body.commitments.length > 0 && (
        <ol aria-label={say('承诺事项', 'Promises')}>
          {body.commitments.map(({ no, seat, text, dueOn, evidence }) => (
            <li key={no}>
              {labels.seatKind[seat]}：{text}，{dateText(dueOn)} {say('前完成', 'at the latest')}，{say('提交', 'to show')}
              {evidence}
            </li>
          ))}
        </ol>
      )}
      {body.schedule && (
        <ul aria-label={say('分期安排', 'Schedule')}>
          {body.schedule.map(({ name, ratio, dueOn }) => (
            <li key={name}>
              {name} {ratio} · {dueOn ? dateText(dueOn) : say('质保期满后', 'after the warranty')}
            </li>
          ))}
        </ul>
      )}
      {body.duties && (
        <ul aria-label={say('自身责任', 'Own duties')}>
          {body.duties.map(({ name, item, amountFen }) => (
            <li key={item}>
              {say(`${item}：${name}自行承担，不分摊`, `${item}: ${name} alone, shared with nobody`)} · {yuanText(amountFen)}
            </li>
          ))}
        </ul>
      )}
      <ul className="plain" aria-label={say('签署', 'Signatures')}>
        {body.signers.map(({ seat, unitId, amountFen, pays }) => {
          const signed = signatures.find((one) => one.seat === seat);
          return (
            <li key={seat}>
              <Mark tone={signed ? 'good' : 'bad'}>{signed ? say('已签', 'signed') : say('未签', 'not signed')}</Mark>
              {labels.seatKind[seat]} · {unitName(unitId)}
              {pays && ` · ${yuanText(amountFen)}`}
              {signed && ` · ${clockText(signed.recordedAt)}`}
            </li>
          );
        })}
      </ul>
      {state === 'DRAWN' && mine.map((seat) => <Sign key={seat} issue={issue} resolution={resolution} seat={seat} />)}
      <div>
        {say('决议哈希', 'Hash')}{' '}
        <Typography.Text code style={{ wordBreak: 'break-all' }}>
          {resolution.hash}
        </Typography.Text>
      </div>
      <div className="acts">
        <DocumentButton name="deliberation.resolution.print" input={{ id: resolution.id }} label={say('决议', 'Resolution')} />
        {state === 'SIGNED' && <Bundle id={resolution.id} no={resolution.no} />}
        {state === 'DRAWN' && isChair && (
          <Command
            operation="deliberation.resolution.void"
            refreshes={refreshedBy(issue)}
            title={say('撤回决议', 'Take the resolution back')}
            initial={{ what: 'PLAN' }}
            input={({ reason, what }: { reason: string; what: 'PLAN' | 'TEXT' }) => ({
              id: resolution.id,
              reason,
              keepsPlan: what === 'TEXT',
            })}
          >
            <OneOf
              name="what"
              label={say('改什么', 'What changes')}
              choices={choicesOf({
                PLAN: say('方案要改：回到拟方案，重新会商和公示', 'The plan: back to planning, with its round and its time on the board'),
                TEXT: say('方案不变，只改决议：仍在签署中，另拟一版', 'Only the resolution: another is drawn and signed'),
              })}
            />
            <Words name="reason" label={say('理由', 'Reason')} rows={2} />
          </Command>
        )}
      </div>
    </section>
  );
}

/** A seat signs what stands there: the password is given again, and the bytes under exactly this hash are signed with the person's own key. */
function Sign({ issue, resolution, seat }: { issue: Issue; resolution: Resolution; seat: SeatKind }) {
  const say = useWords();
  const signer = resolution.body.signers.find((one) => one.seat === seat)!;
  return (
    <Command
      operation="deliberation.resolution.sign"
      refreshes={refreshedBy(issue)}
      title={say(`以${labels.seatKind[seat]}席位签署`, `Sign for ${labels.seatKind[seat]}`)}
      isPrimary
      input={({ password }: { password: string }) => ({ id: resolution.id, seat, documentHash: resolution.hash, password })}
    >
      <Alert
        type="info"
        style={{ marginBottom: 12 }}
        message={say(
          `本方承担 ${yuanText(signer.amountFen)}。签署的是上面这一版决议的全部内容，签后不能更改。`,
          `Your side pays ${yuanText(signer.amountFen)}. What is signed is everything above, and it stays.`,
        )}
        description={say(
          '这是内部审批记录（Ed25519 签名），不是可靠电子签名；须另行用章的，打印后办理。',
          'An internal approval record (Ed25519), no reliable electronic signature; where a seal is needed, print it.',
        )}
      />
      <Form.Item
        name="password"
        label={say('再次输入本人密码', 'Your password again')}
        rules={[{ required: true, message: say('请输入密码', 'Enter the password') }]}
      >
        <Input.Password visibilityToggle={false} autoComplete="current-password" style={{ maxWidth: 320 }} />
      </Form.Item>
    </Command>
  );
}

/** The bundle that anybody can check without the system (核验包). */
function Bundle({ id, no }: { id: string; no: number }) {
  const say = useWords();
  const bundle = useMutation({
    mutationFn: async () => {
      const found = await call('deliberation.resolution.export-bundle', { id });
      save(say(`核验包第${no}版.json`, `bundle-${no}.json`), new Blob([JSON.stringify(found)], { type: 'application/json' }));
    },
  });
  return (
    <span className="no-print">
      <Button loading={bundle.isPending} onClick={() => bundle.mutate()}>
        {say('下载核验包', 'Download the bundle to check')}
      </Button>
      {bundle.isError && <Trouble error={bundle.error} />}
    </span>
  );
}
