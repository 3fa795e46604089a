import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../../lib/words.js';

interface Props {
  id: string;
  label: string;
  accept: string;
  isPending: boolean;
  pick: (file: File) => void;
}

/** One file chosen and handed in. */
export function FilePick({ id, label, accept, isPending, pick }: Props) {
  const say = useWords();
  const [file, setFile] = useState<File | null>(null);
  return (
    <div className="field-row" style={{ alignItems: 'center' }}>
      <label htmlFor={id}>{label}</label>
      <input id={id} type="file" accept={accept} onChange={({ target }) => setFile(target.files?.[0] ?? null)} />
      <Button type="primary" disabled={file === null} loading={isPending} onClick={() => file && pick(file)}>
        {say('导入', 'Import')}
      </Button>
    </div>
  );
}
