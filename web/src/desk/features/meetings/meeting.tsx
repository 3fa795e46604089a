import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Form } from 'antd';
import type { Dayjs } from 'dayjs';
import type { Output } from '@wufang/api-client';
import { Card } from '../../components/card.js';
import { DatePicker } from '../../components/date-picker.js';
import { Command } from '../../components/command.js';
import { UnitField, Words } from '../../components/fields.js';
import { Figures } from '../../components/figures.js';
import { Mark } from '../../components/mark.js';
import { OrdersTable } from '../../components/orders-table.js';
import { PageHead } from '../../components/page-head.js';
import { Rows } from '../../components/rows.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { dueText, fullText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useMay } from '../../lib/may.js';
import { useUnitName } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';

type Meeting = Output<'dispatch.scheduling-meeting.get'>;
type Task = Meeting['tasks'][number];

/** One scheduling meeting: what is on its agenda, what was decided for whom until when, what earlier meetings left open. */
export default function MeetingPage() {
  const say = useWords();
  const { id = '' } = useParams({ strict: false });
  const meeting = useQuery({
    queryKey: ['meeting', id],
    queryFn: ({ signal }) => call('dispatch.scheduling-meeting.get', { id }, { signal }),
    refetchInterval: 15_000,
  });
  return (
    <Answered query={meeting} heading={say('调度会', 'Scheduling meeting')}>
      {(found) => <OneMeeting meeting={found} />}
    </Answered>
  );
}

function OneMeeting({ meeting }: { meeting: Meeting }) {
  const say = useWords();
  const may = useMay();
  const { id, agenda, tasks } = meeting;
  const refreshes = [['meeting', id], ['meetings']];
  const isOn = meeting.state === 'CONVENED';
  const decided = new Set(tasks.map(({ orderId }) => orderId));
  return (
    <article aria-labelledby="meeting-title" className="order">
      <PageHead
        id="meeting-title"
        prints
        title={
          <>
            {say('调度会', 'Scheduling meeting')} {fullText(meeting.drawnAt)}{' '}
            <Mark tone={isOn ? 'good' : 'plain'}>{labels.meetingState[meeting.state]}</Mark>
          </>
        }
      />
      <Card>
        <Figures
          items={[
            { label: say('红：已超时', 'Red: overdue'), value: meeting.red, tone: meeting.red > 0 ? 'bad' : 'plain' },
            { label: say('黄：已预警', 'Yellow: warned'), value: meeting.yellow },
            { label: say('本次交办', 'Tasks of today'), value: tasks.length },
            { label: say('以前未完成', 'Earlier ones open'), value: meeting.followedTasks.length },
            ...(meeting.unplanned === null
              ? []
              : [
                  {
                    label: say('未填措施', 'Without a measure'),
                    value: meeting.unplanned,
                    tone: meeting.unplanned > 0 ? ('bad' as const) : ('plain' as const),
                  },
                ]),
          ]}
        />
        {meeting.scope !== null && <Scope scope={meeting.scope} />}
        {meeting.isCut && (
          <p>{say('超时和已预警的太多，议程只列出最急的。', 'Too many are red or yellow: the agenda names the most urgent.')}</p>
        )}
        {meeting.unplanned !== null && meeting.unplanned > 0 && (
          <p>
            {say(
              `${meeting.unplanned} 件已联系诉求人、还没有写明措施，请主办单位在台账补上措施、责任人和时限。`,
              `Of ${meeting.unplanned} orders the lead has not said what it will do.`,
            )}
          </p>
        )}
        {isOn && (
          <div className="acts">
            <Decide meetingId={id} title={say('交办一项（不针对某件）', 'Entrust a task of its own')} />
            <Command
              operation="dispatch.scheduling-meeting.adjourn"
              title={say('散会', 'Adjourn')}
              refreshes={refreshes}
              note={say('散会后不能再交办；任务照常计时。', 'Nothing can be decided afterwards; tasks keep their clocks.')}
              input={() => ({ id })}
            />
          </div>
        )}
      </Card>
      <Card title={say(`交办任务 ${tasks.length} 项`, `${tasks.length} tasks decided`)}>
        <Tasks tasks={tasks} refreshes={refreshes} empty={say('还没有交办', 'Nothing decided yet')} />
      </Card>
      <Card title={say(`以前会议未完成的任务 ${meeting.followedTasks.length} 项`, `${meeting.followedTasks.length} earlier tasks open`)}>
        <Tasks tasks={meeting.followedTasks} refreshes={refreshes} empty={say('没有', 'None')} />
      </Card>
      <Card title={say(`议程 ${agenda.length} 件`, `Agenda: ${agenda.length}`)}>
        {agenda.length === 0 ? (
          say('此刻没有超时和已预警的工单', 'Nothing was red or yellow')
        ) : (
          <OrdersTable
            orders={agenda}
            pageSize={20}
            before={[
              {
                title: say('颜色', 'Colour'),
                render: (_, { colour }) => (
                  <Mark tone={colour === 'RED' ? 'bad' : 'plain'}>{colour === 'RED' ? say('红', 'Red') : say('黄', 'Yellow')}</Mark>
                ),
              },
            ]}
            after={[
              { title: say('问题工单', 'Problem'), render: (_, { isProblemOrder }) => (isProblemOrder ? say('是', 'yes') : '') },
              { title: say('措施', 'Measure'), render: (_, { isPlanned }) => (isPlanned === false ? say('未填', 'none') : '') },
              { title: say('决定', 'Decided'), render: (_, { orderId }) => (decided.has(orderId) ? say('已交办', 'yes') : '') },
              ...(isOn && may('dispatch.scheduling-meeting.decide')
                ? [
                    {
                      title: say('处理', 'Action'),
                      className: 'no-print',
                      render: (_: unknown, { orderId, no, leadUnitId }: Meeting['agenda'][number]) => (
                        <Decide meetingId={id} orderId={orderId} unitId={leadUnitId} title={say('交办', 'Decide')} about={no} />
                      ),
                    },
                  ]
                : []),
            ]}
          />
        )}
      </Card>
    </article>
  );
}

