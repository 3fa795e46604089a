import { useQuery } from '@tanstack/react-query';
import { ApiProblem, type CallOptions } from '@wufang/api-client';
import { Link, Navigate, useParams } from '@tanstack/react-router';
import { Nothing, Trouble } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { useMay, type Guarded } from '../../lib/may.js';
import { useRoles } from '../../lib/me.js';
import { useWords } from '../../lib/words.js';

/** What a message may be about, in the order in which it is looked for. */
const things = [
  'dispatch.work-order.get',
  'deliberation.issue.get',
  'dispatch.incident.get',
  'dispatch.campaign.get',
  'deliberation.vote.get',
  'deliberation.emergency.get',
  'deliberation.project.get',
  'deliberation.council-session.get',
  'deliberation.estate-term.get',
  'deliberation.table.get',
  'deliberation.courtyard-matter.list',
  'deliberation.office-question.list',
  'dispatch.exposure.list',
] as const satisfies readonly Guarded[];
type Thing = (typeof things)[number];

/** Whether there is such a thing of this id; what is not there, or not for this person, is refused. */
async function isThere(thing: Thing, id: string, options: CallOptions): Promise<boolean> {
  if (thing === 'deliberation.courtyard-matter.list') await call(thing, { courtyardId: id, limit: 1 }, options);
  else if (thing === 'deliberation.office-question.list')
    return (await call(thing, { limit: 100 }, options)).questions.some((question) => question.id === id);
  else if (thing === 'dispatch.exposure.list')
    return (await call(thing, { limit: 200 }, options)).exposures.some((exposure) => exposure.id === id);
  else await call(thing, { id }, options);
  return true;
}

/** Those who work orders off have a page of their own for them. */
const handlers = ['firm_handler', 'firm_manager', 'department_handler'] as const;

/** From a message to what it is about: the order, issue, incident, campaign, vote, emergency use, project, council, term, table or courtyard of this id, the question of an office day or the exposure, as far as one may see it. */
export default function About() {
  const say = useWords();
  const may = useMay();
  const roles = useRoles();
  const { id } = useParams({ strict: false }) as { id: string };
  const found = useQuery({
    queryKey: ['about', id],
    queryFn: async ({ signal }): Promise<Thing | null> => {
      for (const thing of things.filter(may)) {
        try {
          if (await isThere(thing, id, { signal })) return thing;
        } catch (error) {
          const isElsewhere = error instanceof ApiProblem && (error.status === 404 || error.status === 403);
          if (!isElsewhere) throw error;
        }
      }
      return null;
    },
  });
  const doesJobs = handlers.some((role) => roles.includes(role));
  const at = {
    'dispatch.work-order.get': doesJobs ? '/jobs/$id' : '/orders/$id',
    'deliberation.issue.get': '/issues/$id',
    'dispatch.incident.get': '/incidents/$id',
    'dispatch.campaign.get': '/campaigns/$id',
    'deliberation.vote.get': '/votes/$id',
    'deliberation.emergency.get': '/emergency-uses/$id',
    'deliberation.project.get': '/projects/$id',
    'deliberation.council-session.get': '/councils/$id',
    'deliberation.estate-term.get': '/terms/$id',
    'deliberation.table.get': '/tables',
    'deliberation.courtyard-matter.list': '/courtyards/$id',
    'deliberation.office-question.list': '/office-days',
    'dispatch.exposure.list': '/exposures',
  } as const;
  if (found.data) return <Navigate to={at[found.data]} params={{ id }} replace />;
  return (
    <section aria-labelledby="about-title" className="narrow">
      <h1 id="about-title" className="page-title page-title-alone">
        {say('消息所说的事项', 'What the message is about')}
      </h1>
      {found.isPending && <p aria-busy="true">{say('正在查找…', 'Looking…')}</p>}
      {found.isError && <Trouble error={found.error} again={() => void found.refetch()} />}
      {found.data === null && (
        <Nothing>
          {say('它没有单独的页面，要办的都写在消息里。', 'It has no page of its own; the message says all there is to do.')}{' '}
          <Link to="/messages">{say('回到消息', 'Back to the messages')}</Link>
        </Nothing>
      )}
    </section>
  );
}
