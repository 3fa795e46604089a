import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input, Radio } from 'antd';
import { useState, type ChangeEvent } from 'react';
import { smaller } from '../../../lib/photo.js';
import { Card } from '../../components/card.js';
import { OpenItems } from '../../components/method.js';
import { Trouble } from '../../components/states.js';
import { dayAfter } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useWords } from '../../lib/words.js';
import type { Order } from './api.js';
import { photosOf, take, type StepName } from './steps.js';
import { useStepWords } from './waiting.js';

/** What can be written into a form, by the field it becomes. */
interface Filled {
  point?: string;
  measure?: string;
  plannedOn?: string;
  purpose?: string;
  note?: string;
  publicText?: string;
  evidence?: string;
  mechanism?: string;
  reason?: string;
  text?: string;
  ground?: string;
  dueOn?: string;
  reviewOn?: string;
}

/** What brings the matter on, beside what may be done as well. */
const leading: readonly StepName[] = ['contact', 'feedback', 'complete'];

/** One step: a single button where nothing is to be written, else a button that opens its form. */
export function StepForm({ name, order, accountId }: { name: StepName; order: Order; accountId: string }) {
  const words = useStepWords();
  const [isOpen, setOpen] = useState(false);
  const taking = useTaking({ name, order, accountId }, () => setOpen(false));
  if (fieldsOf[name].length === 0)
    return (
      <Button type="primary" size="large" block loading={taking.isPending} onClick={() => taking.mutate({ filled: {}, photos: [] })}>
        {words(name)}
      </Button>
    );
  if (!isOpen)
    return (
      <Button size="large" block type={leading.includes(name) ? 'primary' : 'default'} onClick={() => setOpen(true)}>
        {words(name)}
      </Button>
    );
  return <OpenForm name={name} order={order} taking={taking} close={() => setOpen(false)} />;
}

function useTaking({ name, order, accountId }: { name: StepName; order: Order; accountId: string }, onSuccess: () => void) {
  return useMutation({
    mutationFn: ({ filled, photos }: { filled: Filled; photos: { file: Blob; fileName: string }[] }) =>
      take({
        ...{ accountId, name, orderId: order.id, demandId: order.demandId, title: order.title, photos },
        input: {
          ...(name === 'pause' && { kind: 'WAITING_FOR_COMPLAINANT' }),
          ...Object.fromEntries(Object.entries(filled).filter(([, value]) => typeof value === 'string' && value.trim() !== '')),
        },
      }),
    onSuccess,
  });
}

/** Which fields a step asks for, in their order. */
const fieldsOf: Record<StepName, readonly (keyof Filled)[]> = {
  accept: [],
  contact: ['measure', 'plannedOn', 'purpose', 'note'],
  feedback: ['publicText', 'purpose'],
  checkIn: ['point'],
  progress: ['publicText'],
  complete: ['publicText', 'evidence', 'mechanism'],
  resume: ['publicText'],
  handUp: ['reason', 'publicText'],
  dispute: ['reason', 'text'],
  extension: ['dueOn', 'reason'],
  suspension: ['ground', 'reviewOn', 'reason'],
  pause: ['reason', 'publicText'],
  goOn: [],
  escalate: ['reason'],
};

/** What the unit will do is said with its first word to the complainant, be it a contact or a feedback (措施、责任人、时限). */
const asked = (name: StepName, { state }: Order): readonly (keyof Filled)[] =>
  name === 'feedback' && state === 'ACCEPTED' ? [...fieldsOf.feedback, 'measure', 'plannedOn'] : fieldsOf[name];

function OpenForm({
  name,
  order,
  taking,
  close,
}: {
  name: StepName;
  order: Order;
  taking: ReturnType<typeof useTaking>;
  close: () => void;
}) {
  const say = useWords();
  const words = useStepWords();
  const [photos, setPhotos] = useState<{ file: Blob; fileName: string }[]>([]);
  const most = photosOf[name];
  const pick = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const chosen = [...(target.files ?? [])].slice(0, most);
    setPhotos(await Promise.all(chosen.map(async (file) => ({ file: await smaller(file), fileName: file.name }))));
  };
  return (
    <Card title={words(name)}>
      <Form
        name={name}
        layout="vertical"
        requiredMark={false}
        onFinish={(filled: Filled) => taking.mutate({ filled, photos })}
        initialValues={{ point: order.place.point ?? '' }}
      >
        {name === 'complete' && <OpenItems id={order.id} />}
        {asked(name, order).map((field, at) => (
          <Field key={field} step={name} field={field} order={order} isFirst={at === 0} />
        ))}
        {most > 0 && (
          <Form.Item label={say('照片', 'Photos')} htmlFor={`photos-${name}`}>
            <input
              id={`photos-${name}`}
              type="file"
              accept="image/*"
              capture={name === 'checkIn' ? 'environment' : undefined}
              multiple={most > 1}
              onChange={(event) => void pick(event)}
            />
            {name === 'checkIn' && order.level === 'U' && photos.length === 0 && (
              <div className="quiet">
                {say(
                  '水电气热要拍到现场照片才算到场；没有照片的，到场时限继续计。',
                  'Being on site counts with a photo; without one its time runs on.',
                )}
              </div>
            )}
            {photos.length > 0 && <div>{say(`已选 ${photos.length} 张`, `${photos.length} chosen`)}</div>}
          </Form.Item>
        )}
        {taking.isError && <Trouble error={taking.error} />}
        <div className="form-buttons">
          <Button type="primary" size="large" htmlType="submit" loading={taking.isPending}>
            {say('确定', 'Confirm')}
          </Button>
          <Button size="large" onClick={close}>
            {say('取消', 'Cancel')}
          </Button>
        </div>
      </Form>
    </Card>
  );
}

