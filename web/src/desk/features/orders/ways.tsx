import { useQuery } from '@tanstack/react-query';
import type { Output } from '@wufang/api-client';
import { Descriptions, Form, Input, Select } from 'antd';
import { Card } from '../../components/card.js';
import { Command } from '../../components/command.js';
import { call } from '../../lib/client.js';
import { fullText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useMay } from '../../lib/may.js';
import { useUnitName } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';
import type { Order } from './api.js';

type OrderWays = Output<'dispatch.work-order.ways'>;
interface Filled {
  way?: NonNullable<OrderWays['way']>;
  methods?: string[];
  plan?: string;
}

/** By which way an order is handled (四方四办), by which methods, and for a hard one its plan (一案一策); and its story so far, for those who write it up. */
export function Ways({ order }: { order: Order }) {
  const say = useWords();
  const may = useMay();
  const unitName = useUnitName();
  const { id } = order;
  const ways = useQuery({
    queryKey: ['ways', id],
    queryFn: ({ signal }) => call('dispatch.work-order.ways', { id }, { signal }),
    enabled: may('dispatch.work-order.ways'),
    retry: false,
  }).data;
  if (!ways) return null;
  const isOpen = order.closedAt === null;
  return (
    <Card title={say('怎么办', 'How it is handled')}>
      <Descriptions
        size="small"
        column={{ xs: 1, md: 2 }}
        items={[
          { key: 'way', label: say('四方四办', 'Way'), children: ways.way === null ? '—' : labels.handlingWay[ways.way] },
          { key: 'methods', label: say('工作法', 'Methods'), children: ways.methods.join(say('、', ', ')) || '—' },
          { key: 'plan', label: say('一案一策', 'Plan'), children: <span className="long-text">{ways.plan ?? '—'}</span> },
          {
            key: 'noted',
            label: say('写明', 'Noted'),
            children: `${fullText(ways.notedAt)}${ways.unitId === null ? '' : ` · ${unitName(ways.unitId)}`}`,
          },
        ]}
      />
      <div className="acts">
        {isOpen && (
          <Command
            operation="dispatch.work-order.note-ways"
            title={say('写明怎么办', 'Note how')}
            refreshes={[
              ['ways', id],
              ['order', id],
            ]}
            note={say('不改变任何时限。', 'It moves no clock.')}
            initial={{
              ...(ways.way !== null && { way: ways.way }),
              methods: [...ways.methods],
              ...(ways.plan !== null && { plan: ways.plan }),
            }}
            input={({ way, methods = [], plan }: Filled) => ({
              ...{ id, way: way ?? null, methods },
              ...(plan?.trim() && { plan: plan.trim() }),
            })}
          >
            <Form.Item name="way" label={say('四方四办的哪一办（可不选）', 'Way (optional)')}>
              <Select allowClear options={Object.entries(labels.handlingWay).map(([value, label]) => ({ value, label }))} />
            </Form.Item>
            <Form.Item name="methods" label={say('所用工作法（可不填，回车分开）', 'Methods (optional, one by one)')}>
              <Select mode="tags" maxCount={5} tokenSeparators={['、', ',', '，']} open={false} suffixIcon={null} />
            </Form.Item>
            <Form.Item
              name="plan"
              label={say('一案一策（疑难件的方案，可不填）', 'Plan (optional)')}
              rules={[{ min: 5, message: say('至少 5 个字', 'At least 5 characters') }]}
            >
              <Input.TextArea rows={3} maxLength={1000} />
            </Form.Item>
          </Command>
        )}
        <Story id={id} />
      </div>
    </Card>
  );
}

/** The draft of the case story (办理纪实), opened when it is wanted. */
function Story({ id }: { id: string }) {
  const say = useWords();
  const may = useMay();
  const isSeen = may('dispatch.work-order.story');
  const story = useQuery({
    queryKey: ['story', id],
    queryFn: ({ signal }) => call('dispatch.work-order.story', { id }, { signal }),
    enabled: isSeen,
    staleTime: 30_000,
  }).data;
  if (!isSeen || !story) return null;
  return (
    <details>
      <summary>{say('办理纪实初稿', 'Draft of the story')}</summary>
      <p>
        <b>{story.title}</b>
      </p>
      <p className="long-text" style={{ whiteSpace: 'pre-line' }}>
        {story.text}
      </p>
    </details>
  );
}
