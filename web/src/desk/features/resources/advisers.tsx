import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Part } from '../../components/part.js';
import { Rows } from '../../components/rows.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { dateText } from '../../lib/format.js';
import { useMay } from '../../lib/may.js';
import { useUnitName } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';

/** Residents who followed a matter of theirs and are ready to help the community think (社区智囊团), by the number of that matter. Nothing for whoever may not look. */
export function Advisers() {
  const say = useWords();
  const unitName = useUnitName();
  const may = useMay()('dispatch.adviser.list');
  const list = useQuery({
    queryKey: ['advisers'],
    queryFn: ({ signal }) => call('dispatch.adviser.list', { limit: 200 }, { signal }),
    enabled: may,
  });
  if (!may) return null;
  return (
    <Part id="advisers" title={say('社区智囊团', 'Residents who help think')}>
      <Answered
        query={list}
        isEmpty={({ advisers }) => advisers.length === 0}
        empty={say('还没有人加入。在工单页邀请诉求人跟办之后，本人同意的可以加入。', 'Nobody yet: on an order, ask its complainant along.')}
      >
        {({ advisers }) => (
          <Rows
            rowKey="orderId"
            dataSource={advisers}
            pagination={{ pageSize: 20 }}
            columns={[
              {
                title: say('诉求', 'Matter'),
                render: (_, { orderId, no }) => (
                  <Link to="/about/$id" params={{ id: orderId }}>
                    {no}
                  </Link>
                ),
              },
              { title: say('问题分类', 'About'), dataIndex: 'category1' },
              { title: say('社区', 'Community'), render: (_, { communityId }) => unitName(communityId) },
              { title: say('加入', 'Since'), render: (_, { joinedAt }) => dateText(joinedAt) },
            ]}
          />
        )}
      </Answered>
    </Part>
  );
}
