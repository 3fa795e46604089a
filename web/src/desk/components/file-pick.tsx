import { Button } from 'antd';
import { useId, useRef, useState, type DragEvent } from 'react';
import { useWords } from '../lib/words.js';

interface Props {
  label: string;
  /** Endings, as `accept` has them: '.xlsx,.csv'. */
  accept: string;
  isPending: boolean;
  pick: (file: File) => void;
}

/**
 * One file chosen, or dropped here, and handed in. The browser's own field is out of sight and out of the Tab order: its button speaks the browser's
 * language, ours opens it.
 */
export function FilePick({ label, accept, isPending, pick }: Props) {
  const say = useWords();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [trouble, setTrouble] = useState('');
  const [isOver, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const [one, ...others] = files ?? [];
    if (one === undefined) return;
    const fits = accept.split(',').some((ending) => one.name.toLowerCase().endsWith(ending));
    const endings = accept.replaceAll(',', say('、', ', '));
    setTrouble(
      others.length > 0
        ? say('一次只能导入一个文件，请只拖入一个。', 'One file at a time, please.')
        : fits
          ? ''
          : say(`“${one.name}”不是 ${endings} 文件，请另选。`, `“${one.name}” is no ${endings} file.`),
    );
    setFile(others.length === 0 && fits ? one : null);
  };
  const over = (event: DragEvent, is: boolean) => {
    event.preventDefault();
    setOver(is);
  };
  return (
    <div
      className={isOver ? 'file-pick file-over' : 'file-pick'}
      onDragOver={(event) => over(event, true)}
      onDragLeave={(event) => over(event, false)}
      onDrop={(event) => {
        over(event, false);
        take(event.dataTransfer.files);
      }}
    >
      <label htmlFor={id}>{label}</label>
      <input
        ref={field}
        id={id}
        className="file-field"
        type="file"
        accept={accept}
        tabIndex={-1}
        onChange={({ target }) => {
          take(target.files);
          // The same file may be chosen again after it was mended.
          target.value = '';
        }}
      />
      <div className="form-buttons">
        <Button aria-describedby={`${id}-name`} onClick={() => field.current?.click()}>
          {file === null ? say('选择文件', 'Choose a file') : say('另选文件', 'Choose another')}
        </Button>
        <span id={`${id}-name`} className="file-name">
          {file === null ? say('或把文件拖到这里', 'or drop it here') : file.name}
        </span>
        <Button type="primary" disabled={file === null} loading={isPending} onClick={() => file && pick(file)}>
          {say('导入', 'Import')}
        </Button>
      </div>
      <p role="alert" className="file-trouble">
        {trouble}
      </p>
    </div>
  );
}
