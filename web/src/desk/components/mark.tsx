import type { ReactNode } from 'react';

/** One word about how something stands, in a colour that is read on its own ground (4.5 to 1). */
export function Mark({ tone = 'plain', children }: { tone?: 'good' | 'soon' | 'bad' | 'plain'; children: ReactNode }) {
  return <span className={`mark mark-${tone}`}>{children}</span>;
}
