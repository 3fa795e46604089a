import type { Output } from '@wufang/api-client';
import { Form, Input, Select } from 'antd';
import { dayOffText, weekdayText } from '../lib/duty-rule.js';
import { useWords } from '../lib/words.js';

type Rule = Output<'dispatch.duty-plan.list'>['plans'][number]['rule'];

/** What `DutyDays` fills in. */
export interface FilledDays {
  every: Rule['every'];
  weekdays?: number[] | undefined;
  monthDays?: number[] | undefined;
  months?: number[] | undefined;
  onDayOff: Rule['onDayOff'];
  startsAt: string;
  endsAt: string;
}

/** The rule of what was filled in: days of what was not chosen are left out. */
export const ruleOf = ({ every, weekdays = [], monthDays = [], months = [], onDayOff, startsAt, endsAt }: FilledDays): Rule => ({
  ...{ every, onDayOff, startsAt, endsAt },
  weekdays: every === 'WEEK' ? weekdays : [],
  monthDays: every === 'MONTH' ? monthDays : [],
  ...(every === 'MONTH' && months.length > 0 && { months }),
});

/** On which days, and from when to when. */
export function DutyDays() {
  const say = useWords();
  const every: Rule['every'] | undefined = Form.useWatch('every');
  const needed = [{ required: true, message: say('请选择', 'Needed') }];
  return (
    <>
      <Form.Item name="every" label={say('多久一次', 'How often')}>
        <Select
          options={[
            { value: 'DAY', label: say('每天', 'Every day') },
            { value: 'WEEK', label: say('每周', 'Every week') },
            { value: 'MONTH', label: say('每月', 'Every month') },
          ]}
        />
      </Form.Item>
      {every === 'WEEK' && (
        <Form.Item name="weekdays" label={say('星期几', 'Weekdays')} rules={needed}>
          <Select
            mode="multiple"
            optionFilterProp="label"
            options={[1, 2, 3, 4, 5, 6, 7].map((value) => ({ value, label: weekdayText(value) }))}
          />
        </Form.Item>
      )}
      {every === 'MONTH' && (
        <Form.Item name="monthDays" label={say('几号（31 即月末）', 'Days (31: the last)')} rules={needed}>
          <Select
            mode="multiple"
            optionFilterProp="label"
            options={Array.from({ length: 31 }, (_, i) => ({ value: i + 1, label: say(`${i + 1} 日`, String(i + 1)) }))}
          />
        </Form.Item>
      )}
      {every === 'MONTH' && (
        <Form.Item
          name="months"
          label={say('哪几个月（不选即每个月；每季度选首月 1、4、7、10）', 'Which months (none: every one; a quarter: 1, 4, 7, 10)')}
        >
          <Select
            mode="multiple"
            optionFilterProp="label"
            options={Array.from({ length: 12 }, (_, i) => ({ value: i + 1, label: say(`${i + 1} 月`, String(i + 1)) }))}
          />
        </Form.Item>
      )}
      <Form.Item name="onDayOff" label={say('遇到休息日', 'On a day off')}>
        <Select options={(['KEEP', 'SKIP', 'NEXT_WORKING_DAY'] as const).map((value) => ({ value, label: dayOffText(value) }))} />
      </Form.Item>
      <div className="field-row">
        <Form.Item name="startsAt" label={say('开始', 'From')} rules={needed}>
          <Input type="time" />
        </Form.Item>
        <Form.Item name="endsAt" label={say('结束（不晚于开始的，到次日）', 'Until (not after the start: the next day)')} rules={needed}>
          <Input type="time" />
        </Form.Item>
      </div>
    </>
  );
}
