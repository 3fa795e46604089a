import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { choicesOf } from '../../components/fields.js';
import { Figures } from '../../components/figures.js';
import { OnlyOne } from '../../components/only-one.js';
import { PageHead } from '../../components/page-head.js';
import { Part } from '../../components/part.js';
import { ProposeProject } from '../../components/propose-project.js';
import { Rows } from '../../components/rows.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { todayOf, yuanText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useCommunities, useUnitName } from '../../lib/names.js';
import { useNow } from '../../lib/now.js';
import { useWords } from '../../lib/words.js';
import { projectStates, type Project } from './api.js';
import { Months } from './months.js';
import { StateOf } from './state-of.js';

const LIMIT = 50;

/** The project pool (民生项目池): problem list, task list, what waits for the street's approval, what is built; the year's programme and each community's month. */
export default function Projects() {
  const say = useWords();
  const unitName = useUnitName();
  const navigate = useNavigate();
  const communities = useCommunities();
  const asked: Record<string, unknown> = useSearch({ strict: false });
  const textOf = (name: string) => (typeof asked[name] === 'string' ? asked[name] : undefined);
  const state = projectStates.find((one) => one === asked['state']);
  const type = (['LIVEABLE', 'SAFE'] as const).find((one) => one === asked['type']);
  const [communityId, before] = [textOf('community'), textOf('before')];
  const ask = (next: Record<string, string | undefined>) =>
    void navigate({ to: '/projects', search: { state, type, community: communityId, before: undefined, ...next } as never, replace: true });
  const found = useQuery({
    queryKey: ['projects', 'list', state, type, communityId, before],
    queryFn: ({ signal }) =>
      call(
        'deliberation.project.list',
        { limit: LIMIT, ...(state && { state }), ...(type && { type }), ...(communityId && { communityId }), ...(before && { before }) },
        { signal },
      ),
    placeholderData: (old) => old,
    refetchInterval: 30_000,
  });
  const isFiltered = state !== undefined || type !== undefined || communityId !== undefined || before !== undefined;
  return (
    <section aria-labelledby="projects-title" className="order">
      <PageHead id="projects-title" title={say('民生项目池', 'Project pool')} prints />
      <Answered query={found}>{({ counts }) => <Counts counts={counts} />}</Answered>
      <Months />
      <Part id="pool" title={say('项目', 'Projects')}>
        <div className="filters no-print">
          <OnlyOne
            label={say('只看一种状态', 'One state only')}
            all={say('全部状态', 'All states')}
            width={130}
            value={state}
            onChange={(value) => ask({ state: value })}
            choices={choicesOf(labels.projectState)}
          />
          <OnlyOne
            label={say('只看一种类型', 'One type only')}
            all={say('全部类型', 'All types')}
            width={120}
            value={type}
            onChange={(value) => ask({ type: value })}
            choices={choicesOf(labels.projectType)}
          />
          <OnlyOne
            label={say('只看一个社区', 'One community only')}
            all={say('全部社区', 'All communities')}
            width={150}
            isLong
            value={communityId}
            onChange={(value) => ask({ community: value })}
            choices={communities.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </div>
        <Answered
          query={found}
          isEmpty={({ projects }) => projects.length === 0}
          empty={
            isFiltered
              ? say('没有这样的项目，请放宽上面的条件。', 'None such: ask for less above.')
              : say(
                  '项目池里还没有项目。社区或街道可以把一件或一类问题列进来。',
                  'None yet. A community or the street puts a problem on the list.',
                )
          }
        >
          {({ projects }) => (
            <>
              <Rows
                rowKey="id"
                dataSource={projects}
                columns={[
                  {
                    title: say('项目', 'Project'),
                    render: (_, { id, title }) => (
                      <span className="long-text">
                        <Link to="/projects/$id" params={{ id }}>
                          {title}
                        </Link>
                      </span>
                    ),
                  },
                  { title: say('状态', 'State'), render: (_, project) => <StateOf project={project} /> },
                  { title: say('类型', 'Type'), render: (_, one) => labels.projectType[one.type] },
                  { title: say('社区', 'Community'), render: (_, one) => unitName(one.communityId) },
                  { title: say('来源', 'From'), render: (_, one) => labels.projectOrigin[one.origin] },
                  {
                    title: say('预算或批复', 'Budget or approved'),
                    align: 'right',
                    render: (_, { approval, budgetFen }) => {
                      const fen = approval?.amountFen ?? budgetFen;
                      return fen === null ? '—' : yuanText(fen);
                    },
                  },
                  {
                    title: say('微民生项目库', 'Programme'),
                    render: (_, { approval }) =>
                      approval?.programYear
                        ? say(`${approval.programYear} 年第 ${approval.programNo} 项`, `${approval.programYear}, no. ${approval.programNo}`)
                        : '—',
                  },
                ]}
              />
              <div className="form-buttons no-print">
                {before && <Button onClick={() => ask({})}>{say('回到最新', 'Back to the newest')}</Button>}
                {projects.length === LIMIT && (
                  <Button onClick={() => ask({ before: projects.at(-1)!.id })}>{say('更早的项目', 'Earlier ones')}</Button>
                )}
              </div>
            </>
          )}
        </Answered>
        <div className="acts">
          <ProposeProject
            title={say('列入问题清单', 'Put a problem on the list')}
            isPrimary
            onDone={({ id }) => void navigate({ to: '/projects/$id', params: { id } as never })}
          />
        </div>
      </Part>
    </section>
  );
}

/** How many stand where, how many are of each type, and how full the year's programme is. */
function Counts({ counts }: { counts: readonly { state: Project['state']; type: Project['type']; projects: number }[] }) {
  const say = useWords();
  const now = useNow(600_000);
  const year = Number(todayOf(now).slice(0, 4));
  const program = useQuery({
    queryKey: ['project-program', year],
    queryFn: ({ signal }) => call('deliberation.project-program.get', { year }, { signal }),
  });
  const sum = (...states: Project['state'][]) => counts.reduce((all, one) => all + (states.includes(one.state) ? one.projects : 0), 0);
  // What was not built is no project of either kind.
  const ofType = (type: Project['type']) =>
    counts.reduce((all, one) => all + (one.type === type && one.state !== 'WITHDRAWN' ? one.projects : 0), 0);
  return (
    <Figures
      items={[
        { label: labels.projectState.PROBLEM, value: sum('PROBLEM') },
        { label: labels.projectState.TASKED, value: sum('TASKED', 'DECLINED') },
        { label: labels.projectState.SUBMITTED, value: sum('SUBMITTED') },
        { label: labels.projectState.UNDER_WAY, value: sum('APPROVED', 'UNDER_WAY', 'DONE') },
        { label: labels.projectState.ACCEPTED, value: sum('ACCEPTED') },
        { label: labels.projectType.LIVEABLE, value: ofType('LIVEABLE') },
        { label: labels.projectType.SAFE, value: ofType('SAFE') },
        {
          label: say(`${year} 年微民生项目库`, `Programme ${year}`),
          value: program.data ? `${program.data.taken} / ${program.data.quota}` : '—',
        },
      ]}
    />
  );
}
