import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { DatePicker } from '../../components/date-picker.js';
import { LateParties } from '../../components/late-parties.js';
import { PageHead } from '../../components/page-head.js';
import { Rows } from '../../components/rows.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { dateText, lastDayText } from '../../lib/format.js';
import { useWords } from '../../lib/words.js';

const percent = (rate: number | null) => (rate === null ? '—' : `${(rate * 100).toFixed(2)} %`);

/** The three rates (三率) of a period: counts beside rates, no figure for a unit without a valid callback; and who lost points for being late with what it signed. */
export default function Rates() {
  const say = useWords();
  const [period, setPeriod] = useState(dayjs().format('YYYY-MM'));
  const [by, setBy] = useState<'community' | 'unit'>('community');
  const rates = useQuery({
    queryKey: ['rates', period, by],
    queryFn: ({ signal }) => call('scoring.rates.get', { period, by }, { signal }),
  });
  return (
    <section aria-labelledby="rates-title" className="order">
      <PageHead id="rates-title" title={say('三率', 'Three rates')} prints>
        <span className="print-only">{by === 'community' ? say('按社区', 'By community') : say('按单位', 'By unit')}</span>
        <DatePicker
          className="no-print"
          picker="month"
          allowClear={false}
          format={say('YYYY年M月', 'YYYY-MM')}
          aria-label={say('考核周期', 'Period')}
          value={dayjs(`${period}-01`)}
          onChange={(month) => setPeriod(month!.format('YYYY-MM'))}
        />
        <Segmented
          className="no-print"
          value={by}
          onChange={setBy}
          options={[
            { value: 'community', label: say('按社区', 'By community') },
            { value: 'unit', label: say('按单位', 'By unit') },
          ]}
        />
      </PageHead>
      <Answered
        query={rates}
        isEmpty={({ rows }) => rows.length === 0}
        empty={say('这个周期没有工单，请在上面另选周期', 'No orders in this period: choose another above')}
      >
        {({ rows, from, to }) => (
          <Rows
            rowKey={({ unitId, name }) => unitId ?? name}
            dataSource={rows}
            title={() => `${dateText(from)} — ${lastDayText(to)}`}
            columns={[
              { title: say('名称', 'Name'), dataIndex: 'name', fixed: 'left' },
              { title: say('受理', 'Received'), dataIndex: 'received', align: 'right', sorter: (a, b) => a.received - b.received },
              { title: say('有效回访', 'Valid callbacks'), dataIndex: 'V', align: 'right' },
              { title: say('响应率', 'Response'), align: 'right', render: (_, row) => percent(row.responseRate) },
              { title: say('解决率', 'Resolution'), align: 'right', render: (_, row) => percent(row.resolutionRate) },
              { title: say('满意率', 'Satisfaction'), align: 'right', render: (_, row) => percent(row.satisfactionRate) },
              {
                title: say('综合成绩', 'Composite'),
                align: 'right',
                render: (_, row) => row.composite ?? (row.note === 'ZERO_DEMAND' ? say('无诉', 'No demand') : say('样本不足', 'Too few')),
                sorter: (a, b) => Number(a.composite ?? -1) - Number(b.composite ?? -1),
              },
            ]}
          />
        )}
      </Answered>
      <LateParties period={period} />
    </section>
  );
}
