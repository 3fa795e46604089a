import { Alert, Button, Skeleton } from 'antd';
import { ApiProblem } from '@wufang/api-client';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { wordsOf } from '../lib/client.js';
import { useWords } from '../lib/words.js';

/** An error is something the page shows, with what to do: the server's words and a button to try again. */
export function Trouble({ error, again }: { error: unknown; again?: () => void }) {
  const say = useWords();
  const { title, detail } = wordsOf(error);
  const isDenied = error instanceof ApiProblem && [400, 403, 404].includes(error.status);
  return (
    <Alert
      role="alert"
      type={isDenied ? 'warning' : 'error'}
      showIcon
      message={title}
      description={detail}
      action={again && !isDenied ? <Button onClick={again}>{say('重试', 'Try again')}</Button> : undefined}
    />
  );
}

/** Nothing there, and what that means or what to do. */
export function Nothing({ children }: { children: ReactNode }) {
  return <div className="nothing">{children}</div>;
}

/** A query's states in one place: waiting without a jump of the layout, trouble with a way out, nothing, or what was found. */
export function Answered<T>({
  query,
  isEmpty,
  empty,
  heading,
  children,
}: {
  query: UseQueryResult<T>;
  isEmpty?: (found: T) => boolean;
  empty?: ReactNode;
  /** What the page is called while what it is about, and with it its own name, is not there. */
  heading?: string;
  children: (found: T) => ReactNode;
}) {
  const head = heading !== undefined && <h1 className="page-title page-title-alone">{heading}</h1>;
  if (query.isPending)
    return (
      <>
        {head}
        <Skeleton active={false} paragraph={{ rows: 8 }} aria-busy="true" />
      </>
    );
  const trouble = query.isError && <Trouble error={query.error} again={() => void query.refetch()} />;
  // What was found stays, with what somebody is writing in it, when asking anew fails; not when one may no longer see it.
  const isDenied = query.error instanceof ApiProblem && query.error.status < 500;
  if (query.data === undefined || isDenied)
    return (
      <>
        {head}
        {trouble}
      </>
    );
  if (isEmpty?.(query.data))
    return (
      <>
        {head}
        <Nothing>{empty}</Nothing>
      </>
    );
  return (
    <>
      {trouble}
      {children(query.data)}
    </>
  );
}

/** Not for this person: what it is for, and whom to turn to. */
export function NotYours({ children }: { children: ReactNode }) {
  const say = useWords();
  return (
    <Alert role="alert" type="warning" showIcon message={say('您的岗位不办理这一项', 'This is not for your role')} description={children} />
  );
}
