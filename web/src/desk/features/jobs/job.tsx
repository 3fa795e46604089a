import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { eventNames, type Output } from '@wufang/api-client';
import { Button, Card, Descriptions, Form, Input, Tag, Timeline, Typography } from 'antd';
import { labels } from '@wufang/contracts/labels';
import { useState, type ChangeEvent } from 'react';
import { Answered, Trouble } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { clockText, fullText, untilText } from '../../lib/format.js';
import { seen } from '../../lib/kept.js';
import { useAccountId } from '../../lib/me.js';
import { useNow } from '../../lib/now.js';
import { colours } from '../../lib/theme.js';
import { useWords } from '../../lib/words.js';
import { smaller } from './photo.js';
import { take, useSteps, type StepName } from './steps.js';
import { useStepWords, Waiting } from './waiting.js';

type Order = Output<'dispatch.work-order.get'>;

/** What a handler may do in which state; the server says it again. */
const stepsIn: Partial<Record<Order['state'], readonly StepName[]>> = {
  DISPATCHED: ['accept'],
  ACCEPTED: ['contact', 'checkIn'],
  HANDLING: ['checkIn', 'progress', 'complete'],
  JOINT: ['checkIn', 'progress'],
  REWORK: ['accept'],
  DELIBERATING: ['checkIn', 'progress'],
  SUSPENDED: ['progress'],
};

/** Where an order will stand once these steps have arrived, so that work goes on without a signal. */
function stateAfter(state: Order['state'], steps: readonly StepName[]): Order['state'] {
  return steps.reduce<Order['state']>((now, step) => {
    if (step === 'accept') return now === 'REWORK' ? 'HANDLING' : 'ACCEPTED';
    if (step === 'contact') return now === 'ACCEPTED' ? 'HANDLING' : now;
    if (step === 'complete') return 'COMPLETED';
    return step === 'handUp' ? 'DISPATCHED' : now;
  }, state);
}

/** One job in the hand: what, where, whom to call, until when, and the next step as a large button. */
export default function JobPage() {
  const say = useWords();
  const { id = '' } = useParams({ strict: false });
  const accountId = useAccountId();
  const job = useQuery({
    queryKey: ['job', id],
    queryFn: ({ signal }) => seen(`job ${accountId} ${id}`, () => call('dispatch.work-order.get', { id }, { signal })),
    refetchInterval: 15_000,
  });
  return (
    <article className="narrow" aria-label={say('工单', 'Job')}>
      <p style={{ margin: '0 0 8px' }}>
        <Link to="/jobs">{say('← 我的工单', '← My jobs')}</Link>
      </p>
      <Waiting />
      <Answered query={job}>{(order) => <Job order={order} accountId={accountId} />}</Answered>
    </article>
  );
}

function Job({ order, accountId }: { order: Order; accountId: string }) {
  const say = useWords();
  const now = useNow();
  const waiting = useSteps(accountId).filter(({ orderId, refusal }) => orderId === order.id && !refusal);
  const state = stateAfter(
    order.state,
    waiting.map(({ name }) => name),
  );
  const steps = [...(stepsIn[state] ?? []), ...(order.handUpStep !== null && state !== 'COMPLETED' ? (['handUp'] as const) : [])];
  const running = order.clocks.filter((clock) => clock.state === 'armed').sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt));
  return (
    <>
      <Typography.Title level={1} style={{ fontSize: 20 }}>
        {order.title}
      </Typography.Title>
      <p>
        <Tag>{labels.level[order.level]}</Tag>
        <Tag>{labels.workOrderState[order.state]}</Tag>
        {state !== order.state && <Tag color="gold">{say('送达后：', 'Once delivered: ') + labels.workOrderState[state]}</Tag>}
      </p>
      <Card size="small" style={{ marginBottom: 12 }}>
        <Descriptions
          size="small"
          column={1}
          items={[
            { key: 'no', label: say('编号', 'Number'), children: order.no },
            { key: 'place', label: say('地点', 'Place'), children: order.place.point ?? '—' },
            { key: 'due', label: say('办理时限', 'Due'), children: `${fullText(order.dueAt)}（${untilText(order.dueAt, now)}）` },
            ...running
              .filter(({ dueAt }) => dueAt !== order.dueAt)
              .map((clock) => ({
                key: clock.code,
                label: labels.deadlineCode[clock.code],
                children: (
                  <b style={{ color: Date.parse(clock.dueAt) < now ? colours.overdue : colours.ink }}>{untilText(clock.dueAt, now)}</b>
                ),
              })),
          ]}
        />
        <Caller demandId={order.demandId} />
      </Card>
      <div className="steps">
        {steps.map((name) => (
          <StepForm key={name} name={name} order={order} accountId={accountId} />
        ))}
        {steps.length === 0 && <p>{say('这件现在没有要您做的。', 'Nothing to do here now.')}</p>}
      </div>
      <Card size="small" title={say('经过', 'What happened')}>
        <Timeline
          items={order.timeline.map(({ at, type, publicText }) => ({
            children: `${clockText(at)} ${eventNames[type] ?? type}${publicText ? `：${publicText}` : ''}`,
          }))}
        />
      </Card>
    </>
  );
}

