import { useMutation } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { OpenedFile } from '../../components/opened-file.js';
import { Trouble } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { smaller } from '../../../lib/photo.js';
import { useWords } from '../../lib/words.js';

/** Photos or scans that are kept with the issue; the field's value is their numbers. */
export function Files({
  name,
  label,
  isOptional,
  issueId,
  most = 9,
}: {
  name: string | (string | number)[];
  label: string;
  isOptional?: boolean;
  issueId: string;
  most?: number;
}) {
  const say = useWords();
  return (
    <Form.Item name={name} label={label} rules={isOptional ? [] : [{ required: true, message: say('请选择文件', 'Choose a file') }]}>
      <FilesInput issueId={issueId} most={most} />
    </Form.Item>
  );
}

/** Photos and scans to be laid on the table: each is kept as soon as it is chosen, and the value is the list of their ids. */
function FilesInput({
  id,
  value = [],
  onChange,
  issueId,
  most,
}: {
  id?: string;
  value?: string[];
  onChange?: (ids: string[]) => void;
  issueId: string;
  most: number;
}) {
  const say = useWords();
  const [names, setNames] = useState<string[]>([]);
  const add = useMutation({
    mutationFn: async (files: File[]) => {
      const ids: string[] = [];
      for (const file of files) {
        const { id: kept } = await call('deliberation.file.add', {
          ...{ issueId, fileName: file.name },
          file: file.type.startsWith('image/') ? await smaller(file) : file,
        });
        ids.push(kept);
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
        accept="image/jpeg,image/png,application/pdf"
        multiple={most > 1}
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

/** The pictures and papers of something that was laid on the table, each opened when it is asked for. */
export function FileLinks({ issueId, ids, what }: { issueId: string; ids: readonly string[]; what: string }) {
  if (ids.length === 0) return null;
  return (
    <span className="files no-print">
      {ids.map((id, index) => (
        <OpenedFile
          key={id}
          label={`${what} ${index + 1}`}
          queryKey={['file', id]}
          fetch={(signal) => call('deliberation.file.get', { issueId, fileId: id }, { signal })}
        />
      ))}
    </span>
  );
}
