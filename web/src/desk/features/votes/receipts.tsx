import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useId, useState } from 'react';
import { Mark } from '../../components/mark.js';
import { Part } from '../../components/part.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import type { Vote } from '../../lib/votes.js';
import { useWords } from '../../lib/words.js';

/** The board of receipts (回执公示板): one for each owner who has voted, without names, so that everyone can look for their own and count them. */
export function Receipts({ vote }: { vote: Vote }) {
  const say = useWords();
  const id = useId();
  const [looked, setLooked] = useState('');
  const board = useQuery({
    queryKey: ['vote', vote.id, 'board', vote.turnout?.returnedOwners],
    queryFn: async ({ signal }) => {
      const receipts: string[] = [];
      for (;;) {
        const after = receipts.at(-1);
        const page = await call('deliberation.vote.board', { id: vote.id, limit: 5_000, ...(after && { after }) }, { signal });
        receipts.push(...page.receipts);
        if (page.receipts.length < 5_000) return { receipts };
      }
    },
  });
  const wanted = looked.trim().toLowerCase();
  return (
    <Part id="receipts" title={say('回执公示板', 'Receipts')}>
      <Answered
        query={board}
        isEmpty={({ receipts }) => receipts.length === 0}
        empty={say('还没有人交回选票；每位交票业主在这里有一张回执，不写姓名、不写选择', 'Nobody has voted yet')}
      >
        {({ receipts }) => {
          const found = receipts.filter((receipt) => receipt.startsWith(wanted));
          return (
            <div className="stack">
              <div>
                {say(
                  `共 ${receipts.length} 张，即交票业主的人数；没有姓名、没有选择`,
                  `${receipts.length}, as many as owners have voted; no names, no choices`,
                )}
              </div>
              <div>
                <label htmlFor={id}>{say('查我的回执（写前几位）', 'Look for one’s own (its first letters)')}</label>
                <Input id={id} value={looked} maxLength={64} style={{ maxWidth: 320 }} onChange={({ target }) => setLooked(target.value)} />
              </div>
              <div role="status">
                {wanted !== '' && (
                  <Mark tone={found.length > 0 ? 'good' : 'bad'}>
                    {found.length > 0
                      ? say(`公示板上有 ${found.length} 张`, `${found.length} on the board`)
                      : say('公示板上没有', 'not on the board')}
                  </Mark>
                )}
              </div>
              <details>
                <summary>{say('全部回执', 'All of them')}</summary>
                <ul className="receipts">
                  {found.map((receipt) => (
                    <li key={receipt}>
                      <code>{receipt}</code>
                    </li>
                  ))}
                </ul>
              </details>
            </div>
          );
        }}
      </Answered>
    </Part>
  );
}
