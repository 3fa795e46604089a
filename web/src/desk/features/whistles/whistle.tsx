import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Descriptions } from 'antd';
import { Card } from '../../components/card.js';
import { Mark } from '../../components/mark.js';
import { PageHead } from '../../components/page-head.js';
import { Answered } from '../../components/states.js';
import { Tasks, useTasks } from '../../components/tasks.js';
import { call } from '../../lib/client.js';
import { fullText, untilText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useUnitIds } from '../../lib/me.js';
import { usePlaceText, useUnitName } from '../../lib/names.js';
import { useNow } from '../../lib/now.js';
import { useWords } from '../../lib/words.js';
import { useWhistle, whistleKeys, type Whistle } from './api.js';
import { StreetActs } from './street-acts.js';
import { SummonsPart } from './summons.js';

/** One whistle (吹哨): what for, whom, where and when; a summoned unit answers here from its phone, the street leads it to its result. */
export default function WhistlePage() {
  const say = useWords();
  const { id = '' } = useParams({ strict: false });
  const whistle = useWhistle(id);
  return (
    <Answered query={whistle} heading={say('吹哨', 'Whistle')}>
      {(found) => <One whistle={found} />}
    </Answered>
  );
}

function One({ whistle }: { whistle: Whistle }) {
  const say = useWords();
  const unitName = useUnitName();
  const placeText = usePlaceText();
  const units = useUnitIds();
  const now = useNow();
  const tasks = useTasks({ sourceId: whistle.id });
  const { state, orderId, level, place, meeting, minutes, result, summonses } = whistle;
  // A unit that is summoned need not be concerned with the order itself.
  const order = useQuery({
    queryKey: ['order', orderId],
    queryFn: ({ signal }) => call('dispatch.work-order.get', { id: orderId! }, { signal }),
    enabled: orderId !== null,
    retry: false,
  });
  const own = summonses.filter(({ unitId }) => units.includes(unitId));
  const others = summonses.filter(({ unitId }) => !units.includes(unitId));
  return (
    <article aria-labelledby="whistle-title" className="order narrow">
      <PageHead
        id="whistle-title"
        title={
          <>
            {say('吹哨', 'Whistle')} <Mark tone={state === 'SETTLED' ? 'good' : 'plain'}>{labels.whistleState[state]}</Mark>
          </>
        }
      />
      <Card>
        <Descriptions
          size="small"
          column={1}
          items={[
            { key: 'why', label: say('为什么吹哨', 'Why'), children: whistle.reason },
            { key: 'by', label: say('吹哨单位', 'Sounded by'), children: unitName(whistle.whistlingUnitId) },
            ...(state === 'ASKED' && whistle.answerDueAt !== null
              ? [
                  {
                    key: 'answer',
                    label: say('街道应答复的时间', 'The street answers by'),
                    children: `${fullText(whistle.answerDueAt)}（${untilText(whistle.answerDueAt, now)}）`,
                  },
                ]
              : []),
            { key: 'level', label: say('级别', 'Level'), children: labels.level[level] },
            { key: 'place', label: say('地点', 'Place'), children: placeText(place) },
            {
              key: 'meeting',
              label: say('现场会商', 'Meeting on site'),
              children: meeting === null ? say('不另行会商', 'none') : `${fullText(meeting.at)} ${meeting.point}`,
            },
            ...(order.data
              ? [
                  {
                    key: 'order',
                    label: say('为哪一件', 'For'),
                    children: (
                      <Link to={own.length > 0 ? '/jobs/$id' : '/orders/$id'} params={{ id: order.data.id }}>
                        {order.data.no} {order.data.title}
                      </Link>
                    ),
                  },
                ]
              : []),
            ...(minutes === null ? [] : [{ key: 'minutes', label: say('会商纪要', 'Minutes'), children: minutes }]),
            ...(result === null
              ? []
              : [
                  { key: 'result', label: state === 'DECLINED' ? say('不吹哨的理由', 'Why not') : say('结果', 'Result'), children: result },
                ]),
          ]}
        />
        <StreetActs whistle={whistle} />
      </Card>
      {own.map((summons) => (
        <SummonsPart key={summons.id} whistle={whistle} summons={summons} demandId={order.data?.demandId} isOwn />
      ))}
      {others.map((summons) => (
        <SummonsPart key={summons.id} whistle={whistle} summons={summons} demandId={order.data?.demandId} />
      ))}
      {(tasks.data?.tasks.length ?? 0) > 0 && (
        <Card title={say('交办任务', 'Tasks')}>
          <Tasks tasks={tasks.data!.tasks} refreshes={whistleKeys} />
        </Card>
      )}
    </article>
  );
}
