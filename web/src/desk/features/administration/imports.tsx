import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { Card } from '../../components/card.js';
import { PageHead } from '../../components/page-head.js';
import { Rows } from '../../components/rows.js';
import { Answered, Trouble } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { fullText } from '../../lib/format.js';
import { useMay } from '../../lib/may.js';
import { useWords } from '../../lib/words.js';
import { FilePick } from '../../components/file-pick.js';
import { ParkedRows } from './parked-rows.js';
import { RegisterImport } from './register-import.js';

/** Files that come in: the hotline's export row by row, with what waits for a person; and the register. */
export default function Imports() {
  const say = useWords();
  const may = useMay();
  return (
    <section aria-labelledby="imports-title" className="order">
      <PageHead id="imports-title" title={say('导入', 'Imports')} />
      {may('intake.import.run') && <OrderImport />}
      {may('intake.import.list') && <PastImports />}
      {may('intake.import.parked') && <ParkedRows />}
      {may('registry.import.start') && <RegisterImport />}
    </section>
  );
}

function OrderImport() {
  const say = useWords();
  const queries = useQueryClient();
  const run = useMutation({
    mutationFn: (file: File) => call('intake.import.run', { file, fileName: file.name }),
    onSettled: () => Promise.all([['imports'], ['parked']].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
  const { rows = 0, accepted = 0, known = 0, parked = 0 } = run.data ?? {};
  return (
    <Card title={say('热线工单明细', 'The hotline’s export')}>
      <FilePick
        label={say('.xlsx 或 .csv 文件（UTF-8、GB18030 都可以）', '.xlsx or .csv (UTF-8 or GB18030)')}
        accept=".xlsx,.csv"
        isPending={run.isPending}
        pick={(file) => run.mutate(file)}
      />
      <div role="status" style={{ marginTop: 12 }}>
        {run.isPending &&
          say(
            '正在导入，三千行约需半分钟，请不要关闭本页。中断了再导入同一个文件即可，不会重复。',
            'Under way; three thousand rows take about half a minute.',
          )}
        {run.isError && <Trouble error={run.error} />}
        {run.data && (
          <Alert
            showIcon
            type={parked > 0 ? 'warning' : 'success'}
            message={say(
              `${rows} 行 = 接收 ${accepted} + 已有 ${known} + 待更正 ${parked}`,
              `${rows} rows = ${accepted} accepted + ${known} known + ${parked} parked`,
            )}
            description={
              parked > 0 ? say('待更正的行列在下面，逐行写着原因。', 'Parked rows stand below, each with its reasons.') : undefined
            }
          />
        )}
      </div>
    </Card>
  );
}

function PastImports() {
  const say = useWords();
  const navigate = useNavigate();
  const asked: Record<string, unknown> = useSearch({ strict: false });
  const imports = useQuery({ queryKey: ['imports'], queryFn: ({ signal }) => call('intake.import.list', {}, { signal }) });
  return (
    <Card title={say('做过的导入', 'Imports so far')}>
      <Answered
        query={imports}
        isEmpty={(found) => found.imports.length === 0}
        empty={say('还没有导入过，请在上面选择文件', 'None yet: choose a file above')}
      >
        {(found) => (
          <Rows
            rowKey="importId"
            dataSource={found.imports}
            pagination={{ pageSize: 10 }}
            columns={[
              { title: say('文件', 'File'), dataIndex: 'fileName' },
              { title: say('时间', 'At'), render: (_, { at }) => fullText(at) },
              { title: say('行数', 'Rows'), dataIndex: 'rows', align: 'right' },
              { title: say('接收', 'Accepted'), dataIndex: 'accepted', align: 'right' },
              { title: say('已有', 'Known'), dataIndex: 'known', align: 'right' },
              { title: say('待更正', 'Parked'), dataIndex: 'parked', align: 'right' },
              {
                title: say('仍待更正', 'Still waiting'),
                align: 'right',
                render: (_, { importId, waiting }) =>
                  waiting === 0 ? (
                    0
                  ) : (
                    <Button
                      size="small"
                      aria-pressed={asked['import'] === importId}
                      onClick={() =>
                        void navigate({
                          to: '/imports',
                          search: { import: asked['import'] === importId ? undefined : importId } as never,
                          replace: true,
                        })
                      }
                    >
                      {say(`看这 ${waiting} 行`, `See ${waiting}`)}
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </Answered>
    </Card>
  );
}
