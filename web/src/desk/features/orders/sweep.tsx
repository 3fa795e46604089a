import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { Output } from '@wufang/api-client';
import { Checkbox, Form } from 'antd';
import { Command } from '../../components/command.js';
import { useAtLeastOne } from '../../components/fields.js';
import { Part } from '../../components/part.js';
import { call } from '../../lib/client.js';
import { clockText } from '../../lib/format.js';
import { useMay } from '../../lib/may.js';
import { useUnitName } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';
import type { Order } from './api.js';

type Place = Output<'dispatch.sweep.candidates'>['places'][number];
/** How many like places are offered, the likest first; a sweep takes more, but nobody picks among more. */
const OFFERED = 30;
const keyOf = ({ estateId, buildingId }: Place) => `${estateId}/${buildingId}`;

/** Once an order is closed: places that are like it, to be looked at (举一反三), and the sweeps it has started. */
export function Sweep({ order }: { order: Order }) {
  const say = useWords();
  const may = useMay();
  const navigate = useNavigate();
  const isClosed = order.closedAt !== null;
  const mayOpen = isClosed && may('dispatch.sweep.open');
  const sweeps = useQuery({
    queryKey: ['sweeps'],
    queryFn: ({ signal }) => call('dispatch.sweep.list', { limit: 200 }, { signal }),
    enabled: isClosed && may('dispatch.sweep.list'),
    retry: false,
  });
  const alike = useQuery({
    queryKey: ['sweep-candidates', order.id],
    queryFn: ({ signal }) => call('dispatch.sweep.candidates', { orderId: order.id }, { signal }),
    enabled: mayOpen,
    retry: false,
  });
  const own = (sweeps.data?.sweeps ?? []).filter(({ orderId }) => orderId === order.id);
  const places = (alike.data?.places ?? []).slice(0, OFFERED);
  if (!isClosed || (own.length === 0 && (!mayOpen || !alike.isSuccess))) return null;
  return (
    <Part id="sweep" title={say('举一反三', 'Like places')}>
      {own.length > 0 && (
        <ul className="plain">
          {own.map(({ id, openedAt, checks, found }) => (
            <li key={id}>
              <Link to="/sweeps/$id" params={{ id }}>
                {clockText(openedAt)} {say(`排查 ${checks} 处，发现 ${found} 处`, `${checks} places, found in ${found}`)}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {mayOpen && places.length === 0 && <p className="quiet">{say('没有找到相像的地点。', 'No place is like this one.')}</p>}
      {mayOpen && places.length > 0 && (
        <div className="acts">
          <Command
            operation="dispatch.sweep.open"
            title={say('排查相像的地点', 'Look at like places')}
            refreshes={[['sweeps']]}
            note={say('给选中的每一处派一个排查任务，由所列单位去看。', 'Each chosen place is looked at by the unit beside it.')}
            input={({ places: chosen }: { places: string[] }, id) => ({
              ...{ id, orderId: order.id },
              places: places
                .filter((place) => chosen.includes(keyOf(place)))
                .map(({ estateId, buildingId, unitId, reason }) => ({ estateId, buildingId, unitId, reason })),
            })}
            onDone={({ id }) => void navigate({ to: '/sweeps/$id', params: { id } })}
          >
            <PlacesField places={places} />
          </Command>
        </div>
      )}
    </Part>
  );
}

function PlacesField({ places }: { places: readonly Place[] }) {
  const say = useWords();
  const unitName = useUnitName();
  return (
    <Form.Item name="places" label={say('相像的地点', 'Like places')} rules={useAtLeastOne()}>
      <Checkbox.Group
        className="radios"
        options={places.map((place) => ({
          value: keyOf(place),
          label: `${place.name}（${place.reason}；${say('由', 'by')}${unitName(place.unitId)}）`,
        }))}
      />
    </Form.Item>
  );
}
