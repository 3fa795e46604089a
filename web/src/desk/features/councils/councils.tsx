import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Command } from '../../components/command.js';
import { choicesOf, UnitsField, Words } from '../../components/fields.js';
import { OnlyOne } from '../../components/only-one.js';
import { PageHead } from '../../components/page-head.js';
import { CommunityField, EstateField } from '../../components/place-fields.js';
import { Rows } from '../../components/rows.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { dateText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useMyCommunities } from '../../lib/my-communities.js';
import { useUnitName } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';
import { councilKeys, type Council } from './api.js';
import { StateOf } from './state-of.js';

const states = Object.keys(labels.councilState) as Council['state'][];

/** Sessions of residents' councils (居民议事会), the newest first; a community convenes one here. */
export default function Councils() {
  const say = useWords();
  const unitName = useUnitName();
  const navigate = useNavigate();
  const own = useMyCommunities();
  const asked: Record<string, unknown> = useSearch({ strict: false });
  const state = states.find((one) => one === asked['state']);
  const found = useQuery({
    queryKey: [...councilKeys[0], 'list', state],
    queryFn: ({ signal }) => call('deliberation.council-session.list', { limit: 100, ...(state && { state }) }, { signal }),
    refetchInterval: 30_000,
  });
  return (
    <section aria-labelledby="councils-title" className="order">
      <PageHead id="councils-title" title={say('居民议事会', 'Residents’ council')} prints>
        <OnlyOne
          label={say('只看一种状态', 'One state only')}
          all={say('全部状态', 'All states')}
          width={160}
          value={state}
          onChange={(value) => void navigate({ to: '/councils', search: { state: value } as never, replace: true })}
          choices={choicesOf(labels.councilState)}
        />
      </PageHead>
      <p className="quiet" style={{ margin: 0 }}>
        {say(
          '两轮：第一轮议问题，第二轮议方案。在场各方一致认可才是共识；有保留的要答复，不以多数压少数，也不能代替业主表决。',
          'Two rounds: the problem, then a plan. Consensus is when all that are there agree; a reservation is answered, nobody is outvoted, and it is no vote of owners.',
        )}
      </p>
      <div className="acts">
        <Command
          operation="deliberation.council-session.open"
          title={say('召集居民议事会', 'Convene a council')}
          isPrimary
          refreshes={councilKeys}
          initial={own[0] ? { communityId: own[0].id } : {}}
          input={(
            { estateId, unitIds = [], ...filled }: { communityId: string; estateId?: string; unitIds?: string[]; topic: string },
            id,
          ) => ({
            ...{ id, unitIds, ...filled },
            ...(estateId && { estateId }),
          })}
          onDone={({ id }) => void navigate({ to: '/councils/$id', params: { id } as never })}
        >
          <Words name="topic" label={say('议什么（请勿写姓名电话）', 'What about (no names, no phones)')} min={2} max={200} rows={2} />
          <CommunityField />
          <EstateField label={say('小区（不限一个小区的不选）', 'Estate (none if not about one)')} />
          <UnitsField
            name="unitIds"
            isOptional
            label={say('请到场并可查看记录的产权单位、物业等', 'Property-rights unit, firm and others that come and may read the record')}
          />
        </Command>
      </div>
      <Answered
        query={found}
        isEmpty={({ sessions }) => sessions.length === 0}
        empty={
          state
            ? say('没有这样的议事会，请另选状态。', 'None such: choose another state.')
            : say('还没有开过居民议事会。由社区或街道召集，请到的单位在这里看到记录。', 'None yet. A community or the street convenes one.')
        }
      >
        {({ sessions }) => (
          <Rows
            rowKey="id"
            dataSource={sessions}
            pagination={{ pageSize: 20 }}
            columns={[
              {
                title: say('议题', 'Topic'),
                render: (_, { id, topic }) => (
                  <span className="long-text">
                    <Link to="/councils/$id" params={{ id }}>
                      {topic}
                    </Link>
                  </span>
                ),
              },
              { title: say('进程', 'State'), render: (_, session) => <StateOf session={session} /> },
              { title: say('社区', 'Community'), render: (_, { communityId }) => unitName(communityId) },
              { title: say('召集', 'Convened'), render: (_, { openedAt }) => dateText(openedAt) },
            ]}
          />
        )}
      </Answered>
    </section>
  );
}
