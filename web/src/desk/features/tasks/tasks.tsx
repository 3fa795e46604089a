import { Card } from '../../components/card.js';
import { PageHead } from '../../components/page-head.js';
import { Answered } from '../../components/states.js';
import { Tasks, useTasks } from '../../components/tasks.js';
import { useWords } from '../../lib/words.js';

/** What meetings, whistles and signed resolutions have entrusted units with (交办任务), the first due first; who was entrusted says here that it is done. */
export default function TasksPage() {
  const say = useWords();
  const tasks = useTasks({ state: 'ENTRUSTED' });
  return (
    <section aria-labelledby="tasks-title" className="narrow">
      <PageHead id="tasks-title" title={say('交办任务', 'Tasks')} />
      <Answered
        query={tasks}
        isEmpty={(found) => found.tasks.length === 0}
        empty={say(
          '现在没有交办的任务。调度会、吹哨和决议交办的，会出现在这里。',
          'None now. What meetings, whistles and resolutions entrust appears here.',
        )}
      >
        {(found) => (
          <Card style={{ marginTop: 12 }}>
            <Tasks tasks={found.tasks} refreshes={[['tasks'], ['meeting']]} />
          </Card>
        )}
      </Answered>
    </section>
  );
}
