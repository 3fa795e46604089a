import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Input as Asked, Output } from '@wufang/api-client';
import { Alert, Button, Card, Col, Form, Input, Row, Select, Tag, Typography } from 'antd';
import { labels } from '@wufang/contracts/labels';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { Trouble } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { clockText, fullText } from '../../lib/format.js';
import { useUnitName } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';

type Suggestion = Output<'intake.demand.suggest'>;
type Receipt = Output<'intake.demand.receive'>;
type Category = Asked<'dispatch.directory.preview'>['category'];
interface Draft {
  content: string;
  callerName?: string;
  callerPhone?: string;
  room?: string;
  estateId?: string;
  point?: string;
  /** As one text, because a list chooses texts: 一级/二级/三级. */
  category?: string;
  demandType?: Asked<'dispatch.directory.preview'>['demandType'];
  level?: Asked<'dispatch.directory.preview'>['level'];
}

const MIN_TEXT = 6;
const pathOf = (category: string) => category.split('/') as unknown as Category;
const placeOf = ({ estateId, point }: Draft) => ({
  ...{ communityId: null, buildingId: null },
  ...{ estateId: estateId ?? null, point: point?.trim() || null },
});

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
  const categories = useQuery({ queryKey: ['categories'], queryFn: () => call('intake.category-tree.get', {}), staleTime: 300_000 });
  const estates = useQuery({ queryKey: ['estates'], queryFn: () => call('registry.estate.list', {}), staleTime: 300_000 });
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
      <Typography.Title level={1} id="intake-title" style={{ fontSize: 20 }}>
        {say('登记诉求', 'New demand')}
      </Typography.Title>
      <Row gutter={[16, 16]}>
        <Col xs={{ span: 24, order: taken === null ? 1 : 2 }} lg={{ span: 13, order: 1 }}>
          <Card size="small">
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
                      options={estates.data?.estates.map((estate) => ({ value: estate.id, label: estate.name }))}
                    />
                  </Form.Item>
                </Col>
                <Col xs={24} sm={12}>
                  <Form.Item name="point" label={say('具体地点', 'Point')}>
                    <Input maxLength={120} autoComplete="off" />
                  </Form.Item>
                </Col>
                <Col xs={24}>
                  <Form.Item name="category" label={say('问题分类', 'Category')}>
                    <Select
                      allowClear
                      showSearch
                      optionFilterProp="label"
                      options={categories.data?.leaves.map(({ category }) => ({ value: category.join('/'), label: category.join(' / ') }))}
                    />
                  </Form.Item>
                </Col>
                <Col xs={12}>
                  <Form.Item name="demandType" label={say('类型', 'Type')}>
                    <Select
                      allowClear
                      options={(['INQUIRY', 'HELP', 'COMPLAINT', 'REPORT', 'SUGGESTION'] as const).map((value) => ({
                        value,
                        label: labels.demandType[value],
                      }))}
                    />
                  </Form.Item>
                </Col>
                <Col xs={12}>
                  <Form.Item name="level" label={say('级别', 'Level')}>
                    <Select allowClear options={(['E', 'U', 'N', 'C'] as const).map((value) => ({ value, label: labels.level[value] }))} />
                  </Form.Item>
                </Col>
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

/** Why the text suggests what it does, and which unit that would be. */
function Beside({ suggestion, draft }: { suggestion: Suggestion | undefined; draft: Draft }) {
  const say = useWords();
  return (
    <div role="status" aria-live="polite" style={{ display: 'grid', gap: 12 }}>
      <Card size="small" title={say('由文字得出的建议', 'What the text suggests')}>
        {suggestion ? (
          <>
            <p style={{ marginTop: 0 }}>{suggestion.message}</p>
            {suggestion.category && (
              <p>
                <b>{suggestion.category.join(' / ')}</b>（{say('把握', 'certainty')} {(suggestion.certainty * 100).toFixed(0)} %）
              </p>
            )}
            <div>
              {suggestion.words.map(({ about, word, source }) => (
                <Tag key={`${about} ${word} ${source}`} color={source === 'DANGER' ? 'error' : undefined}>
                  {word}
                </Tag>
              ))}
            </div>
          </>
        ) : (
          say(
            '边写边给出：分类、级别、地点，以及由哪些词得出。',
            'Category, level and place, with the words they come from, while you type.',
          )
        )}
      </Card>
      <WhichUnit draft={draft} />
    </div>
  );
}

/** Which unit it would go to, and why, before anything is sent. */
function WhichUnit({ draft }: { draft: Draft }) {
  const say = useWords();
  const unitName = useUnitName();
  const { category, demandType = 'HELP', level = 'N' } = draft;
  const place = placeOf(draft);
  const preview = useQuery({
    queryKey: ['preview', category, demandType, level, place.estateId],
    queryFn: ({ signal }) => call('dispatch.directory.preview', { category: pathOf(category!), demandType, level, place }, { signal }),
    enabled: category !== undefined,
    placeholderData: (before) => before,
  });
  return (
    <Card size="small" title={say('会派给谁', 'Where it would go')}>
      {!category && say('选定分类后给出。', 'Once there is a category.')}
      {preview.isError && <Trouble error={preview.error} />}
      {category && preview.data && (
        <>
          <b>{unitName(preview.data.leadUnitId)}</b>
          {preview.data.coUnitIds.length > 0 && (
            <>
              {' '}
              · {say('协办', 'with')} {preview.data.coUnitIds.map(unitName).join('、')}
            </>
          )}
          <p style={{ marginBottom: 0 }}>{preview.data.decision.reason}</p>
        </>
      )}
    </Card>
  );
}

