import { Button, Typography } from 'antd';
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
      <Typography.Title level={1} id={id} style={{ fontSize: 20, margin: 0 }}>
        {title}
      </Typography.Title>
      {children}
      {prints && (
        <Button className="no-print" onClick={() => window.print()}>
          {say('打印', 'Print')}
        </Button>
      )}
    </div>
  );
}
