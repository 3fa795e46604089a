import { Form } from 'antd';
import { fenOf } from '../lib/format.js';
import { useWords } from '../lib/words.js';
import { When, Words, Yuan } from './fields.js';

export interface Appointed {
  document: string;
  limit?: string;
  aboveLimit?: string;
  until?: string;
}

/** What is sent of an appointment (委派): by which paper, up to which amount, until when. */
export const appointmentOf = ({ document, limit, aboveLimit, until }: Appointed) => ({
  document,
  ...(limit && { amountLimitFen: fenOf(limit)!, ...(aboveLimit && { aboveLimit }) }),
  ...(until && { until: `${until}T23:59:59+08:00` }),
});

export function AppointFields() {
  const say = useWords();
  return (
    <>
      <Words name="document" label={say('授权文书', 'By which paper')} max={200} />
      <Yuan name="limit" isOptional label={say('授权限额（不填为不限）', 'Up to which amount (empty: any)')} />
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) =>
          getFieldValue('limit') ? <Words name="aboveLimit" label={say('超过限额由谁签字', 'Who signs above it')} max={200} /> : null
        }
      </Form.Item>
      <When name="until" isOptional label={say('有效期至（不填为不定期）', 'Until (empty: no end)')} />
    </>
  );
}
