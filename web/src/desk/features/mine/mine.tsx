import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Output } from '@wufang/api-client';
import { Command } from '../../components/command.js';
import { DocumentButton } from '../../components/document-button.js';
import { Words } from '../../components/fields.js';
import { Mark } from '../../components/mark.js';
import { PageHead } from '../../components/page-head.js';
import { Part } from '../../components/part.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { clockText, dueText, fullText, yuanText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useEstateName } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';

/** What concerns an owner's own home (我家的事): what they are asked, what they bear of a plan; all of it opens with a home that is bound. Phone first. */
export default function Mine() {
  const say = useWords();
  return (
    <section aria-labelledby="mine-title" className="room">
      <PageHead id="mine-title" title={say('我家的事', 'My home')} />
      <Asked />
      <Shares />
      <EmergencyUses />
    </section>
  );
}

function Asked() {
  const say = useWords();
  const estateName = useEstateName();
  const votes = useQuery({
    queryKey: ['votes'],
    queryFn: ({ signal }) => call('deliberation.vote.list', {}, { signal }),
    refetchInterval: 30_000,
  });
  return (
    <Part id="votes" title={say('表决与征询', 'Votes and polls')}>
      <Answered
        query={votes}
        isEmpty={(found) => found.votes.length === 0}
        empty={say('您的小区现在没有表决；公告以后在这里看到', 'No vote in your estate; once one is announced it is here')}
      >
        {(found) => (
          <ul className="plain">
            {found.votes.map(({ id, title, estateId, kind, state, opensAt, closesAt }) => (
              <li key={id}>
                <Link to="/votes/$id" params={{ id }}>
                  {title}
                </Link>{' '}
                <Mark tone={state === 'OPEN' ? 'good' : 'plain'}>{labels.ownersVoteState[state]}</Mark>
                <Mark>{labels.voteKind[kind]}</Mark>
                <div>
                  {estateName(estateId)} · {clockText(opensAt)} — {dueText(closesAt)}
                </div>
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </Part>
  );
}

type Share = Output<'deliberation.home-share.list'>['shares'][number];

/** What is another with another home. */
const ofMyHomes = [['own-shares'], ['bound-homes'], ['votes'], ['own-emergency-uses']];

function Shares() {
  const say = useWords();
  const shares = useQuery({
    queryKey: ['own-shares'],
    queryFn: ({ signal }) => call('deliberation.home-share.list', {}, { signal }),
  });
  return (
    <Part id="shares" title={say('我家的分摊', 'My home’s share')}>
      <div className="stack">
        <Answered
          query={shares}
          isEmpty={(found) => found.shares.length === 0}
          empty={say(
            '还没有绑定房屋；按社区送到家的分户说明上的编号和查询码绑定',
            'No home bound yet; bind it by the number and the code of the statement the community brought',
          )}
        >
          {(found) => found.shares.map((share) => <OneShare key={`${share.planId} ${share.homeLabel}`} share={share} />)}
        </Answered>
        <BoundHomes />
        <Command
          operation="deliberation.home-share.bind"
          refreshes={ofMyHomes}
          title={say('绑定我家的房屋', 'Bind my home')}
          note={say(
            '绑定后可以看本户的分摊、所在小区的表决和应急使用，也可以回答意向征询；业主共同决定须填写纸质选票，或在市业主决策平台投票。',
            'A bound home shows its shares, the votes and the emergency uses of its estate, and answers polls; what owners decide is voted on paper or in the city’s own system.',
          )}
          input={({ no, code }: { no: string; code: string }) => ({ no: no.trim(), code: code.trim() })}
        >
          <Words name="no" max={60} label={say('编号', 'Number')} />
          <Words name="code" max={20} label={say('查询码', 'Code')} />
        </Command>
      </div>
    </Part>
  );
}

/** Homes the account has bound, each to be taken off again; one that was sold since says so. */
function BoundHomes() {
  const say = useWords();
  const estateName = useEstateName();
  const bound = useQuery({
    queryKey: ['bound-homes'],
    queryFn: ({ signal }) => call('deliberation.home-binding.mine', {}, { signal }),
  });
  if (!bound.data || bound.data.homes.length === 0) return null;
  return (
    <ul className="plain" aria-label={say('已绑定的房屋', 'Bound homes')}>
      {bound.data.homes.map(({ homeId, estateId, homeLabel, boundAt, isCurrent }) => (
        <li key={homeId}>
          {estateName(estateId)} {homeLabel} · {say(`${fullText(boundAt)} 绑定`, `bound ${fullText(boundAt)}`)}
          {!isCurrent && <div>{say('登记的业主已变更，不再显示这户的新事项', 'Sold since: nothing new of it is shown')}</div>}
          <Command
            operation="deliberation.home-binding.unbind"
            size="small"
            refreshes={ofMyHomes}
            title={say('解除绑定', 'Unbind')}
            about={homeLabel}
            note={say(
              '解除后本账号看不到这户的事；凭编号和查询码可以再绑定。',
              'This account then sees nothing of the home; its number and code bind it again.',
            )}
            input={() => ({ homeId })}
          />
        </li>
      ))}
    </ul>
  );
}

/** Emergency uses of the fund in the owner's estate, from the day owners were told. */
function EmergencyUses() {
  const say = useWords();
  const estateName = useEstateName();
  const uses = useQuery({
    queryKey: ['own-emergency-uses'],
    queryFn: ({ signal }) => call('deliberation.emergency.mine', {}, { signal }),
    refetchInterval: 30_000,
  });
  return (
    <Part id="emergency-uses" title={say('应急使用维修资金', 'Emergency use of the fund')}>
      <Answered
        query={uses}
        isEmpty={(found) => found.uses.length === 0}
        empty={say('您的小区没有应急使用；告知以后在这里看到', 'None in your estate; once owners are told of one it is here')}
      >
        {(found) => (
          <ul className="plain">
            {found.uses.map(({ id, estateId, case: what, state, estimateFen, usedFen, shareFen, noticedAt }) => (
              <li key={id}>
                <Link to="/emergency-uses/$id" params={{ id }}>
                  {labels.emergencyCase[what]}
                </Link>{' '}
                <Mark tone={state === 'REFUSED' ? 'bad' : 'plain'}>{labels.emergencyState[state]}</Mark>
                <div>
                  {estateName(estateId)} · {noticedAt && fullText(noticedAt)} ·{' '}
                  {usedFen === null
                    ? say(`预计 ${yuanText(estimateFen)}`, `estimate ${yuanText(estimateFen)}`)
                    : say(`实用 ${yuanText(usedFen)}`, `used ${yuanText(usedFen)}`)}
                  {shareFen !== null && say(` · 我的分摊 ${yuanText(shareFen)}`, ` · my share ${yuanText(shareFen)}`)}
                </div>
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </Part>
  );
}

function OneShare({ share }: { share: Share }) {
  const say = useWords();
  return (
    <section aria-label={share.homeLabel} className="stack">
      <div>
        <b>{share.homeLabel}</b>：{yuanText(share.amountFen)}
      </div>
      <details>
        <summary>{say('怎么算的', 'How it was counted')}</summary>
        <pre className="arithmetic">{share.lines.join('\n')}</pre>
      </details>
      {share.objections.map(({ raisedAt, reason, dueAt, answer }) => (
        <div key={raisedAt}>
          {fullText(raisedAt)} {say('您提出', 'You objected')}：{reason}
          <div>
            {answer === null
              ? say(`${dueText(dueAt)} 前答复`, `to be answered by ${dueText(dueAt)}`)
              : `${say('答复', 'Answer')}：${answer}`}
          </div>
        </div>
      ))}
      <div className="acts">
        <DocumentButton name="deliberation.home-share.print" input={{ planId: share.planId }} label={say('分户说明', 'Statement')} />
      </div>
    </section>
  );
}