/** Whom to call. The number is shown for a purpose, and the look is on record. */
function Caller({ demandId }: { demandId: string }) {
  const say = useWords();
  const reveal = useMutation({ mutationFn: () => call('intake.complainant.reveal', { id: demandId, purpose: '联系诉求人办理工单' }) });
  if (reveal.data)
    return reveal.data.callerPhone === null ? (
      <p>{say('诉求人没有留电话。', 'No phone was left.')}</p>
    ) : (
      <p>
        {reveal.data.callerName} {reveal.data.room}{' '}
        <a className="big-link" href={`tel:${reveal.data.callerPhone}`}>
          {say('拨打', 'Call')} {reveal.data.callerPhone}
        </a>
      </p>
    );
  return (
    <>
      {reveal.isError && <Trouble error={reveal.error} />}
      <Button onClick={() => reveal.mutate()} loading={reveal.isPending}>
        {say('查看诉求人电话（留痕）', 'Show the phone (recorded)')}
      </Button>
    </>
  );
}

interface Filled {
  point?: string;
  note?: string;
  publicText?: string;
  evidence?: string;
  reason?: string;
}

/** One step: a single button where nothing is to be written, else a button that opens its form. */
function StepForm({ name, order, accountId }: { name: StepName; order: Order; accountId: string }) {
  const say = useWords();
  const words = useStepWords();
  const [isOpen, setOpen] = useState(false);
  const [photos, setPhotos] = useState<{ file: Blob; fileName: string }[]>([]);
  const [form] = Form.useForm<Filled>();
  const taking = useMutation({
    mutationFn: (input: Filled) =>
      take({
        ...{ accountId, name, orderId: order.id, demandId: order.demandId, title: order.title, photos },
        input: Object.fromEntries(Object.entries(input).filter(([, value]) => typeof value === 'string' && value.trim() !== '')),
      }),
    onSuccess: () => {
      setOpen(false);
      setPhotos([]);
      form.resetFields();
    },
  });
  const pick = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const chosen = [...(target.files ?? [])].slice(0, name === 'checkIn' ? 1 : 9);
    setPhotos(await Promise.all(chosen.map(async (file) => ({ file: await smaller(file), fileName: file.name }))));
  };
  if (name === 'accept')
    return (
      <Button type="primary" size="large" block loading={taking.isPending} onClick={() => taking.mutate({})}>
        {words(name)}
      </Button>
    );
  if (!isOpen)
    return (
      <Button size="large" block type={name === 'complete' || name === 'contact' ? 'primary' : 'default'} onClick={() => setOpen(true)}>
        {words(name)}
      </Button>
    );
  const required = (message: string, min = 2) => [
    { required: true, message },
    { min, message },
  ];
  const told = say('写给诉求人的话', 'Words to the complainant');
  return (
    <Card size="small" title={words(name)}>
      <Form
        name={name}
        form={form}
        layout="vertical"
        onFinish={(input) => taking.mutate(input)}
        initialValues={{ point: order.place.point ?? '' }}
      >
        {name === 'contact' && (
          <Form.Item name="note" label={say('联系情况（可不填）', 'How it went (optional)')}>
            <Input maxLength={500} autoFocus />
          </Form.Item>
        )}
        {name === 'checkIn' && (
          <Form.Item name="point" label={say('到了哪里', 'Where you are')} rules={required(say('请写明地点', 'Say where'))}>
            <Input maxLength={120} autoFocus />
          </Form.Item>
        )}
        {name === 'handUp' && (
          <Form.Item
            name="reason"
            label={say('自己解决不了的原因', 'Why it cannot be solved here')}
            rules={required(say('请写明原因', 'Say why'))}
          >
            <Input.TextArea rows={2} maxLength={500} autoFocus />
          </Form.Item>
        )}
        {(name === 'progress' || name === 'complete' || name === 'handUp') && (
          <Form.Item name="publicText" label={told} rules={required(say('至少 5 个字', 'At least 5 characters'), 5)}>
            <Input.TextArea rows={3} maxLength={2000} />
          </Form.Item>
        )}
        {name === 'complete' && (
          <Form.Item
            name="evidence"
            label={say('办结依据', 'Evidence')}
            rules={required(say('请写明依据，如维修单号、现场情况', 'Say what proves it'))}
          >
            <Input.TextArea rows={2} maxLength={1000} />
          </Form.Item>
        )}
        {(name === 'checkIn' || name === 'complete') && (
          <Form.Item label={say('照片', 'Photos')} htmlFor={`photos-${name}`}>
            <input
              id={`photos-${name}`}
              type="file"
              accept="image/*"
              capture={name === 'checkIn' ? 'environment' : undefined}
              multiple={name === 'complete'}
              onChange={(event) => void pick(event)}
            />
            {photos.length > 0 && <div>{say(`已选 ${photos.length} 张`, `${photos.length} chosen`)}</div>}
          </Form.Item>
        )}
        {taking.isError && <Trouble error={taking.error} />}
        <div className="form-buttons">
          <Button type="primary" size="large" htmlType="submit" loading={taking.isPending}>
            {say('确定', 'Confirm')}
          </Button>
          <Button size="large" onClick={() => setOpen(false)}>
            {say('取消', 'Cancel')}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
