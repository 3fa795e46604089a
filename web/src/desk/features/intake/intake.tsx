import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Input as Asked } from '@wufang/api-client';
import { Button, Col, Form, Input, Row, Select } from 'antd';
import { useDeferredValue, useEffect, useState } from 'react';
import { Card } from '../../components/card.js';
import { Trouble } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { useKey } from '../../lib/keys.js';
import { useEstates } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';
import { Beside } from './beside.js';
import { pathOf, type Draft } from './draft.js';
import { MatterFields } from './matter-fields.js';
import { Screening, type Receipt } from './screening.js';

const MIN_TEXT = 6;

/**
 * A call is written down by keyboard alone: Ctrl+Enter hands it in, Alt+1…9 joins it to one that is the same matter, Ctrl+Enter again sends it to
 * its unit. What the text suggests is filled in as long as the person has not chosen otherwise.
 */
export default function Intake() {
  const say = useWords();
  const [form] = Form.useForm<Draft>();
  const queries = useQueryClient();
  const draft = Form.useWatch([], form) ?? ({ content: '' } as Draft);
  // The id is chosen before anything is sent, so that a second press, or a lost answer, is the same demand.
  const [id, setId] = useState(() => crypto.randomUUID());
  const [touched, setTouched] = useState<ReadonlySet<keyof Draft>>(new Set());
  const [taken, setTaken] = useState<{ receipt: Receipt; draft: Draft } | null>(null);
  const estates = useEstates();
  const text = useDeferredValue(draft.content?.trim() ?? '');
  const settled = useSettled(text, 400);
  const suggestion = useQuery({
    queryKey: ['suggestion', settled, draft.estateId],
    queryFn: ({ signal }) =>
      call('intake.demand.suggest', { content: settled, ...(draft.estateId && { place: { estateId: draft.estateId } }) }, { signal }),
    enabled: settled.length >= MIN_TEXT && taken === null,
    placeholderData: (before) => before,
  });
  useEffect(() => {
    const found = suggestion.data;
    if (!found) return;
    const fill: Partial<Draft> = {};
    if (found.category && !touched.has('category')) fill.category = found.category.join('/');
    if (found.demandType && !touched.has('demandType')) fill.demandType = found.demandType;
    if (found.level && !touched.has('level')) fill.level = found.level;
    if (found.place.estateId && !touched.has('estateId')) fill.estateId = found.place.estateId;
    form.setFieldsValue(fill);
  }, [suggestion.data, touched, form]);
  const receive = useMutation({
    // Without a type the demand waits for the desk, which has then seen what else is like it.
    mutationFn: ({ estateId, point, category, demandType: _, level, ...rest }: Draft) =>
      call('intake.demand.receive', {
        ...{ id, channel: 'PHONE_DESK', ...given(rest) },
        place: { ...(estateId && { estateId }), ...(point?.trim() && { point: point.trim() }) },
        ...(category && { category: pathOf(category) }),
        ...(level && { level }),
      } as Asked<'intake.demand.receive'>),
    onSuccess: (receipt, handed) => setTaken({ receipt, draft: handed }),
  });
  const startAnew = () => {
    form.resetFields();
    setId(crypto.randomUUID());
    setTouched(new Set());
    setTaken(null);
    receive.reset();
    void queries.invalidateQueries({ queryKey: ['ledger'] });
    setTimeout(() => form.getFieldInstance('content')?.focus());
  };
  useKey(
    (event) => (event.ctrlKey || event.metaKey) && event.key === 'Enter',
    () => taken === null && form.submit(),
  );
  return (
    <section aria-labelledby="intake-title">
      <h1 id="intake-title" className="page-title page-title-alone">
        {say('登记诉求', 'New demand')}
      </h1>
      <Row gutter={[16, 16]}>
        <Col xs={{ span: 24, order: taken === null ? 1 : 2 }} lg={{ span: 13, order: 1 }}>
          <Card>
            <Form
              name="intake"
              form={form}
              layout="vertical"
              requiredMark={false}
              disabled={taken !== null}
              onFinish={(input) => receive.mutate(input)}
              onValuesChange={(changed: Partial<Draft>) =>
                setTouched((before) => new Set([...before, ...(Object.keys(changed) as (keyof Draft)[])]))
              }
            >
              <Form.Item
                name="content"
                label={say('什么事', 'What it is about')}
                rules={[{ required: true, min: MIN_TEXT, message: say('请写清事由，至少 6 个字', 'At least 6 characters') }]}
              >
                <Input.TextArea rows={4} maxLength={4000} autoFocus />
              </Form.Item>
              <Row gutter={12}>
                <Col xs={24} sm={8}>
                  <Form.Item
                    name="callerPhone"
                    label={say('来电号码', 'Phone')}
                    rules={[
                      { required: true, message: say('请填写电话', 'Enter the phone') },
                      { pattern: /^[+\d][\d\- ]{4,19}$/, message: say('电话只能是数字', 'Digits only') },
                    ]}
                  >
                    <Input inputMode="tel" maxLength={20} autoComplete="off" />
                  </Form.Item>
                </Col>
                <Col xs={24} sm={8}>
                  <Form.Item name="callerName" label={say('怎么称呼', 'Name')}>
                    <Input maxLength={60} autoComplete="off" />
                  </Form.Item>
                </Col>
                <Col xs={24} sm={8}>
                  <Form.Item name="room" label={say('楼门户', 'Building and room')}>
                    <Input maxLength={60} autoComplete="off" />
                  </Form.Item>
                </Col>
                <Col xs={24} sm={12}>
                  <Form.Item name="estateId" label={say('小区', 'Estate')}>
                    <Select
                      allowClear
                      showSearch
                      optionFilterProp="label"
                      options={estates.map((estate) => ({ value: estate.id, label: estate.name }))}
                    />
                  </Form.Item>
                </Col>
                <Col xs={24} sm={12}>
                  <Form.Item name="point" label={say('具体地点', 'Point')}>
                    <Input maxLength={120} autoComplete="off" />
                  </Form.Item>
                </Col>
                <MatterFields />
              </Row>
              {receive.isError && <Trouble error={receive.error} again={() => form.submit()} />}
              {taken === null && (
                <Button type="primary" htmlType="submit" loading={receive.isPending}>
                  {say('登记（Ctrl+Enter）', 'Hand in (Ctrl+Enter)')}
                </Button>
              )}
            </Form>
          </Card>
        </Col>
        <Col xs={{ span: 24, order: taken === null ? 2 : 1 }} lg={{ span: 11, order: 2 }}>
          {taken === null ? (
            <Beside suggestion={suggestion.data} draft={draft} />
          ) : (
            <Screening receipt={taken.receipt} draft={taken.draft} next={startAnew} />
          )}
        </Col>
      </Row>
    </section>
  );
}

const given = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => typeof value === 'string' && value.trim() !== ''));

/** A text once nobody has changed it for a while. */
function useSettled(text: string, ms: number): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), ms);
    return () => clearTimeout(timer);
  }, [text, ms]);
  return settled;
}
