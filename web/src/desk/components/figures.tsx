import type { ReactNode } from 'react';
import { colours } from '../lib/theme.js';

/** A few figures side by side, each with what it counts. */
export function Figures({ items }: { items: readonly { label: string; value: ReactNode; tone?: 'bad' | 'plain' }[] }) {
  return (
    <dl className="figures">
      {items.map(({ label, value, tone }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd style={tone === 'bad' ? { color: colours.overdue } : undefined}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
