import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Output } from '@wufang/api-client';
import { Button, Checkbox, Col, Form, Input, Radio, Row } from 'antd';
import { useEffect, useState } from 'react';
import { Card } from '../../components/card.js';
import { Mark } from '../../components/mark.js';
import { Photos } from '../../components/opened-file.js';
import { Answered, Nothing, Trouble } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { clockText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useWords } from '../../lib/words.js';
import { Beside } from './beside.js';
import type { Draft } from './draft.js';
import { MatterFields } from './matter-fields.js';
import { Screening } from './screening.js';

type Listed = Output<'intake.demand.list'>['demands'][number];
type Demand = Output<'intake.demand.get'>;

/** What residents told by themselves and waits for a person (研判), the oldest first; beside it the levels that words of danger have raised. */
export default function Queue() {
  const say = useWords();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<string | null>(null);
  const list = useQuery({
    queryKey: ['screening'],
    queryFn: ({ signal }) => call('intake.demand.list', { state: 'SCREENING', first: 'OLDEST', limit: 200 }, { signal }),
    refetchInterval: 10_000,
  });
  const waiting = list.data?.demands ?? [];
  // What is open stays open while the list moves on.
  const open = chosen ?? waiting[0]?.id;
  useEffect(() => {
    if (chosen === null && open !== undefined) setChosen(open);
  }, [chosen, open]);
  const next = () => {
    setChosen(waiting.find(({ id }) => id !== open)?.id ?? null);
    void queries.invalidateQueries({ queryKey: ['screening'] });
  };
  return (
    <section aria-labelledby="queue-title">
      <h1 id="queue-title" className="page-title page-title-alone">
        {say('待研判', 'To be screened')}
      </h1>
      <Raised />
      <Answered query={list}>
        {() =>
          open === undefined ? (
            <Nothing>{say('现在没有待研判的诉求。居民扫码或网页提交、文字看不出类型的，会出现在这里。', 'Nothing to screen now.')}</Nothing>
          ) : (
            <div className="two-panes">
              <ol className="pick" aria-label={say('待研判', 'To be screened')}>
                {waiting.map(({ id, no, title, receivedAt, level }) => (
                  <li key={id}>
                    <button type="button" className="pick-button" aria-current={id === open} onClick={() => setChosen(id)}>
                      <b>{title}</b>
                      <span>
                        {no} · {clockText(receivedAt)} {level === 'E' && <Mark tone="bad">{labels.level.E}</Mark>}
                      </span>
                    </button>
                  </li>
                ))}
              </ol>
              <OneOf key={open} id={open} next={next} />
            </div>
          )
        }
      </Answered>
    </section>
  );
}

function OneOf({ id, next }: { id: string; next: () => void }) {
  const demand = useQuery({ queryKey: ['demand', id], queryFn: ({ signal }) => call('intake.demand.get', { id }, { signal }) });
  return <Answered query={demand}>{(found) => <Screen demand={found} next={next} />}</Answered>;
}

/** One demand in its own words, what they suggest, and one key that sends it on. */
function Screen({ demand, next }: { demand: Demand; next: () => void }) {
  const say = useWords();
  const [form] = Form.useForm<Draft>();
  const content = demand.content ?? demand.title;
  const { estateId, point } = demand.place;
  const filled = Form.useWatch([], form);
  const suggestion = useQuery({
    queryKey: ['suggestion', demand.id],
    queryFn: ({ signal }) => call('intake.demand.suggestion', { id: demand.id }, { signal }),
    staleTime: Infinity,
  });
  useEffect(() => {
    const found = suggestion.data;
    if (!found) return;
    form.setFieldsValue({
      ...((demand.category ?? found.category) && { category: (demand.category ?? found.category)!.join('/') }),
      ...((demand.demandType ?? found.demandType) && { demandType: demand.demandType ?? found.demandType! }),
      ...(demand.level !== 'E' && found.level && { level: found.level }),
    });
  }, [suggestion.data, demand, form]);
  const draft: Draft = {
    ...filled,
    content,
    ...(estateId !== null && { estateId }),
    ...(point !== null && { point }),
  };
  const { no, level, receivedAt, state } = demand;
  return (
    <Row gutter={[16, 16]}>
      <Col xs={24} xl={12}>
        <Card title={`${no} · ${labels.channel[demand.channel]}`}>
          <blockquote className="script">{content}</blockquote>
          <p>
            {say('地点', 'Place')}：{point ?? say('没有写', 'not said')}
            <Photos demandId={demand.id} ids={demand.attachments.map(({ id }) => id)} />
          </p>
          <Form name="screening" form={form} layout="vertical" initialValues={{ level }}>
            <Row gutter={12}>
              <MatterFields />
            </Row>
          </Form>
        </Card>
        <div style={{ marginTop: 12 }}>
          <Beside suggestion={suggestion.data} draft={draft} />
        </div>
      </Col>
      <Col xs={24} xl={12}>
        <Screening
          receipt={{ id: demand.id, no, level, receivedAt, state, orderId: null, message: '' }}
          draft={draft}
          isOwn={false}
          next={next}
        />
      </Col>
    </Row>
  );
}

