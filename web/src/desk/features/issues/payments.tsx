import type { Output } from '@wufang/api-client';
import { Mark } from '../../components/mark.js';
import { Part } from '../../components/part.js';
import { Rows } from '../../components/rows.js';
import { Answered } from '../../components/states.js';
import { amountText, clockText, fenOf, lastDayText, todayOf, untilText, yuanText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useNow } from '../../lib/now.js';
import { useWords } from '../../lib/words.js';
import { Command } from '../../components/command.js';
import { refreshedBy, useParts, useRead, type Issue } from './api.js';
import { When, Words, Yuan } from '../../components/fields.js';
import { Files, FileLinks } from './files.js';

type Account = Output<'deliberation.instalment.list'>['accounts'][number];
type Instalment = Account['instalments'][number];

/** Who pays when (分期付款): each payer's account, every payment with its day; a payment is recorded with its proof by the payer's seat or the community. */
export function PaymentsPart({ issue }: { issue: Issue }) {
  const say = useWords();
  const accounts = useRead('deliberation.instalment.list', issue.id, { issueId: issue.id });
  if (!accounts.isError && (accounts.data?.accounts.length ?? 0) === 0) return null;
  return (
    <Part id="payments" title={say('分期付款', 'Instalments')}>
      <Answered query={accounts}>
        {(found) => (
          <div className="stack">
            <Rows
              rowKey="payer"
              dataSource={found.accounts}
              columns={[
                { title: say('出资方', 'Payer'), dataIndex: 'payerName', fixed: 'left' },
                { title: say('应付', 'Share'), align: 'right', render: (_, { shareFen }) => yuanText(shareFen) },
                { title: say('已付', 'Paid'), align: 'right', render: (_, { paidFen }) => yuanText(paidFen) },
                { title: say('未付', 'Open'), align: 'right', render: (_, { openFen }) => yuanText(openFen) },
              ]}
            />
            {found.accounts.map((account) => (
              <section key={account.payer} aria-label={account.payerName}>
                <h3>{account.payerName}</h3>
                <ul className="plain">
                  {account.instalments.map((one) => (
                    <OneInstalment key={one.id} issue={issue} instalment={one} />
                  ))}
                </ul>
              </section>
            ))}
          </div>
        )}
      </Answered>
    </Part>
  );
}

function OneInstalment({ issue, instalment }: { issue: Issue; instalment: Instalment }) {
  const say = useWords();
  const now = useNow(30_000);
  const { own, isChair } = useParts(issue);
  const { id, name, kind, amountFen, paidFen, openFen, dueAt, state, isLate, seat } = instalment;
  const isBack = BigInt(amountFen) < 0n;
  const may = state === 'OPEN' && (isChair || (seat !== null && own.includes(seat)));
  const positive = (fen: string) => fen.replace('-', '');
  return (
    <li>
      <Mark tone={state === 'PAID' ? 'good' : isLate ? 'bad' : 'plain'}>{labels.instalmentState[state]}</Mark>
      {isLate && <Mark tone="bad">{say('逾期', 'late')}</Mark>}
      <b>{name}</b>
      {kind !== 'SIGNED' && `（${labels.instalmentKind[kind]}）`} {isBack ? say('应退 ', 'to be paid back ') : ''}
      {yuanText(positive(amountFen))} ·{' '}
      {dueAt === null
        ? say('质保期满后付', 'after the warranty')
        : `${say('期限', 'due')} ${lastDayText(dueAt)}${state === 'OPEN' ? `（${untilText(dueAt, now)}）` : ''}`}
      {BigInt(paidFen) !== 0n && state === 'OPEN' && ` · ${say('已付', 'paid')} ${yuanText(positive(paidFen))}`}
      {may && (
        <Command
          operation="deliberation.instalment.receipt"
          refreshes={refreshedBy(issue)}
          title={isBack ? say('登记退款', 'Record the refund') : say('登记付款', 'Record a payment')}
          initial={{ amount: amountText(positive(openFen)), paidOn: todayOf(now) }}
          input={(paid: { amount: string; paidOn: string; document: string; files: string[] }, receiptId) => ({
            ...{ id, receiptId, amountFen: fenOf(paid.amount)!, paidOn: paid.paidOn, document: paid.document },
            documentId: paid.files[0]!,
          })}
        >
          <Yuan name="amount" label={say('金额', 'Amount')} />
          <When name="paidOn" label={say('付款日期', 'Paid on')} />
          <Words name="document" label={say('凭证名称或编号', 'Name or number of the proof')} max={200} />
          <Files name="files" most={1} issueId={issue.id} label={say('凭证扫描件', 'Scan of the proof')} />
        </Command>
      )}
      <Ledger issue={issue} instalment={instalment} />
    </li>
  );
}

/** Every entry about one payment (收支账): only added to; what was wrong is taken back by its opposite. */
function Ledger({ issue, instalment }: { issue: Issue; instalment: Instalment }) {
  const say = useWords();
  const ledger = useRead('deliberation.instalment.payments', issue.id, { id: instalment.id }, 60_000);
  const { own, isChair } = useParts(issue);
  const entries = ledger.data?.entries.filter(({ kind }) => kind !== 'CHARGE') ?? [];
  if (entries.length === 0) return null;
  const countered = new Set(entries.flatMap(({ counterOf }) => counterOf ?? []));
  const may = isChair || (instalment.seat !== null && own.includes(instalment.seat));
  return (
    <ul>
      {entries.map((entry) => (
        <li key={entry.id}>
          {labels.paymentKind[entry.kind]} {yuanText(entry.kind === 'ADJUST' ? entry.shareFen.replace('-', '') : entry.paidFen)} ·{' '}
          {entry.paidOn ?? clockText(entry.recordedAt)}
          {entry.document && ` · ${entry.document}`}
          {entry.reason && ` · ${entry.reason}`}
          {entry.documentId && <FileLinks issueId={issue.id} ids={[entry.documentId]} what={say('凭证', 'Proof')} />}
          {may && entry.kind === 'RECEIPT' && !countered.has(entry.id) && (
            <Command
              operation="deliberation.instalment.counter"
              refreshes={refreshedBy(issue)}
              title={say('冲销', 'Take back')}
              input={({ reason }: { reason: string }, entryId) => ({ id: instalment.id, receiptId: entry.id, entryId, reason })}
            >
              <Words name="reason" label={say('登记错在哪里', 'What was wrong')} rows={2} />
            </Command>
          )}
        </li>
      ))}
    </ul>
  );
}
