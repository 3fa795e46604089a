import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { PageHead } from '../../components/page-head.js';
import { Rows } from '../../components/rows.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { useWords } from '../../lib/words.js';
import { Publish } from './publish.js';

/** The policy library (制度库): the street's rule books, and every law and paper that a figure cites; which version is in force. */
export default function Policies() {
  const say = useWords();
  const list = useQuery({ queryKey: ['policies'], queryFn: ({ signal }) => call('registry.policy.list', {}, { signal }) });
  return (
    <section aria-labelledby="policies-title" className="order">
      <PageHead id="policies-title" title={say('制度库', 'Policy library')} prints />
      <Publish />
      <Answered query={list}>
        {({ papers }) => (
          <Rows
            rowKey="code"
            dataSource={papers}
            columns={[
              {
                title: say('文件', 'Paper'),
                render: (_, { code, name }) => (
                  <Link to="/policies/$id" params={{ id: code }} className="long-text">
                    {name}
                  </Link>
                ),
              },
              {
                title: say('施行的版本', 'In force'),
                render: (_, { inForce, versions }) =>
                  inForce === null
                    ? versions.length === 0
                      ? say('正文还没有录入', 'Not entered yet')
                      : say('还没有到施行日', 'Not in force yet')
                    : say(`第 ${inForce} 版`, `Version ${inForce}`),
              },
              { title: say('引用它的时限', 'Limits that cite it'), dataIndex: 'cited', align: 'right' },
            ]}
          />
        )}
      </Answered>
    </section>
  );
}
