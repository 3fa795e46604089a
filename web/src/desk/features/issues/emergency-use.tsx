import { Alert, Descriptions } from 'antd';
import { Mark } from '../../components/mark.js';
import { OwnShares } from '../../components/own-shares.js';
import { clockText, fullText, untilText, yuanText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useNow } from '../../lib/now.js';
import { useWords } from '../../lib/words.js';
import { UseActs } from './emergency-acts.js';
import { Questions } from './emergency-questions.js';
import { FileLinks } from './files.js';
import { useParts, type Issue, type SeatKind, type EmergencyUse } from './api.js';

/** Who confirms beside the street: the owners' body, if it binds; where there is none the firm, where there is neither the community. */
function confirmersOf({ seats }: Issue): SeatKind[] {
  const binds = (kind: SeatKind) => seats.some((seat) => seat.kind === kind && seat.state !== 'VACANT' && seat.isBinding);
  return ['STREET', (['OWNERS_BODY', 'FIRM'] as const).find(binds) ?? 'COMMUNITY'];
}

/** One application: what was told, confirmed and used, what owners ask, and what is to be done next. */
export function OneUse({ issue, use }: { issue: Issue; use: EmergencyUse }) {
  const say = useWords();
  const now = useNow(30_000);
  const { own } = useParts(issue);
  const confirmers = confirmersOf(issue);
  const confirmed = use.proposed?.confirmedBy ?? use.confirmedBy;
  const open = confirmers.filter((kind) => !confirmed.some(({ seat }) => seat === kind));
  const isPosted = use.usedFen !== null;
  const isAwaited = use.state !== 'REFUSED' && !isPosted && use.arrivedAt === null;
  return (
    <section aria-label={labels.emergencyCase[use.case]} className="stack">
      <div>
        <b>{labels.emergencyCase[use.case]}</b>{' '}
        <Mark tone={use.state === 'REFUSED' ? 'bad' : 'plain'}>{labels.emergencyState[use.state]}</Mark>
        {isAwaited &&
          say(
            ` 目标 ${clockText(use.aimAt)} 到账（${untilText(use.aimAt, now)}）`,
            ` aim: money by ${clockText(use.aimAt)} (${untilText(use.aimAt, now)})`,
          )}
      </div>
      <Alert type="info" message={use.notAVote} />
      {use.refusedReason && (
        <Alert type="warning" message={`${say('街道不同意按应急使用', 'The street does not agree')}：${use.refusedReason}`} />
      )}
      <Descriptions
        size="small"
        column={{ xs: 1, md: 2 }}
        items={[
          {
            key: 'who',
            label: say('申请人', 'Applicant'),
            children: `${labels.seatKind[use.applicant]}${use.applicantReason === null ? '' : `（${use.applicantReason}）`}`,
          },
          { key: 'fund', label: say('资金保管', 'Kept by'), children: labels.fundCustodian[use.custodian] },
          { key: 'estimate', label: say('预计金额', 'Estimate'), children: yuanText(use.estimateFen) },
          ...(use.usedFen === null ? [] : [{ key: 'used', label: say('实用金额', 'Used'), children: yuanText(use.usedFen) }]),
          ...(use.contractor === null ? [] : [{ key: 'contractor', label: say('施工单位', 'Contractor'), children: use.contractor }]),
          ...(use.homes === null
            ? []
            : [{ key: 'homes', label: say('分摊', 'Shared by'), children: say(`${use.homes} 户`, `${use.homes} homes`) }]),
          ...sumsOf(use).map(([key, zh, en, amount]) => ({ key, label: say(zh, en), children: yuanText(amount) })),
          ...(use.sharedBy === null ? [] : [{ key: 'by', label: say('按什么分摊', 'Shared by the rule'), children: use.sharedBy }]),
          ...(use.arrivedAt === null
            ? []
            : [{ key: 'came', label: say('资金到账', 'Money came'), children: `${fullText(use.arrivedAt)} · ${use.arrivalDocument}` }]),
        ]}
      />
      <div>
        {say('证明材料', 'Evidence')}：{use.evidence.documents.join('；')}{' '}
        <FileLinks issueId={issue.id} ids={use.evidence.fileIds ?? []} what={say('附件', 'File')} />
      </div>
      <ul className="plain">
        <Step isDone={use.noticedAt !== null} what={say('向业主显著告知', 'Owners told prominently')}>
          {use.noticedAt && `${fullText(use.noticedAt)} · ${use.noticedWhere}`}
        </Step>
        {confirmers.map((kind) => {
          const at = use.confirmedBy.find(({ seat }) => seat === kind)?.at ?? null;
          return (
            <Step key={kind} isDone={at !== null} what={say(`${labels.seatKind[kind]}确认`, `${labels.seatKind[kind]} confirms`)}>
              {at && fullText(at)}
            </Step>
          );
        })}
        <Step isDone={use.postedAt !== null} what={say('公布使用情况与各户分摊', 'Use and shares posted')}>
          {use.postedAt && `${fullText(use.postedAt)} · ${use.postedWhere}`}
        </Step>
      </ul>
      {use.proposed && (
        <Alert
          type="warning"
          message={say(
            `申请方提出更正：实用金额 ${yuanText(use.usedFen ?? '0')} 改为 ${yuanText(use.proposed.usedFen)}，施工单位 ${use.proposed.contractor}。理由：${use.proposed.reason}。尚待${open.map((kind) => labels.seatKind[kind]).join('、')}确认；确认前业主看到的是原公布。`,
            `To be corrected from ${yuanText(use.usedFen ?? '0')} to ${yuanText(use.proposed.usedFen)}, ${use.proposed.contractor}: ${use.proposed.reason}. Waits for ${open.map((kind) => labels.seatKind[kind]).join(', ')}.`,
          )}
        />
      )}
      <details>
        <summary>{say('告知文字', 'The notice')}</summary>
        {use.notice.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </details>
      <UseActs issue={issue} use={use} toConfirm={open} />
      {isPosted && <Questions issue={issue} use={use} isApplicant={own.includes(use.applicant)} />}
      <OwnShares use={use} />
    </section>
  );
}

function Step({ isDone, what, children }: { isDone: boolean; what: string; children: React.ReactNode }) {
  const say = useWords();
  return (
    <li>
      <Mark tone={isDone ? 'good' : 'plain'}>{isDone ? say('已办', 'done') : say('尚未', 'not yet')}</Mark>
      {what} {children}
    </li>
  );
}

/** What owners, units that sold homes and units with unsold homes bear together, as far as there is anything. */
function sumsOf({ ownersFen, sellingUnitsFen, unsoldFen }: EmergencyUse) {
  const sums = [
    ['owners', '业主承担', 'Owners', ownersFen],
    ['sellers', '售房单位承担', 'Units that sold homes', sellingUnitsFen],
    ['unsold', '未售房屋由产权单位承担', 'Unsold homes, by their units', unsoldFen],
  ] as const;
  return sums.flatMap(([key, zh, en, amount]) => (amount === null || amount === '0' ? [] : [[key, zh, en, amount] as const]));
}
