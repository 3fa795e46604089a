import { InputNumber } from 'antd';
import { useState } from 'react';
import { fenOf } from '../lib/format.js';
import { useNow } from '../lib/now.js';
import { keysOfVote, useIsOwnersBody, type Vote } from '../lib/votes.js';
import { useWords } from '../lib/words.js';
import { Command } from './command.js';
import { CountersField } from './counters-field.js';
import { DocumentButton } from './document-button.js';
import { Area, Figure, instantOf, When, Words } from './fields.js';

/** What may be done about a vote where it stands: by who sits for the owners, and by the street about a decision against the law. */
export function VoteActs({ vote }: { vote: Vote }) {
  const isBody = useIsOwnersBody(vote.estateId);
  return (
    <div className="acts">
      {isBody && <BodyActs vote={vote} />}
      {vote.state === 'COUNTED' && vote.kind !== 'ADVISORY' && <StreetActs vote={vote} />}
    </div>
  );
}

/** Ballots to be handed out, from which number and how many at once. */
function Ballots({ id }: { id: string }) {
  const say = useWords();
  const [from, setFrom] = useState(1);
  const [count, setCount] = useState(50);
  return (
    <fieldset>
      <legend>{say('印选票（每个编号用一次）', 'Print ballots (each number is used once)')}</legend>
      <label>
        {say('从第几号起', 'From number')} <InputNumber min={1} max={1_000_000} value={from} onChange={(value) => setFrom(value ?? 1)} />
      </label>{' '}
      <label>
        {say('印几张', 'How many')} <InputNumber min={1} max={500} value={count} onChange={(value) => setCount(value ?? 1)} />
      </label>{' '}
      <DocumentButton name="deliberation.vote.print-ballot" input={{ id, from, count }} label={say('选票', 'Ballots')} />
    </fieldset>
  );
}

function BodyActs({ vote }: { vote: Vote }) {
  const say = useWords();
  const now = useNow(15_000);
  const { id, state, kind } = vote;
  const refreshes = keysOfVote(vote);
  const isOver = state === 'CLOSED' || (state === 'OPEN' && now >= Date.parse(vote.closesAt));
  return (
    <>
      {state === 'OPEN' && !isOver && (
        <Command
          operation="deliberation.vote.remind"
          refreshes={refreshes}
          title={say('提醒还没有交票的业主', 'Remind who has not voted')}
          input={() => ({ id })}
          answer={({ owners }) =>
            say(`已提醒 ${owners} 位业主；不透露任何人的选择`, `${owners} owners reminded; nobody learns what anybody chose`)
          }
        />
      )}
      {['ANNOUNCED', 'OPEN', 'CLOSED'].includes(state) && kind !== 'ADVISORY' && (
        <Command
          operation="deliberation.vote.name-group"
          refreshes={refreshes}
          title={say('更换计票小组', 'Name another counting group')}
          note={say('留任者已作的声明不变；离开的人此后看不到选票。', 'Who stays keeps their word; who leaves sees no ballot.')}
          input={({ group }: { group: string[] }) => ({ id, groupAccountIds: group })}
        >
          <CountersField name="group" />
        </Command>
      )}
      {(state === 'ANNOUNCED' || state === 'OPEN') && kind !== 'OFFICIAL' && <Ballots id={id} />}
      {state === 'ANNOUNCED' && (
        <Command
          operation="deliberation.vote.call-off"
          refreshes={refreshes}
          title={say('取消表决', 'Call it off')}
          input={({ reason }: { reason: string }) => ({ id, reason })}
        >
          <Words name="reason" label={say('理由', 'Reason')} rows={2} />
        </Command>
      )}
      {isOver && kind === 'OFFICIAL' && <ImportOfficial vote={vote} />}
      {state === 'COUNTED' && vote.postedAt === null && kind !== 'ADVISORY' && (
        <Command
          operation="deliberation.vote.post-result"
          refreshes={refreshes}
          title={say('登记已公示', 'Record the posting')}
          input={({ where }: { where: string }) => ({ id, where })}
        >
          <Words name="where" label={say('张贴或公布的地点', 'Where')} max={200} />
        </Command>
      )}
      {state === 'COUNTED' && vote.correction !== null && vote.correction.reportedAt === null && (
        <Command
          operation="deliberation.vote.report-correction"
          refreshes={refreshes}
          title={say('报告改正情况', 'Report the correction')}
          isPrimary
          input={({ report }: { report: string }) => ({ id, report })}
        >
          <Words name="report" label={say('改正了什么', 'What was put right')} rows={3} />
        </Command>
      )}
    </>
  );
}

