import { useQuery } from '@tanstack/react-query';
import { ApiProblem, type Output } from '@wufang/api-client';
import { ChoiceFields } from '../../components/choice-fields.js';
import { Command } from '../../components/command.js';
import { Mark } from '../../components/mark.js';
import { Part } from '../../components/part.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { areaText, clockText, fullText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useMay } from '../../lib/may.js';
import { useBuildingName } from '../../lib/names.js';
import { keysOfVote, type Vote } from '../../lib/votes.js';
import { useWords } from '../../lib/words.js';

type Entry = Output<'deliberation.vote.mine'>['entries'][number];

/** An owner's own place on the roll: homes, areas and where they come from, heads, receipts; what they chose only the counting group sees. A poll is answered here. */
export function OwnVote({ vote }: { vote: Vote }) {
  const say = useWords();
  const may = useMay()('deliberation.vote.mine');
  const mine = useQuery({
    queryKey: ['vote', vote.id, 'mine', vote.state],
    queryFn: ({ signal }) => call('deliberation.vote.mine', { id: vote.id }, { signal }),
    enabled: may,
    retry: false,
  });
  // Who owns nothing here may still see the vote as a party of the table.
  if (!may || (mine.error instanceof ApiProblem && mine.error.status === 404)) return null;
  return (
    <Part id="mine" title={say('我的一票', 'My own vote')}>
      <Answered
        query={mine}
        isEmpty={({ entries }) => entries.length === 0}
        empty={say(
          `名册在 ${clockText(vote.opensAt)} 表决开始时冻结，届时这里显示您的房屋、面积和人数`,
          `The roll is frozen when the vote opens at ${clockText(vote.opensAt)}; then your homes stand here`,
        )}
      >
        {({ entries }) => (
          <div className="stack">
            {entries.map((entry) => (
              <OneEntry key={entry.ownerId} vote={vote} entry={entry} />
            ))}
          </div>
        )}
      </Answered>
    </Part>
  );
}

/** So many homes are listed; a unit may have hundreds. */
const SHOWN = 20;

function OneEntry({ vote, entry }: { vote: Vote; entry: Entry }) {
  const say = useWords();
  const buildingName = useBuildingName(vote.estateId);
  const { homes, heads, areaHundredths, receipts } = entry;
  return (
    <div className="stack">
      <div>
        {say(
          `${homes.length} 户，${areaText(areaHundredths)}，按 ${heads} 人计`,
          `${homes.length} homes, ${areaText(areaHundredths)}, counted as ${heads}`,
        )}
      </div>
      <ul className="plain">
        {homes.slice(0, SHOWN).map(({ homeId, buildingId, stairwell, ordinal, areaHundredths: area, areaSource }) => (
          <li key={homeId}>
            {buildingName(buildingId)}
            {stairwell} {say(`第 ${ordinal} 户`, `no. ${ordinal}`)} · {areaText(area)}（{labels.areaSource[areaSource]}）
          </li>
        ))}
        {homes.length > SHOWN && <li>{say(`以及另外 ${homes.length - SHOWN} 户`, `and ${homes.length - SHOWN} more`)}</li>}
      </ul>
      {receipts.length === 0 ? (
        <div>{say('还没有交票。', 'Nothing handed in yet.')}</div>
      ) : (
        <ul className="plain">
          {receipts.map(({ receipt, at, isCounted, struckReason }) => (
            <li key={receipt}>
              <Mark tone={isCounted ? 'good' : 'plain'}>
                {isCounted
                  ? say('以这一张为准', 'this one counts')
                  : struckReason !== null
                    ? say(`计票小组已作废：${struckReason}`, `struck: ${struckReason}`)
                    : say('已被后一张代替', 'replaced')}
              </Mark>
              {fullText(at)} {say('回执', 'receipt')} <code className="receipt">{receipt}</code>
            </li>
          ))}
        </ul>
      )}
      {vote.state === 'OPEN' && <HowToVote vote={vote} entry={entry} />}
    </div>
  );
}

function HowToVote({ vote, entry }: { vote: Vote; entry: Entry }) {
  const say = useWords();
  if (vote.kind === 'PAPER')
    return (
      <div>
        {say(
          `请由业主填写纸质选票并签名，交票方式：${vote.how}。绑定房屋只能看表决，不能代替选票。`,
          `On paper, signed by the owner: ${vote.how}. A bound home shows the vote and is no ballot.`,
        )}
      </div>
    );
  if (vote.kind === 'OFFICIAL')
    return <div>{say('请在市业主决策平台投票；本系统不收业主共同决定的网上选票。', 'Vote in the city’s own system.')}</div>;
  return (
    <Command
      operation="deliberation.vote.cast"
      refreshes={keysOfVote(vote)}
      isPrimary={entry.receipts.length === 0}
      title={entry.receipts.length === 0 ? say('作答', 'Answer') : say('重新作答', 'Answer anew')}
      note={vote.notice}
      input={({ choices }: { choices: Record<string, string> }) => ({ id: vote.id, ownerId: entry.ownerId, choices })}
      answer={() => say('已收到，回执见上；截止前可以改，以最后一次为准', 'Received; until the close the last one counts')}
    >
      <ChoiceFields questions={vote.questions} />
    </Command>
  );
}