/** Emergencies that words raised: the order is on its way already; a person says whether it is one. */
function Raised() {
  const say = useWords();
  const raised = useQuery({
    queryKey: ['raised'],
    queryFn: ({ signal }) => call('intake.demand.list', { levelCheck: 'OPEN', first: 'OLDEST', limit: 50 }, { signal }),
    refetchInterval: 10_000,
  });
  const demands = raised.data?.demands ?? [];
  if (raised.isError) return <Trouble error={raised.error} again={() => void raised.refetch()} />;
  if (demands.length === 0) return null;
  return (
    <Card title={say('待确认的紧急级别（已派单，请立即确认）', 'Emergencies to confirm at once')} style={{ marginBottom: 16 }}>
      <ul className="alike">
        {demands.map((demand) => (
          <Check key={demand.id} demand={demand} />
        ))}
      </ul>
    </Card>
  );
}

function Check({ demand }: { demand: Listed }) {
  const say = useWords();
  const queries = useQueryClient();
  const [isLowering, setLowering] = useState(false);
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['raised'] });
  const [isTrappedInLift, setTrapped] = useState(false);
  const confirm = useMutation({ mutationFn: () => call('intake.level.confirm', { id: demand.id, isTrappedInLift }), onSuccess });
  const lower = useMutation({
    mutationFn: (input: { level: 'U' | 'N' | 'C'; reason: string }) => call('intake.level.lower', { id: demand.id, ...input }),
    onSuccess,
  });
  return (
    <li>
      <b>{demand.title}</b> {demand.no} · {clockText(demand.receivedAt)}{' '}
      {demand.levelBasis === 'CLAIM' ? say('居民自报紧急', 'Reported as one by a resident') : demand.dangerWords.join('、')}
      {(confirm.isError || lower.isError) && <Trouble error={confirm.error ?? lower.error} />}
      <div>
        <Checkbox checked={isTrappedInLift} onChange={({ target }) => setTrapped(target.checked)}>
          {say('电梯内有人被困（请同时拨打 119）', 'People are trapped in a lift (call 119 too)')}
        </Checkbox>
      </div>
      <div className="form-buttons">
        <Button type="primary" loading={confirm.isPending} onClick={() => confirm.mutate()}>
          {say('确认紧急', 'It is one')}
        </Button>
        <Button onClick={() => setLowering(true)}>{say('不是紧急，降级', 'It is not')}</Button>
      </div>
      {isLowering && (
        <Form
          name={`lower-${demand.id}`}
          layout="inline"
          style={{ marginTop: 8 }}
          initialValues={{ level: 'N' }}
          onFinish={(input: { level: 'U' | 'N' | 'C'; reason: string }) => lower.mutate(input)}
        >
          <Form.Item
            name="level"
            label={say('降为', 'Lower to')}
            extra={say('水电气热类一律按水电气热计时', 'Water, power, gas and heat always count as such')}
          >
            <Radio.Group options={(['U', 'N', 'C'] as const).map((level) => ({ value: level, label: labels.level[level] }))} />
          </Form.Item>
          <Form.Item
            name="reason"
            label={say('核实情况', 'What was found')}
            rules={[{ required: true, min: 2, message: say('请写明核实情况', 'Say what was found') }]}
          >
            <Input maxLength={200} autoFocus />
          </Form.Item>
          <Button htmlType="submit" loading={lower.isPending}>
            {say('确定降级', 'Lower it')}
          </Button>
        </Form>
      )}
    </li>
  );
}
