import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useState } from 'react';
import { Mark } from '../../components/mark.js';
import { Part } from '../../components/part.js';
import { monthsFrom } from '../../components/propose-project.js';
import { Rows } from '../../components/rows.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { lastDayText, todayOf, untilText } from '../../lib/format.js';
import { useMay } from '../../lib/may.js';
import { useUnitName } from '../../lib/names.js';
import { useNow } from '../../lib/now.js';
import { useWords } from '../../lib/words.js';

/** Each community's project of the month (每月主动治理): settled on, still open, or missed. */
export function Months() {
  const say = useWords();
  const may = useMay();
  const unitName = useUnitName();
  const now = useNow(60_000);
  const months = monthsFrom(todayOf(now));
  const [chosen, choose] = useState<0 | 1>(0);
  const month = months[chosen];
  const mayLook = may('deliberation.monthly-slot.list');
  const slots = useQuery({
    queryKey: ['monthly-slots', month],
    queryFn: ({ signal }) => call('deliberation.monthly-slot.list', { month }, { signal }),
    enabled: mayLook,
  });
  if (!mayLook) return null;
  return (
    <Part
      id="months"
      title={say('每月“主动治理”项目', 'A project a month of each community')}
      extra={
        <Segmented
          className="no-print"
          value={chosen}
          onChange={(value) => choose(value as 0 | 1)}
          options={months.map((label, value) => ({ value, label }))}
        />
      }
    >
      <Answered
        query={slots}
        isEmpty={(found) => found.slots.length === 0}
        empty={say(
          `${month} 还没有社区开始。社区列入第一个“主动治理”项目后，每月都会提醒。`,
          `No community has begun for ${month}. From its first such project on it is reminded every month.`,
        )}
      >
        {(found) => (
          <Rows
            rowKey="communityId"
            dataSource={found.slots}
            columns={[
              { title: say('社区', 'Community'), render: (_, { communityId }) => unitName(communityId) },
              {
                title: say('项目', 'Project'),
                render: (_, { projectId, isMissed, dueAt }) =>
                  projectId !== null ? (
                    <Link to="/projects/$id" params={{ id: projectId }}>
                      {say('已定，查看', 'Settled on: see it')}
                    </Link>
                  ) : isMissed ? (
                    <Mark tone="bad">{say('当月未定', 'missed')}</Mark>
                  ) : (
                    `${say('待定', 'open')}（${untilText(dueAt, now)}）`
                  ),
              },
              { title: say('期限', 'Due'), render: (_, { dueAt }) => lastDayText(dueAt) },
            ]}
          />
        )}
      </Answered>
    </Part>
  );
}
