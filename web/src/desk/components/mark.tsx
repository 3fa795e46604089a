import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { colours } from '../lib/theme.js';

const tones = {
  good: { color: colours.calm, background: '#eef6f0' },
  bad: { color: colours.overdue, background: '#fdf1f0' },
  plain: { color: colours.ink, background: '#f2f2f2' },
} as const;

/** One word about how something stands, in a colour that is read on its own ground (4.5 to 1). */
export function Mark({ tone = 'plain', children }: { tone?: keyof typeof tones; children: ReactNode }) {
  return <Tag style={{ ...tones[tone], borderColor: 'transparent' }}>{children}</Tag>;
}
