import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Progress } from 'antd';
import { useEffect, useState } from 'react';
import { Card } from '../../components/card.js';
import { Rows } from '../../components/rows.js';
import { Trouble } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { useWords } from '../../lib/words.js';
import { FilePick } from '../../components/file-pick.js';

/** The register (名册) from a workbook: it goes in after the answer, its progress is looked at, faulty rows are named. The same file again changes nothing. */
export function RegisterImport() {
  const say = useWords();
  const queries = useQueryClient();
  const [id, setId] = useState<string>();
  const start = useMutation({
    mutationFn: (file: File) => call('registry.import.start', { file, fileName: file.name }),
    onSuccess: (begun) => setId(begun.id),
  });
  const progress = useQuery({
    queryKey: ['register-import', id],
    queryFn: ({ signal }) => call('registry.import.progress', { id: id! }, { signal }),
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (state.data === undefined || state.data.state === 'RUNNING' ? 1_000 : false),
  });
  const found = progress.data;
  useEffect(() => {
    if (found?.state === 'DONE') for (const key of ['units', 'estates']) void queries.invalidateQueries({ queryKey: [key] });
  }, [found?.state, queries]);
  return (
    <Card title={say('名册：单位、小区、楼栋、房屋', 'The register: units, estates, buildings, homes')}>
      <FilePick
        label={say('.xlsx 文件，四张表：单位、小区、楼栋、房屋', '.xlsx with the sheets 单位, 小区, 楼栋, 房屋')}
        accept=".xlsx"
        isPending={start.isPending || found?.state === 'RUNNING'}
        pick={(file) => start.mutate(file)}
      />
      {start.isError && <Trouble error={start.error} />}
      {progress.isError && <Trouble error={progress.error} again={() => void progress.refetch()} />}
      {found && (
        <div style={{ marginTop: 12 }}>
          <Progress
            aria-label={say('导入进度', 'Progress')}
            percent={found.rowsTotal === 0 ? 0 : Math.floor((found.rowsDone / found.rowsTotal) * 100)}
            status={found.state === 'FAILED' ? 'exception' : 'normal'}
          />
          <div role="status">
            {found.state === 'FAILED' && <Alert type="error" showIcon message={found.error ?? say('导入没有完成', 'It was cut off')} />}
            {say(
              `${found.rowsTotal} 行，已处理 ${found.rowsDone}：新增 ${found.added}，变更 ${found.changed}，未变 ${found.unchanged}，有误 ${found.faults.length}`,
              `${found.rowsDone} of ${found.rowsTotal}: ${found.added} added, ${found.changed} changed, ${found.unchanged} unchanged, ${found.faults.length} faulty`,
            )}
          </div>
          {found.faults.length > 0 && (
            <Rows
              rowKey={({ sheet, row }) => `${sheet} ${row}`}
              dataSource={found.faults}
              pagination={{ pageSize: 20 }}
              columns={[
                { title: say('表', 'Sheet'), dataIndex: 'sheet' },
                { title: say('行', 'Row'), dataIndex: 'row', align: 'right' },
                { title: say('原因', 'Reason'), dataIndex: 'reason' },
              ]}
            />
          )}
        </div>
      )}
    </Card>
  );
}
