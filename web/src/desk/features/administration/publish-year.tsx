import { Button, Form, Input } from 'antd';
import type { Dayjs } from 'dayjs';
import { Card } from '../../components/card.js';
import { DatePicker } from '../../components/date-picker.js';
import { Trouble } from '../../components/states.js';
import { sendThen, useCommand } from '../../lib/command.js';
import { useWords } from '../../lib/words.js';
import { datesBetween, type Noticed, type PublishedYear } from './year.js';

interface Props {
  year: number;
  published: PublishedYear | undefined;
  /** The days as they are being written down; null as long as nothing was changed. */
  draft: Noticed[] | null;
  setDraft: (days: Noticed[] | null) => void;
}

interface Holiday {
  name: string;
  off: [Dayjs, Dayjs];
  madeUp?: Dayjs[] | Dayjs | null;
}

/** A year's holidays written down from the notice, seen in the picture above while they are written, and published in one go. */
export function PublishYear({ year, published, draft, setDraft }: Props) {
  const say = useWords();
  const [form] = Form.useForm<Holiday>();
  const publish = useCommand('registry.calendar.publish', [['calendars']]);
  const days = draft ?? published?.days ?? [];
  const names = [...new Set(days.map(({ name }) => name))];
  const add = ({ name, off: [from, to], madeUp }: Holiday) => {
    const format = (day: Dayjs) => day.format('YYYY-MM-DD');
    const added = [
      ...datesBetween(format(from), format(to)).map((date) => ({ name, date, isOffDay: true })),
      ...[madeUp ?? []].flat().map((day) => ({ name, date: format(day), isOffDay: false })),
    ];
    const dates = new Set(added.map(({ date }) => date));
    setDraft([...days.filter(({ date }) => !dates.has(date)), ...added].sort((a, b) => a.date.localeCompare(b.date)));
    form.resetFields();
  };
  const textOf = (name: string, isOffDay: boolean) =>
    days
      .filter((day) => day.name === name && day.isOffDay === isOffDay)
      .map(({ date }) => date.slice(5).replace('-', '/'))
      .join('、');
  return (
    <Card className="no-print" title={say(`录入 ${year} 年的放假安排`, `Write down the holidays of ${year}`)}>
      <ul className="told" style={{ marginBottom: 12 }}>
        {names.map((name) => (
          <li key={name}>
            <b>{name}</b> {say('放假', 'off')} {textOf(name, true) || '—'}
            {textOf(name, false) && `；${say('上班', 'worked')} ${textOf(name, false)}`}{' '}
            <Button
              size="small"
              aria-label={say(`删去${name}`, `Take out ${name}`)}
              onClick={() => setDraft(days.filter((day) => day.name !== name))}
            >
              {say('删去', 'Take out')}
            </Button>
          </li>
        ))}
      </ul>
      <Form form={form} name="holiday" layout="vertical" requiredMark={false} onFinish={add} className="field-row">
        <Form.Item name="name" label={say('节日', 'Holiday')} rules={[{ required: true, message: say('请填写节日名称', 'Name it') }]}>
          <Input maxLength={20} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="off"
          label={say('放假起止', 'Days off')}
          rules={[{ required: true, message: say('请选择起止日期', 'From and to') }]}
        >
          <DatePicker.RangePicker />
        </Form.Item>
        <Form.Item name="madeUp" label={say('调休上班（可不填）', 'Make-up workdays (optional)')}>
          <DatePicker multiple />
        </Form.Item>
        <Form.Item label=" " colon={false}>
          <Button htmlType="submit">{say('加入', 'Add')}</Button>
        </Form.Item>
      </Form>
      {draft !== null && (
        <Form
          name="publish-year"
          layout="vertical"
          requiredMark={false}
          initialValues={{ papers: published?.papers.join('\n') }}
          onFinish={({ papers = '' }: { papers?: string }) =>
            sendThen(
              publish,
              {
                year,
                days,
                papers: papers
                  .split('\n')
                  .map((line) => line.trim())
                  .filter((line) => line !== ''),
              },
              () => setDraft(null),
            )
          }
        >
          <Form.Item
            name="papers"
            label={say('依据：通知的名称或网址，一行一个', 'The notice: its name or address, one a line')}
            rules={[{ required: true, whitespace: true, message: say('请写明依据；没有通知的年份保持暂定', 'Name the notice') }]}
          >
            <Input.TextArea rows={2} />
          </Form.Item>
          {publish.isError && <Trouble error={publish.error} />}
          <div className="form-buttons">
            <Button type="primary" htmlType="submit" loading={publish.isPending}>
              {say(`公布 ${year} 年日历`, `Publish ${year}`)}
            </Button>
            <Button onClick={() => setDraft(null)}>{say('放弃修改', 'Discard')}</Button>
          </div>
        </Form>
      )}
      <div role="status">
        {publish.isSuccess &&
          draft === null &&
          say(`已公布，第 ${publish.data.version} 版。`, `Published as version ${publish.data.version}.`)}
      </div>
    </Card>
  );
}
