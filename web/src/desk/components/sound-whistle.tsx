import { useQuery } from '@tanstack/react-query';
import type { Output } from '@wufang/api-client';
import { Button, Form } from 'antd';
import { call } from '../lib/client.js';
import { labels } from '../lib/labels.js';
import { useMay } from '../lib/may.js';
import { useWords } from '../lib/words.js';
import { Command } from './command.js';
import { instantOf, UnitsField, When, Words } from './fields.js';

type Whistle = Output<'dispatch.whistle.get'>;
type Partner = Output<'dispatch.whistle.suggest-partners'>['partners'][number];
interface Filled {
  reason: string;
  unitIds: string[];
  at?: string;
  point?: string;
}

/** A meeting on site needs both, when and where. */
export const meetingOf = ({ at, point }: Pick<Filled, 'at' | 'point'>) =>
  at && point?.trim() ? { meeting: { at: instantOf(at), point: point.trim() } } : {};

/** When and where the units meet on site, where they do. */
export function MeetingFields() {
  const say = useWords();
  return (
    <>
      <When name="at" label={say('现场会商时间（不会商的不填）', 'When they meet on site (if they do)')} isOptional isMinute />
      <Words name="point" label={say('会商地点（与时间一起填写）', 'Where (together with the time)')} max={120} isOptional />
    </>
  );
}

/** Summoning units to an order (吹哨): the street sounds the whistle, a community asks the street to. Who may do neither sees nothing. */
export function SoundWhistle({ orderId, point, onDone }: { orderId: string; point: string | null; onDone: (whistle: Whistle) => void }) {
  const say = useWords();
  const kinds = [
    {
      operation: 'dispatch.whistle.sound' as const,
      title: say('吹哨', 'Sound a whistle'),
      note: say(
        '被召集的单位按时限表报到、反馈结果，时限见吹哨单；此件转为协同办理，吹哨办结之前不能报办结。',
        'Units report in and bring a result by the time limits, shown with the whistle; the order is handled jointly until it is settled.',
      ),
    },
    {
      operation: 'dispatch.whistle.ask' as const,
      title: say('请街道吹哨', 'Ask the street for a whistle'),
      note: say(
        '街道按时限答复吹还是不吹，时限见吹哨单；吹哨后才召集单位。',
        'The street answers by a time limit, shown with the whistle; nobody is summoned before.',
      ),
    },
  ];
  return kinds.map(({ operation, title, note }) => (
    <Command
      key={operation}
      operation={operation}
      title={title}
      refreshes={[['whistles'], ['order', orderId], ['hands', orderId], ['decisions']]}
      initial={{ point: point ?? '' }}
      note={note}
      input={({ reason, unitIds, ...meeting }: Filled) => ({ orderId, reason, unitIds, ...meetingOf(meeting) })}
      onDone={onDone}
    >
      <UnitsField name="unitIds" label={say('召集哪些单位', 'Which units')} />
      <Partners orderId={orderId} />
      <Words name="reason" label={say('为什么吹哨、要它们做什么', 'Why, and what they are to do')} min={2} rows={2} />
      <MeetingFields />
    </Command>
  ));
}

/** Units that may well be summoned to this: those that the directory names for such a matter there, and those that came to the like before. One tap adds one. */
function Partners({ orderId }: { orderId: string }) {
  const say = useWords();
  const may = useMay();
  const form = Form.useFormInstance<Filled>();
  const chosen = Form.useWatch<string[] | undefined>('unitIds', form) ?? [];
  const found = useQuery({
    queryKey: ['whistle-partners', orderId],
    queryFn: ({ signal }) => call('dispatch.whistle.suggest-partners', { id: orderId }, { signal }),
    enabled: may('dispatch.whistle.suggest-partners'),
  });
  const left = (found.data?.partners ?? []).filter(({ unitId }) => !chosen.includes(unitId));
  if (left.length === 0) return null;
  const why = (grounds: Partner['grounds'], times: number) =>
    grounds
      .map((ground) => (ground === 'CAME_BEFORE' ? say(`同类吹哨来过 ${times} 次`, `came ${times} times`) : labels.partnerGround[ground]))
      .join('、');
  return (
    <div role="group" aria-label={say('建议召集', 'Suggested')} className="acts">
      {say('建议召集：', 'Suggested:')}
      {left.map(({ unitId, name, grounds, times }) => (
        <Button key={unitId} size="small" onClick={() => form.setFieldValue('unitIds', [...chosen, unitId])}>
          {name}（{why(grounds, times)}）
        </Button>
      ))}
    </div>
  );
}
