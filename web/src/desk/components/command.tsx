import type { QueryKey } from '@tanstack/react-query';
import type { Input, OperationName, Output } from '@wufang/api-client';
import { Button, Form } from 'antd';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useMay, type Guarded } from '../lib/may.js';
import { sendThen, useCommand } from '../lib/command.js';
import { useWords } from '../lib/words.js';
import { Trouble } from './states.js';

interface Props<N extends OperationName & Guarded, F extends object> {
  operation: N;
  title: string;
  /** Which one of several alike, for who does not see where the button stands. */
  about?: string;
  /** What is sent, of what the form holds and the id that anything new gets. */
  input: (filled: F, id: string) => Input<N>;
  /** What is asked anew afterwards. */
  refreshes: readonly QueryKey[];
  initial?: Partial<F>;
  /** What to know before confirming. */
  note?: ReactNode;
  /** The fields, as `Form.Item`s; without any (and without a note) the button acts at once. */
  children?: ReactNode;
  isPrimary?: boolean;
  size?: 'small' | 'middle';
  /** What is shown of the answer, where the page does not show it by itself. */
  answer?: (answer: Output<N>) => ReactNode;
  onDone?: (answer: Output<N>) => void;
}

/** One thing a person may do: a button that opens its form in place, hands it in once, and says why not. Who may not do it does not see it. */
export function Command<N extends OperationName & Guarded, F extends object = object>(props: Props<N, F>) {
  const { operation, title, about, input, refreshes, initial, note, children, isPrimary = false, size = 'middle', answer, onDone } = props;
  const say = useWords();
  const may = useMay();
  const id = `command${useId().replace(/\W/g, '')}`;
  const [isOpen, setOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const step = useCommand(operation, refreshes, input);
  const isBare = children === undefined && note === undefined;
  useEffect(() => {
    if (isOpen) frame.current?.querySelector<HTMLElement>('form input, form textarea, form button')?.focus();
  }, [isOpen]);
  if (!may(operation)) return null;
  const hand = (filled: F) =>
    sendThen(step, filled, (answer) => {
      setOpen(false);
      onDone?.(answer);
      frame.current?.querySelector('button')?.focus();
    });
  return (
    <div ref={frame} className={isOpen ? 'command command-open no-print' : 'command no-print'}>
      <Button
        size={size}
        type={isPrimary ? 'primary' : 'default'}
        loading={isBare && step.isPending}
        aria-label={about === undefined ? undefined : `${title} ${about}`}
        aria-expanded={isBare ? undefined : isOpen}
        onClick={() => (isBare ? hand({} as F) : setOpen(!isOpen))}
      >
        {title}
      </Button>
      {isBare && step.isError && <Trouble error={step.error} />}
      {answer && step.isSuccess && !isOpen && <div role="status">{answer(step.data)}</div>}
      {isOpen && (
        <Form name={id} aria-label={title} layout="vertical" requiredMark={false} initialValues={initial as object} onFinish={hand}>
          {note !== undefined && <p>{note}</p>}
          {children}
          {step.isError && <Trouble error={step.error} />}
          <div className="form-buttons">
            <Button type="primary" htmlType="submit" loading={step.isPending}>
              {say('确定', 'Confirm')}
            </Button>
            <Button onClick={() => setOpen(false)}>{say('取消', 'Cancel')}</Button>
          </div>
        </Form>
      )}
    </div>
  );
}
