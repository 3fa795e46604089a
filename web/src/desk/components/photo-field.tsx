import { useMutation, useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import { smaller } from '../../lib/photo.js';
import { call } from '../lib/client.js';
import { useWords } from '../lib/words.js';
import { Trouble } from './states.js';

interface Props {
  name: string;
  label: string;
  isOptional?: boolean;
  keeper: Keeper;
  most?: number;
}

/**
 * Who keeps the photos: the demand of an order, where only units that lead it or assist may put any; a whistle, for a unit that it summons; an order that a
 * citizen supervisor looks at.
 */
export type Keeper = { orderId: string } | { whistleId: string; unitId: string } | { watchedId: string };

/** Photos taken on site: each is kept as soon as it is chosen, and the value is the list of their ids. */
export function PhotoField({ name, label, isOptional = false, keeper, most = 9 }: Props) {
  const say = useWords();
  return (
    <Form.Item name={name} label={label} rules={isOptional ? [] : [{ required: true, message: say('请拍照或选择照片', 'Take a photo') }]}>
      <PhotoInput keeper={keeper} most={most} />
    </Form.Item>
  );
}

function PhotoInput({
  id,
  value = [],
  onChange,
  keeper,
  most,
}: {
  id?: string;
  value?: string[];
  onChange?: (ids: string[]) => void;
  keeper: Keeper;
  most: number;
}) {
  const say = useWords();
  const orderId = 'orderId' in keeper ? keeper.orderId : undefined;
  const order = useQuery({
    queryKey: ['order', orderId],
    queryFn: ({ signal }) => call('dispatch.work-order.get', { id: orderId! }, { signal }),
    enabled: orderId !== undefined,
    retry: false,
  });
  const keep = (photo: { file: Blob; fileName: string }) => {
    if ('whistleId' in keeper) return call('dispatch.whistle.add-photo', { id: keeper.whistleId, unitId: keeper.unitId, ...photo });
    if ('watchedId' in keeper) return call('dispatch.watched-order.add-photo', { id: keeper.watchedId, ...photo });
    return call('intake.attachment.add-on-site', { id: order.data!.demandId, ...photo });
  };
  const add = useMutation({
    mutationFn: async (files: File[]) => {
      const ids: string[] = [];
      for (const file of files) {
        const { id } = await keep({ file: await smaller(file), fileName: file.name });
        ids.push(id);
      }
      return ids;
    },
    onSuccess: (ids) => onChange?.([...value, ...ids].slice(-most)),
  });
  return (
    <div>
      <input
        id={id}
        type="file"
        accept="image/*"
        multiple={most > 1}
        disabled={orderId !== undefined && !order.data}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])].slice(0, most);
          target.value = '';
          if (files.length > 0) add.mutate(files);
        }}
      />
      <div role="status">
        {add.isPending && say('正在保存…', 'Saving…')}
        {value.length > 0 && say(`已存 ${value.length} 张`, `${value.length} kept`)}
      </div>
      {order.isError && (
        <p className="quiet">
          {say(
            '照片存放在工单上，本单位不是这件的主办或协办。请先报到、反馈结果，并请街道把本单位加为协办。',
            'Photos are kept with the order, which your unit neither leads nor assists. Report in first, and ask to be made a co-unit.',
          )}
        </p>
      )}
      {add.isError && <Trouble error={add.error} />}
    </div>
  );
}