/** After it is handed in: what else is like it, and one key to send it on. */
function Screening({ receipt, draft, next }: { receipt: Receipt; draft: Draft; next: () => void }) {
  const say = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const duplicates = useQuery({
    queryKey: ['duplicates', receipt.id],
    queryFn: () => call('intake.demand.duplicates', { id: receipt.id }),
    enabled: receipt.orderId === null,
  });
  const screen = useMutation({
    mutationFn: () =>
      call('intake.demand.screen', {
        ...{ id: receipt.id, outcome: 'NORMAL', demandType: draft.demandType ?? 'HELP' },
        ...(draft.category && { category: pathOf(draft.category) }),
        ...(draft.level && { level: draft.level }),
      }),
  });
  const link = useMutation({
    mutationFn: ({ id, no }: { id: string; no: string }) =>
      call('intake.demand.link', { id: receipt.id, to: id, message: `您反映的事项已由工单 ${no} 办理，办结后同样回访您` }),
  });
  const done = screen.data ?? link.data ?? (receipt.orderId === null ? undefined : receipt);
  const candidates = duplicates.data?.candidates ?? [];
  useEffect(() => heading.current?.focus(), []);
  useKey(
    (event) => (event.ctrlKey || event.metaKey) && event.key === 'Enter',
    () => (done ? next() : !screen.isPending && screen.mutate()),
  );
  useKey(
    (event) => event.altKey && /^Digit[1-9]$/.test(event.code),
    (event) => {
      const chosen = candidates[Number(event.code.slice(-1)) - 1];
      if (chosen && !done && !link.isPending) link.mutate(chosen);
    },
  );
  const reasons = {
    SAME_PLACE_CATEGORY_OPEN: say('同一地点、同一分类，尚未办结', 'Same place and category, still open'),
    SAME_CALLER_MATTER_30_DAYS: say('同一来电人三十日内的同一事项', 'Same caller and matter within 30 days'),
  };
  return (
    <div style={{ display: 'grid', gap: 12 }}>
      <Card size="small">
        <h2 ref={heading} tabIndex={-1} className="receipt">
          {say('已登记', 'Handed in')} {receipt.no}
        </h2>
        <div role="status">
          {done ? (
            <Alert type="success" showIcon message={done.message} description={labels.demandState[done.state]} />
          ) : (
            say('还没有派单：先看下面有没有同一件事。', 'Not sent yet: look below for the same matter.')
          )}
        </div>
        {(screen.isError || link.isError) && <Trouble error={screen.error ?? link.error} />}
        <div className="form-buttons" style={{ marginTop: 12 }}>
          {done ? (
            <Button type="primary" onClick={next}>
              {say('登记下一件（Ctrl+Enter）', 'Next (Ctrl+Enter)')}
            </Button>
          ) : (
            <Button type="primary" loading={screen.isPending} onClick={() => screen.mutate()}>
              {say('派单（Ctrl+Enter）', 'Dispatch (Ctrl+Enter)')}
            </Button>
          )}
        </div>
      </Card>
      {receipt.orderId === null && <WhichUnit draft={draft} />}
      {receipt.orderId === null && (
        <Card size="small" title={say('可能是同一件事', 'Perhaps the same matter')}>
          {duplicates.isError && <Trouble error={duplicates.error} again={() => void duplicates.refetch()} />}
          {duplicates.isSuccess && candidates.length === 0 && say('没有发现重复的诉求。', 'Nothing alike was found.')}
          <ol className="alike">
            {candidates.map(({ id, no, title, receivedAt, reasons: why }, at) => (
              <li key={id}>
                <b>{title}</b> {no} · {clockText(receivedAt)}
                <div>{why.map((reason) => reasons[reason]).join('；')}</div>
                {!done && (
                  <Button size="small" loading={link.isPending} onClick={() => link.mutate({ id, no })}>
                    {say('并到这件', 'Join to this')}
                    {at < 9 && `（Alt+${at + 1}）`}
                  </Button>
                )}
              </li>
            ))}
          </ol>
        </Card>
      )}
      <p style={{ margin: 0 }}>{fullText(receipt.receivedAt)}</p>
    </div>
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

/** A key for the whole page, wherever the cursor stands. */
function useKey(isMeant: (event: KeyboardEvent) => boolean, act: (event: KeyboardEvent) => void): void {
  const latest = useRef({ isMeant, act });
  useEffect(() => {
    latest.current = { isMeant, act };
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.repeat || !latest.current.isMeant(event)) return;
      event.preventDefault();
      latest.current.act(event);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
