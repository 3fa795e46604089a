import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { Input, OperationName, Output } from '@wufang/api-client';
import { call } from '../lib/client.js';
import { useWords } from '../lib/words.js';
import { Trouble } from './states.js';

/** The operations that hand out a document. */
type Printing = { [N in OperationName]: Output<N> extends { fileName: string; file: string | null } ? N : never }[OperationName];

const types = {
  PDF: 'application/pdf',
  Excel: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  CSV: 'text/csv',
} as const;

interface Props<N extends Printing> {
  name: N;
  input: Input<N>;
  label: string;
  kind?: keyof typeof types;
  /** What to know of what was saved. */
  note?: (answer: Output<N>) => string;
}

/** A document, as PDF unless it is a table: asked for when it is wanted, and saved under its own name. What cannot be made is said beside the button. */
export function DocumentButton<N extends Printing>({ name, input, label, kind = 'PDF', note }: Props<N>) {
  const say = useWords();
  const print = useMutation({
    mutationFn: async () => {
      const answer = await call(name, input);
      const { fileName, file } = answer as { fileName: string; file: string | null };
      save(fileName, new Blob([Uint8Array.from(atob(file!), (char) => char.charCodeAt(0))], { type: types[kind] }));
      return answer;
    },
  });
  return (
    <span className="no-print document">
      <Button loading={print.isPending} onClick={() => print.mutate()}>
        {label}（{kind}）
      </Button>
      {print.isError && <Trouble error={print.error} again={() => print.mutate()} />}
      {print.isSuccess && <span role="status">{note?.(print.data) ?? say('已保存到下载', 'Saved')}</span>}
    </span>
  );
}

/** The operations that hand out a table in either format. */
type Tables = { [N in Printing]: 'format' extends keyof Input<N> ? N : never }[Printing];

/** A table, for Excel or as CSV. */
export function TableButtons<N extends Tables>({ name, input, label }: { name: N; input: Omit<Input<N>, 'format'>; label: string }) {
  const as = (format: 'xlsx' | 'csv') => ({ ...input, format }) as Input<N>;
  return (
    <>
      <DocumentButton name={name} input={as('xlsx')} label={label} kind="Excel" />
      <DocumentButton name={name} input={as('csv')} label={label} kind="CSV" />
    </>
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