/** Whose matters the meeting is about (包片). */
function Scope({ scope: { unitIds, communityIds } }: { scope: NonNullable<Meeting['scope']> }) {
  const say = useWords();
  const unitName = useUnitName();
  const names = (ids: readonly string[]) => ids.map(unitName).join(say('、', ', '));
  return (
    <p>
      <b>{say('包片', 'About')}</b>
      {unitIds.length > 0 && say(`：主办单位 ${names(unitIds)}`, `: led by ${names(unitIds)}`)}
      {communityIds.length > 0 && say(`；社区 ${names(communityIds)}`, `; in ${names(communityIds)}`)}
    </p>
  );
}

/** A decision becomes a task: who, what, until when. */
function Decide({
  meetingId,
  orderId,
  unitId,
  ...button
}: {
  meetingId: string;
  orderId?: string;
  unitId?: string;
  title: string;
  about?: string;
}) {
  const say = useWords();
  return (
    <Command
      operation="dispatch.scheduling-meeting.decide"
      {...button}
      size={orderId === undefined ? 'middle' : 'small'}
      refreshes={[['meeting', meetingId]]}
      initial={unitId === undefined ? {} : { unitId }}
      input={({ dueAt, ...filled }: { unitId: string; text: string; dueAt?: Dayjs | null }) => ({
        ...{ id: meetingId, ...filled },
        ...(orderId !== undefined && { orderId }),
        ...(dueAt && { dueAt: dueAt.toISOString() }),
      })}
    >
      <UnitField name="unitId" label={say('交办给', 'For')} />
      <Words name="text" label={say('要做什么', 'What is to be done')} rows={2} min={2} />
      <Form.Item name="dueAt" label={say('完成时限（不填按时限表）', 'Until (empty: by the time limits)')}>
        <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" />
      </Form.Item>
    </Command>
  );
}

function Tasks({ tasks, refreshes, empty }: { tasks: readonly Task[]; refreshes: readonly string[][]; empty: string }) {
  const say = useWords();
  const may = useMay();
  const unitName = useUnitName();
  if (tasks.length === 0) return <>{empty}</>;
  return (
    <Rows
      rowKey="id"
      dataSource={tasks}
      columns={[
        { title: say('单位', 'Unit'), render: (_, { unitId }) => unitName(unitId) },
        { title: say('要做什么', 'Task'), render: (_, { text }) => <span className="long-text">{text}</span> },
        {
          title: say('状态', 'State'),
          render: (_, { state, isOverdue }) => (
            <Mark tone={isOverdue ? 'bad' : state === 'DELIVERED' ? 'good' : 'plain'}>
              {isOverdue && state === 'ENTRUSTED' ? say('超时未完成', 'overdue') : labels.taskState[state]}
            </Mark>
          ),
        },
        { title: say('时限', 'Due'), render: (_, { dueAt }) => dueText(dueAt) },
        { title: say('依据', 'Evidence'), render: (_, { evidence }) => <span className="long-text">{evidence ?? '—'}</span> },
        ...(may('dispatch.assigned-task.drop')
          ? [
              {
                title: say('处理', 'Action'),
                className: 'no-print',
                render: (_: unknown, { id, state }: Task) =>
                  state === 'ENTRUSTED' ? (
                    <Command
                      operation="dispatch.assigned-task.drop"
                      size="small"
                      title={say('取消任务', 'Drop')}
                      refreshes={refreshes}
                      input={({ reason }: { reason: string }) => ({ id, reason })}
                    >
                      <Words name="reason" label={say('理由', 'Reason')} rows={2} min={2} />
                    </Command>
                  ) : null,
              },
            ]
          : []),
      ]}
    />
  );
}