/** What may be objected to; of a duplicate (earlier orders have it) the desk is told instead, since no ruling fits. */
const objectionReasons = () => choicesOf(labels.disputeReason).filter(({ value }) => value !== 'DUPLICATE');
const choicesOf = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }));

function Field({ step, field, order, isFirst }: { step: StepName; field: keyof Filled; order: Order; isFirst: boolean }) {
  const say = useWords();
  const atLeast = (min: number, message: string) => [{ required: true, min, message }];
  const chosen = [{ required: true, message: say('请选择', 'Choose one') }];
  const least5 = say('至少 5 个字', 'At least 5 characters');
  switch (field) {
    case 'note':
      return (
        <Form.Item name="note" label={say('联系情况（可不填）', 'How it went (optional)')}>
          <Input maxLength={500} autoFocus={isFirst} />
        </Form.Item>
      );
    case 'measure':
      return (
        <Form.Item
          name="measure"
          label={say('打算怎么办（措施）', 'What will be done')}
          rules={atLeast(2, say('请写明措施', 'Say what will be done'))}
          extra={say('记入台账，责任人是您。', 'It stands in the ledger, under your name.')}
        >
          <Input.TextArea rows={2} maxLength={500} autoFocus={isFirst} />
        </Form.Item>
      );
    case 'plannedOn':
      return (
        <Form.Item name="plannedOn" label={say('哪天办完（不填就是办理时限）', 'Done by the end of (empty: the order’s limit)')}>
          <Input type="date" min={dayAfter(new Date().toISOString(), 0)} />
        </Form.Item>
      );
    case 'purpose':
      return (
        <Form.Item name="purpose" label={say('联系目的（可不选）', 'What it was for (optional)')}>
          <Radio.Group className="radios" options={choicesOf(labels.contactPurpose)} />
        </Form.Item>
      );
    case 'mechanism':
      return (
        <Form.Item
          name="mechanism"
          label={say('完善了什么机制，防止再发生（可不填）', 'What was changed so that it does not come again (optional)')}
          rules={[{ min: 2, message: say('至少 2 个字', 'At least 2 characters') }]}
        >
          <Input maxLength={500} />
        </Form.Item>
      );
    case 'point':
      return (
        <Form.Item name="point" label={say('到了哪里', 'Where you are')} rules={atLeast(2, say('请写明地点', 'Say where'))}>
          <Input maxLength={120} autoFocus={isFirst} />
        </Form.Item>
      );
    case 'publicText':
      return (
        <Form.Item name="publicText" label={say('写给诉求人的话', 'Words to the complainant')} rules={atLeast(5, least5)}>
          <Input.TextArea rows={3} maxLength={2000} autoFocus={isFirst} />
        </Form.Item>
      );
    case 'evidence':
      return (
        <Form.Item
          name="evidence"
          label={say('办结依据', 'Evidence')}
          rules={atLeast(2, say('请写明依据，如维修单号、现场情况', 'Say what proves it'))}
        >
          <Input.TextArea rows={2} maxLength={1000} />
        </Form.Item>
      );
    case 'text':
      return (
        <Form.Item name="text" label={say('依据与说明', 'Why')} rules={atLeast(5, least5)}>
          <Input.TextArea rows={3} maxLength={1000} />
        </Form.Item>
      );
    case 'ground':
      return (
        <Form.Item name="ground" label={say('客观原因', 'What hinders it')} rules={chosen}>
          <Radio.Group className="radios" options={choicesOf(labels.suspensionGround)} />
        </Form.Item>
      );
    case 'dueOn':
      return (
        <Form.Item
          name="dueOn"
          label={say('希望延至（当日 24 时）', 'Until the end of')}
          rules={[{ required: true, message: say('请选日期', 'Choose a day') }]}
          extra={say(
            '只能在到期前提出；紧急与水电气热不得延期。审核同意前，原时限照常计算。',
            'Until it is granted, the old due time counts.',
          )}
        >
          <Input type="date" min={dayAfter(order.dueAt, 0)} autoFocus={isFirst} />
        </Form.Item>
      );
    case 'reviewOn':
      return (
        <Form.Item
          name="reviewOn"
          label={say('复核日期', 'Looked at again on')}
          rules={[{ required: true, message: say('请选日期', 'Choose a day') }]}
          extra={say(
            '到这一天自动恢复办理；最远哪一天有规定，太远的提交时会告知。由街道领导审批。',
            'Handling goes on by itself on this day; how far ahead it may be is limited. The leader decides.',
          )}
        >
          <Input type="date" min={dayAfter(new Date().toISOString(), 1)} />
        </Form.Item>
      );
    case 'reason':
      if (step === 'dispute')
        return (
          <Form.Item name="reason" label={say('为什么不该由本单位办', 'Why it is not yours')} rules={chosen}>
            <Radio.Group className="radios" options={objectionReasons()} />
          </Form.Item>
        );
      return (
        <Form.Item
          name="reason"
          label={
            step === 'handUp'
              ? say('自己解决不了的原因', 'Why it cannot be solved here')
              : step === 'escalate'
                ? say('什么解决不了，请上级研究什么', 'What cannot be solved here, and what is to be studied')
                : say('理由', 'Reason')
          }
          rules={atLeast(5, least5)}
          extra={
            step === 'pause'
              ? say('能暂停几次、每次几天有规定；到时自动恢复计时。', 'How often and how long is limited; it goes on by itself.')
              : step === 'escalate' &&
                say(
                  '上级必须在规定时间内答复；仍由本单位主办，时限照常计算，请继续办理。',
                  'The next higher level has to answer in time; your unit goes on leading it, and its clocks run on.',
                )
          }
        >
          <Input.TextArea rows={2} maxLength={500} autoFocus={isFirst} />
        </Form.Item>
      );
  }
}
