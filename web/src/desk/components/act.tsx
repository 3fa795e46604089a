import { Button, Form } from 'antd';
import type { Input, OperationName, Output } from '@wufang/api-client';
import { useId, useRef, useState, type ReactNode } from 'react';
import { useCommand } from '../lib/command.js';
import { useWords } from '../lib/words.js';
import { Trouble } from './states.js';

interface Props<N extends OperationName, V> {
  name: N;
  /** What is asked anew once it is done: with everything that lists what waits and what is owed. */
  about: readonly unknown[];
  label: string;
  /** What is asked, from the fields and the id that anything new gets. */
  input: (values: V, id: string) => Input<N>;
  /** The fields. Without any, pressing the button is doing it. */
  children?: ReactNode;
  initial?: Partial<V>;
  isPrimary?: boolean;
  /** What is shown of the answer, where more than that it is done is to be said. */
  answer?: (output: Output<N>) => ReactNode;
}

/** Something that may be done: a button that opens its form in place, says why it was refused, and closes once it is done. */
export function Act<N extends OperationName, V extends object>({
  name,
  about,
  label,
  input,
  children,
  initial,
  isPrimary,
  answer,
}: Props<N, V>) {
  const say = useWords();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const form = useRef<HTMLDivElement>(null);
  const step = useCommand<N, V>(name, [about, ['tables'], ['duties']], input);
  const close = () => {
    setOpen(false);
    setTimeout(() => opener.current?.focus());
  };
  const show = () => {
    step.reset();
    setOpen(true);
    setTimeout(() => form.current?.querySelector<HTMLElement>('input, textarea, select')?.focus());
  };
  const said = (
    <>
      {step.isError && <Trouble error={step.error} />}
      {step.isSuccess && <div role="status">{answer?.(step.data) ?? say(`已${label}`, `${label}: done`)}</div>}
    </>
  );
  if (children === undefined)
    return (
      <div className="no-print act">
        <Button type={isPrimary ? 'primary' : 'default'} loading={step.isPending} onClick={() => step.mutate({} as V)}>
          {label}
        </Button>
        {said}
      </div>
    );
  return (
    <div className={`no-print act ${isOpen ? 'act-open' : ''}`}>
      {!isOpen && (
        <Button ref={opener} type={isPrimary ? 'primary' : 'default'} aria-expanded={false} onClick={show}>
          {label}
        </Button>
      )}
      {isOpen && (
        <div ref={form} role="group" aria-label={label} onKeyDown={({ key }) => key === 'Escape' && close()}>
          <Form
            name={id}
            layout="vertical"
            requiredMark={false}
            {...(initial && { initialValues: initial })}
            onFinish={(values: V) => step.mutate(values, { onSuccess: close })}
          >
            {children}
            {said}
            <div className="form-buttons">
              <Button type="primary" htmlType="submit" loading={step.isPending}>
                {label}
              </Button>
              <Button onClick={close}>{say('取消', 'Cancel')}</Button>
            </div>
          </Form>
        </div>
      )}
      {!isOpen && said}
    </div>
  );
}
