import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../lib/words.js';

/** A page's name, what stands beside it, and a button where the page is printed. */
export function PageHead({
  id,
  title,
  children,
  prints = false,
}: {
  id: string;
  title: ReactNode;
  children?: ReactNode;
  prints?: boolean;
}) {
  const say = useWords();
  return (
    <div className="page-head">
      <h1 id={id} className="page-title">
        {title}
      </h1>
      {children}
      {prints && (
        <Button className="no-print" onClick={() => window.print()}>
          {say('打印', 'Print')}
        </Button>
      )}
    </div>
  );
}