interface Weight {
  area: string;
  heads: string;
}
interface Official {
  source: string;
  sums: { all: Weight; takingPart: Weight; agreeing: Weight[]; abstaining: Weight }[];
}

const weightOf = ({ area, heads }: Weight) => ({ area: Number(fenOf(area)), heads: Number(heads) });

/** What the city's own system announced (市业主决策平台): sums alone, on the roll that was frozen here. */
function ImportOfficial({ vote }: { vote: Vote }) {
  const say = useWords();
  const { roll } = vote;
  const all = roll && { area: (roll.areaHundredths / 100).toFixed(2), heads: `${roll.heads}` };
  return (
    <Command
      operation="deliberation.vote.import-official"
      refreshes={keysOfVote(vote)}
      title={say('录入官方结果', 'Enter the official result')}
      isPrimary
      note={say(
        '先由计票小组成员存入公布页面的截图或文件，再由另一人照它录入合计；全体业主的面积和人数须与这里冻结的名册一致，不一致的请先核对名册。',
        'A member of the counting group keeps what was announced first; another enters its sums. Those of all owners have to be those of the frozen roll.',
      )}
      initial={{ sums: vote.questions.map(() => ({ ...(all && { all }) })) as Official['sums'] }}
      input={({ source, sums }: Official) => ({
        ...{ id: vote.id, source },
        sums: vote.questions.map(({ code, options }, at) => {
          const said = sums[at]!;
          return {
            ...{ question: code, all: weightOf(said.all), takingPart: weightOf(said.takingPart), abstaining: weightOf(said.abstaining) },
            agreeing: options.map((option, i) => ({ option: option.code, weight: weightOf(said.agreeing[i]!) })),
          };
        }),
      })}
    >
      <Words name="source" label={say('在何处、何时公布', 'Where and when it was announced')} max={200} />
      {vote.questions.map(({ code, title, options }, at) => (
        <fieldset key={code}>
          <legend>{title}</legend>
          <WeightFields name={['sums', at, 'all']} what={say('全体业主', 'All owners')} />
          <WeightFields name={['sums', at, 'takingPart']} what={say('参与', 'Taking part')} />
          {options.map((option, i) => (
            <WeightFields
              key={option.code}
              name={['sums', at, 'agreeing', i]}
              what={options.length > 1 ? `${say('同意', 'For')}“${option.title}”` : say('同意', 'Agreeing')}
            />
          ))}
          <WeightFields name={['sums', at, 'abstaining']} what={say('弃权', 'Abstaining')} />
        </fieldset>
      ))}
    </Command>
  );
}

function WeightFields({ name, what }: { name: (string | number)[]; what: string }) {
  const say = useWords();
  return (
    <div className="pair">
      <Area name={[...name, 'area']} label={say(`${what}的面积`, `${what}: area`)} />
      <Figure name={[...name, 'heads']} label={say(`${what}的人数`, `${what}: heads`)} />
    </div>
  );
}

interface Ordered {
  reason: string;
  document: string;
  due?: string;
}

/** The street about a decision against the law (物业管理条例第八条、第五十一条): have it put right, or annul it. */
function StreetActs({ vote }: { vote: Vote }) {
  const say = useWords();
  const { id, correction } = vote;
  const refreshes = keysOfVote(vote);
  return (
    <>
      {(correction === null || correction.reportedAt !== null) && (
        <Command
          operation="deliberation.vote.order-correction"
          refreshes={refreshes}
          title={say('责令限期改正', 'Order a correction')}
          input={({ reason, document, due }: Ordered) => ({ id, reason, document, ...(due && { dueAt: instantOf(due) }) })}
        >
          <Words name="reason" label={say('违反了什么规定', 'Against which rule')} rows={2} />
          <Words name="document" label={say('责令改正文书', 'By which paper')} max={200} />
          <When name="due" isMinute isOptional label={say('改正期限（不填按时限表）', 'Until (empty: by the table of limits)')} />
        </Command>
      )}
      <Command
        operation="deliberation.vote.annul"
        refreshes={refreshes}
        title={say('撤销决定', 'Annul the decision')}
        note={say(
          '撤销以后这次表决不再作为签约条件，系统通告名册上的全体业主。不能恢复。',
          'From then on the vote opens no gate; all owners of the roll are told. It cannot be taken back.',
        )}
        input={({ reason, document }: Ordered) => ({ id, reason, document })}
      >
        <Words name="reason" label={say('撤销理由', 'Reason')} rows={2} />
        <Words name="document" label={say('撤销决定文书', 'By which paper')} max={200} />
      </Command>
    </>
  );
}
