import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { Input, OperationName, Output } from '@wufang/api-client';
import { call } from '../lib/client.js';
import { useWords } from '../lib/words.js';
import { Trouble } from './states.js';

/** The operations that hand out a document. */
type Printing = { [N in OperationName]: Output<N> extends { fileName: string; file: string | null } ? N : never }[OperationName];

/** A document as PDF: asked for when it is wanted, and saved under its own name. What cannot be printed is said beside the button. */
export function DocumentButton<N extends Printing>({ name, input, label }: { name: N; input: Input<N>; label: string }) {
  const say = useWords();
  const print = useMutation({
    mutationFn: async () => {
      const { fileName, file } = (await call(name, input)) as { fileName: string; file: string | null };
      save(fileName, new Blob([Uint8Array.from(atob(file!), (char) => char.charCodeAt(0))], { type: 'application/pdf' }));
    },
  });
  return (
    <span className="no-print document">
      <Button loading={print.isPending} onClick={() => print.mutate()}>
        {label}（PDF）
      </Button>
      {print.isError && <Trouble error={print.error} again={() => print.mutate()} />}
      {print.isSuccess && <span role="status">{say('已保存到下载', 'Saved')}</span>}
    </span>
  );
}

/** Hands a file to the browser, which saves it under this name. */
export function save(fileName: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = fileName;
  link.click();
  // The browser has its own hold on it once the saving has begun.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
