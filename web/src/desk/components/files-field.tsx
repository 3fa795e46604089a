import { useMutation } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { smaller } from '../../lib/photo.js';
import { useWords } from '../lib/words.js';
import { Trouble } from './states.js';

/** Keeps one file, a photo already made smaller, where it belongs, and answers its id. */
type Keep = (file: Blob, fileName: string) => Promise<string>;

interface Named {
  name: string | (string | number)[];
  label: string;
  isOptional?: boolean;
  most?: number;
  /** While nobody knows yet where they belong. */
  isDisabled?: boolean;
  keep: Keep;
}

/** Photos or scans; the field's value is the list of their ids. */
export function FilesField({
  name,
  label,
  isOptional,
  most = 9,
  isDisabled = false,
  keep,
  accept = 'image/jpeg,image/png,application/pdf',
}: Named & { accept?: string }) {
  const say = useWords();
  return (
    <Form.Item name={name} label={label} rules={isOptional ? [] : [{ required: true, message: say('请选择文件', 'Choose a file') }]}>
      <FilesInput most={most} isDisabled={isDisabled} keep={keep} accept={accept} />
    </Form.Item>
  );
}

/** Photos alone. */
export function PhotosField(props: Named) {
  return <FilesField {...props} accept="image/jpeg,image/png" />;
}

/** Each file is kept as soon as it is chosen, and the value is the list of their ids. */
function FilesInput({
  id,
  value = [],
  onChange,
  most,
  isDisabled,
  keep,
  accept,
}: {
  id?: string;
  value?: string[];
  onChange?: (ids: string[]) => void;
  most: number;
  isDisabled: boolean;
  keep: Keep;
  accept: string;
}) {
  const say = useWords();
  const [names, setNames] = useState<string[]>([]);
  const add = useMutation({
    mutationFn: async (files: File[]) => {
      const ids: string[] = [];
      for (const file of files) {
        ids.push(await keep(file.type.startsWith('image/') ? await smaller(file) : file, file.name));
      }
      return { ids, names: files.map(({ name }) => name) };
    },
    onSuccess: (kept) => {
      onChange?.([...value, ...kept.ids].slice(0, most));
      setNames((before) => [...before, ...kept.names].slice(0, most));
    },
  });
  return (
    <div>
      <input
        id={id}
        type="file"
        accept={accept}
        multiple={most > 1}
        disabled={isDisabled}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = '';
          if (files.length > 0) add.mutate(files);
        }}
      />
      <div role="status">
        {add.isPending && say('正在保存…', 'Saving…')}
        {value.length > 0 && names.join('、')}
      </div>
      {value.length > 0 && (
        <Button
          size="small"
          onClick={() => {
            onChange?.([]);
            setNames([]);
          }}
        >
          {say('重新选择', 'Choose anew')}
        </Button>
      )}
      {add.isError && <Trouble error={add.error} />}
    </div>
  );
}
