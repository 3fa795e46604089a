import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Output } from '@wufang/api-client';
import { Button, Checkbox, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { Card } from '../../components/card.js';
import { Mark } from '../../components/mark.js';
import { PageHead } from '../../components/page-head.js';
import { Answered, Trouble } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { clockText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useWords } from '../../lib/words.js';

type Callback = Output<'intake.callback.list'>['callbacks'][number];
interface Answer {
  contacted: boolean;
  solved: boolean;
  satisfaction: NonNullable<Callback['satisfaction']>;
  remark?: string;
  orderRework?: boolean;
  reworkReason?: string;
}

/** Callbacks that are owed (回访), the first due first; one is opened beside the list, with what to say. */
export default function Callbacks() {
  const say = useWords();
  const [chosen, setChosen] = useState<string | null>(null);
  const list = useQuery({
    queryKey: ['callbacks'],
    queryFn: ({ signal }) => call('intake.callback.list', { state: 'OPEN', limit: 100 }, { signal }),
    refetchInterval: 10_000,
  });
  return (
    <section aria-labelledby="callbacks-title" className="order">
      <PageHead id="callbacks-title" title={say('回访', 'Callbacks')} prints />
      <Answered
        query={list}
        isEmpty={({ callbacks }) => callbacks.length === 0}
        empty={say('现在没有要回访的；办结或到期的工单会自己出现在这里', 'Nobody to call back now; what is due appears here by itself')}
      >
        {({ callbacks }) => {
          const open = callbacks.find(({ id }) => id === chosen) ?? callbacks[0]!;
          return (
            <div className="two-panes">
              <ol className="pick no-print" aria-label={say('待回访', 'To call back')}>
                {callbacks.map((callback) => (
                  <li key={callback.id}>
                    <button
                      type="button"
                      className="pick-button"
                      aria-current={callback.id === open.id}
                      onClick={() => setChosen(callback.id)}
                    >
                      <b>{callback.title}</b>
                      <span>
                        {callback.no} · {clockText(callback.openedAt)}
                        {callback.attempts > 0 && ` · ${say(`已拨 ${callback.attempts} 次`, `${callback.attempts} attempts`)}`}
                      </span>
                    </button>
                  </li>
                ))}
              </ol>
              <Call key={open.id} callback={open} next={() => setChosen(null)} />
            </div>
          );
        }}
      </Answered>
    </section>
  );
}

/** One call: the number, the words, the three questions of the rates, or that nobody answered. */
function Call({ callback, next }: { callback: Callback; next: () => void }) {
  const say = useWords();
  const queries = useQueryClient();
  const [form] = Form.useForm<Answer>();
  const solved = Form.useWatch('solved', form);
  const satisfaction = Form.useWatch('satisfaction', form);
  const onSuccess = () => {
    next();
    return queries.invalidateQueries({ queryKey: ['callbacks'] });
  };
  const reveal = useMutation({ mutationFn: () => call('intake.complainant.reveal', { id: callback.demandId, purpose: '回访诉求人' }) });
  const attempt = useMutation({ mutationFn: () => call('intake.callback.attempt', { id: callback.id }), onSuccess });
  const record = useMutation({
    mutationFn: (answer: Answer) =>
      call('intake.callback.record', { id: callback.id, ...answer, remark: answer.remark?.trim() || undefined }),
    onSuccess,
  });
  const required = [{ required: true, message: say('请选择', 'Choose one') }];
  // A group of choices is called by its question, for who does not see where it stands.
  const questions = {
    contacted: say('一、承办单位联系过您吗？', '1. Did the unit contact you?'),
    solved: say('二、问题解决了吗？', '2. Is it solved?'),
    satisfaction: say('三、您对办理满意吗？', '3. Are you satisfied?'),
  };
  const yesNo = [
    { value: true, label: say('是', 'Yes') },
    { value: false, label: say('否', 'No') },
  ];
  return (
    <Card title={callback.title}>
      <p style={{ marginTop: 0 }}>
        <Link to="/orders/$id" params={{ id: callback.orderId }}>
          {callback.no}
        </Link>{' '}
        <Mark>{say(`已拨 ${callback.attempts} 次`, `${callback.attempts} attempts`)}</Mark>
      </p>
      {reveal.data ? (
        <p>
          {reveal.data.callerName}{' '}
          <a className="big-link" href={`tel:${reveal.data.callerPhone}`}>
            {say('拨打', 'Call')} {reveal.data.callerPhone}
          </a>
        </p>
      ) : (
        <p>
          {callback.callerName} {callback.callerPhone}{' '}
          <Button className="no-print" onClick={() => reveal.mutate()} loading={reveal.isPending}>
            {say('查看电话（留痕）', 'Show the phone (recorded)')}
          </Button>
        </p>
      )}
      {reveal.isError && <Trouble error={reveal.error} />}
      <blockquote className="script">
        {say(
          `您好，这里是街道市民诉求处置中心。您反映的“${callback.title}”，承办单位已经办理，想听听您的意见，只占用您一分钟。`,
          `Good day, this is the street's demand centre. About “${callback.title}”: we would like to hear from you how it was handled.`,
        )}
      </blockquote>
      <Form name="callback" form={form} layout="vertical" requiredMark={false} onFinish={(answer) => record.mutate(answer)}>
        <Form.Item name="contacted" label={questions.contacted} rules={required}>
          <Radio.Group aria-label={questions.contacted} options={yesNo} />
        </Form.Item>
        <Form.Item name="solved" label={questions.solved} rules={required}>
          <Radio.Group aria-label={questions.solved} options={yesNo} />
        </Form.Item>
        <Form.Item name="satisfaction" label={questions.satisfaction} rules={required}>
          <Radio.Group
            aria-label={questions.satisfaction}
            options={(['SATISFIED', 'BASICALLY_SATISFIED', 'DISSATISFIED'] as const).map((value) => ({
              value,
              label: labels.satisfaction[value],
            }))}
          />
        </Form.Item>
        {solved === false && <p>{say('未解决：将转回承办单位重办。', 'Not solved: it goes back to the unit.')}</p>}
        {solved === true && satisfaction === 'DISSATISFIED' && (
          <>
            <Form.Item name="orderRework" valuePropName="checked">
              <Checkbox>{say('要求重办', 'Order rework')}</Checkbox>
            </Form.Item>
            <Form.Item name="reworkReason" label={say('重办理由', 'Why')}>
              <Input maxLength={200} />
            </Form.Item>
          </>
        )}
        <Form.Item name="remark" label={say('诉求人的话（可不填）', 'In their words (optional)')}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
        {(record.isError || attempt.isError) && <Trouble error={record.error ?? attempt.error} />}
        <div className="form-buttons">
          <Button type="primary" htmlType="submit" loading={record.isPending}>
            {say('登记回答', 'Record the answer')}
          </Button>
          <Button onClick={() => attempt.mutate()} loading={attempt.isPending}>
            {say('未接通', 'No answer')}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
