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
  /** The order whose demand keeps the photos: only units that lead it or assist may put any there. */
  orderId: string;
  most?: number;
}

/** Photos taken on site: each is kept with the demand as soon as it is chosen, and the value is the list of their ids. */
export function PhotoField({ name, label, isOptional = false, orderId, most = 9 }: Props) {
  const say = useWords();
  return (
    <Form.Item name={name} label={label} rules={isOptional ? [] : [{ required: true, message: say('请拍照或选择照片', 'Take a photo') }]}>
      <PhotoInput orderId={orderId} most={most} />
    </Form.Item>
  );
}

function PhotoInput({
  id,
  value = [],
  onChange,
  orderId,
  most,
}: {
  id?: string;
  value?: string[];
  onChange?: (ids: string[]) => void;
  orderId: string;
  most: number;
}) {
  const say = useWords();
  const order = useQuery({
    queryKey: ['order', orderId],
    queryFn: ({ signal }) => call('dispatch.work-order.get', { id: orderId }, { signal }),
    retry: false,
  });
  const add = useMutation({
    mutationFn: async (files: File[]) => {
      const ids: string[] = [];
      for (const file of files) {
        const kept = await call('intake.attachment.add-on-site', {
          ...{ id: order.data!.demandId, file: await smaller(file), fileName: file.name },
        });
        ids.push(kept.id);
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
        disabled={!order.data}
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
