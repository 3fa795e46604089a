/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { isRefused, wordsOf } from './api.js';
import { say } from './words.js';

export interface Asked<T> {
  found?: T;
  error?: unknown;
  again: () => void;
}

/** Asks once, and again when what it is asked about changes, or by hand. An answer that comes after a newer question is dropped. */
export function useAsked<T>(about: string, ask: () => Promise<T>): Asked<T> {
  const [answer, setAnswer] = useState<{ found?: T; error?: unknown }>({});
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isOld = false;
    ask().then(
      (found) => !isOld && setAnswer({ found }),
      (error: unknown) => !isOld && setAnswer({ error }),
    );
    return () => {
      isOld = true;
    };
  }, [about, turn]);
  return { ...answer, again: () => setTurn((before) => before + 1) };
}

/** The states of a question: waiting, trouble with a way out, or what was found. */
export function Shown<T>({
  asked,
  heading,
  children,
}: {
  asked: Asked<T>;
  /** What the page is called while what it is about, and with it its own name, is not there. */
  heading?: string;
  children: (found: T) => ComponentChildren;
}) {
  if (asked.found !== undefined) return <>{children(asked.found)}</>;
  return (
    <>
      {heading && <h1>{heading}</h1>}
      {asked.error === undefined ? (
        <p aria-busy="true">{say('正在查询…', 'Looking…')}</p>
      ) : (
        <Trouble text={wordsOf(asked.error)} again={isRefused(asked.error) ? undefined : asked.again} />
      )}
    </>
  );
}

/** What a form was refused for, where it is read out; with a way to ask again where that may help. */
export function Trouble({ text, again }: { text: string; again?: (() => void) | undefined }) {
  if (!text) return null;
  return (
    <div class="trouble" role="alert">
      <p>{text}</p>
      {again && (
        <button type="button" class="plain" onClick={again}>
          {say('再试一次', 'Try again')}
        </button>
      )}
    </div>
  );
}

/** The texts of a form's fields, trimmed. */
export function fieldsOf(event: SubmitEvent): { text: (name: string) => string; form: FormData } {
  event.preventDefault();
  const form = new FormData(event.currentTarget as HTMLFormElement);
  return { form, text: (name) => String(form.get(name) ?? '').trim() };
}
