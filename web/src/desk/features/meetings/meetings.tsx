import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Form, Select } from 'antd';
import { Command } from '../../components/command.js';
import { UnitsField } from '../../components/fields.js';
import { Mark } from '../../components/mark.js';
import { PageHead } from '../../components/page-head.js';
import { Rows } from '../../components/rows.js';
import { Answered } from '../../components/states.js';
import { useChargesToday } from '../../lib/charges.js';
import { call } from '../../lib/client.js';
import { fullText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useCommunities } from '../../lib/names.js';
import { usePersonName } from '../../lib/people.js';
import { useWords } from '../../lib/words.js';

/** Scheduling meetings (调度会), the newest first; drawing one takes what is red and yellow at this moment. */
export default function Meetings() {
  const say = useWords();
  const navigate = useNavigate();
  const meetings = useQuery({
    queryKey: ['meetings'],
    queryFn: ({ signal }) => call('dispatch.scheduling-meeting.list', { limit: 100 }, { signal }),
  });
  return (
    <section aria-labelledby="meetings-title" className="order">
      <PageHead id="meetings-title" title={say('调度会', 'Scheduling meetings')} />
      <Command
        operation="dispatch.scheduling-meeting.draw"
        title={say('召开调度会', 'Call a meeting')}
        isPrimary
        refreshes={[['meetings']]}
        note={say(
          '议程取此刻超时（红）和已预警（黄）的工单，以及以前会议未完成的任务。',
          'The agenda: what is red or yellow now, and unfinished tasks of earlier meetings.',
        )}
        input={({ unitIds = [], communityIds = [] }: Scoped) => ({
          ...(unitIds.length > 0 && { unitIds }),
          ...(communityIds.length > 0 && { communityIds }),
        })}
        onDone={({ id }) => void navigate({ to: '/meetings/$id', params: { id } })}
      >
        <ScopeFields />
      </Command>
      <Answered
        query={meetings}
        isEmpty={(found) => found.meetings.length === 0}
        empty={say('还没有开过调度会，由街道领导或科长在上面召开', 'No meeting yet: a leader or section chief convenes one above')}
      >
        {(found) => (
          <Rows
            rowKey="id"
            dataSource={found.meetings}
            pagination={{ pageSize: 30 }}
            columns={[
              {
                title: say('时间', 'Drawn'),
                render: (_, { id, drawnAt }) => (
                  <Link to="/meetings/$id" params={{ id }}>
                    {fullText(drawnAt)}
                  </Link>
                ),
              },
              {
                title: say('状态', 'State'),
                render: (_, { state }) => <Mark tone={state === 'CONVENED' ? 'good' : 'plain'}>{labels.meetingState[state]}</Mark>,
              },
              {
                title: say('范围', 'About'),
                render: (_, { scope }) => (scope === null ? say('全部', 'all') : say('包片', 'chosen units')),
              },
              { title: say('红', 'Red'), dataIndex: 'red', align: 'right' },
              { title: say('黄', 'Yellow'), dataIndex: 'yellow', align: 'right' },
              { title: say('交办', 'Tasks'), align: 'right', render: (_, { taskIds }) => taskIds.length },
              {
                title: say('未完成的旧任务', 'Earlier tasks open'),
                align: 'right',
                render: (_, { followedTaskIds }) => followedTaskIds.length,
              },
            ]}
          />
        )}
      </Answered>
    </section>
  );
}

interface Scoped {
  leader?: string;
  unitIds?: string[];
  communityIds?: string[];
}

/**
 * What the meeting is about (包片): the units and communities of the leader who is chosen fill the two fields, which may then be changed; nothing chosen is all of
 * the street. What one of the units leads is on the agenda, and what is in one of the communities.
 */
function ScopeFields() {
  const say = useWords();
  const form = Form.useFormInstance<Scoped>();
  const personName = usePersonName();
  const charges = useChargesToday();
  const communities = useCommunities().map(({ id }) => id);
  const fill = (accountId?: string) => {
    const unitIds = charges.find((charge) => charge.accountId === accountId)?.unitIds ?? [];
    form.setFieldsValue({ unitIds: [...unitIds], communityIds: unitIds.filter((id) => communities.includes(id)) });
  };
  return (
    <>
      {charges.length > 0 && (
        <Form.Item name="leader" label={say('哪位领导的包片（选了就填好下面两栏）', 'Whose units (fills the two fields below)')}>
          <Select
            allowClear
            onChange={fill}
            options={charges.map(({ accountId }) => ({ value: accountId, label: personName(accountId) }))}
          />
        </Form.Item>
      )}
      <UnitsField name="unitIds" label={say('这些单位主办的（都不选就是全街道）', 'Led by these units (nothing chosen: all)')} isOptional />
      <UnitsField name="communityIds" label={say('或地点在这些社区的', 'Or in these communities')} among={communities} isOptional />
    </>
  );
}
