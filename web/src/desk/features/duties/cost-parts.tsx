import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Output } from '@wufang/api-client';
import { Mark } from '../../components/mark.js';
import { PageHead } from '../../components/page-head.js';
import { Part } from '../../components/part.js';
import { Rows } from '../../components/rows.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { lastDayText, yuanText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useMay } from '../../lib/may.js';
import { useEstateName } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';

type CostPart = Output<'deliberation.cost-plan.my-parts'>['parts'][number];
type OwnPart = Output<'deliberation.cost-plan.my-part'>['parts'][number];

const useParts = () => {
  const may = useMay();
  return useQuery({
    queryKey: ['cost-parts'],
    queryFn: ({ signal }) => call('deliberation.cost-plan.my-parts', {}, { signal }),
    enabled: may('deliberation.cost-plan.my-parts'),
  });
};

/** What one's unit pays in plans at whose table it has no seat (无席位的出资). */
export default function CostParts() {
  const say = useWords();
  const parts = useParts();
  return (
    <section aria-labelledby="cost-parts-page" className="room">
      <PageHead id="cost-parts-page" title={say('无席位的出资', 'Paid without a seat')} prints />
      <Answered
        query={parts}
        isEmpty={(found) => found.parts.length === 0}
        empty={say(
          '本单位没有席位而要出资的方案，定稿后会出现在这里',
          'Plans that your unit pays in without a seat appear here once their amounts are fixed',
        )}
      >
        {(found) => <PartList parts={found.parts} />}
      </Answered>
    </section>
  );
}

/** The same beside what a unit owes at its tables; nothing where there is none. */
export function CostPartsHere() {
  const say = useWords();
  const parts = useParts();
  if (!parts.isError && (parts.data?.parts.length ?? 0) === 0) return null;
  return (
    <Part id="cost-parts" title={say('无席位的出资', 'Paid without a seat')}>
      <Answered query={parts}>{(found) => <PartList parts={found.parts} />}</Answered>
    </Part>
  );
}

function PartList({ parts }: { parts: readonly CostPart[] }) {
  return (
    <ul className="plain">
      {parts.map((part) => (
        <li key={`${part.planId} ${part.payer}`}>
          <OnePart part={part} />
        </li>
      ))}
    </ul>
  );
}

/** A part in one line; opened, it is read line by line, with what is due when. */
function OnePart({ part }: { part: CostPart }) {
  const say = useWords();
  const estateName = useEstateName();
  const [isOpen, setIsOpen] = useState(false);
  const { planId, payer, payerName, title, numberText, estateId, amountFen } = part;
  const own = useQuery({
    queryKey: ['cost-parts', planId],
    queryFn: ({ signal }) => call('deliberation.cost-plan.my-part', { planId }, { signal }),
    enabled: isOpen,
  });
  return (
    <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        {title} · {numberText} · {estateName(estateId)} · {payerName} <b>{yuanText(amountFen)}</b>
      </summary>
      {isOpen && (
        <Answered query={own}>
          {(found) => (
            <div className="stack">
              {found.parts
                .filter((one) => one.payer === payer)
                .map((one) => (
                  <Own key={one.payer} part={one} />
                ))}
            </div>
          )}
        </Answered>
      )}
      {isOpen && (
        <p>
          {say(
            '付款凭证请交社区登记；对份额有异议，请书面告知社区或街道。',
            'Hand the proof of a payment to the community, which records it; what you object to, tell the community or the street in writing.',
          )}
        </p>
      )}
    </details>
  );
}

function Own({ part: { statement, instalments } }: { part: OwnPart }) {
  const say = useWords();
  return (
    <>
      <pre className="arithmetic" tabIndex={0}>
        {statement.lines.join('\n')}
      </pre>
      {instalments.length === 0 ? (
        <p>{say('决议签署以后列出何时付多少', 'What is due when stands here once the resolution is signed')}</p>
      ) : (
        <Rows
          rowKey="id"
          dataSource={instalments}
          columns={[
            { title: say('哪一笔', 'Payment'), dataIndex: 'name', fixed: 'left' },
            {
              title: say('期限', 'Due'),
              render: (_, { dueAt }) => (dueAt === null ? say('质保期满后', 'after the warranty') : lastDayText(dueAt)),
            },
            { title: say('应付', 'Share'), align: 'right', render: (_, one) => signedText(one.amountFen, say('应退', 'back')) },
            { title: say('已付', 'Paid'), align: 'right', render: (_, one) => signedText(one.paidFen, say('已退', 'paid back')) },
            { title: say('未付', 'Open'), align: 'right', render: (_, one) => signedText(one.openFen, say('未退', 'not yet back')) },
            {
              title: say('状态', 'State'),
              render: (_, { state, isLate }) => (
                <>
                  <Mark tone={state === 'PAID' ? 'good' : isLate ? 'bad' : 'plain'}>{labels.instalmentState[state]}</Mark>
                  {isLate && <Mark tone="bad">{say('逾期', 'late')}</Mark>}
                </>
              ),
            },
          ]}
        />
      )}
    </>
  );
}

const signedText = (amountFen: string, back: string) =>
  BigInt(amountFen) < 0n ? `${back} ${yuanText(amountFen.slice(1))}` : yuanText(amountFen);
