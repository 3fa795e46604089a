import { sameCallerDays } from '@wufang/contracts/figures';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { Output } from '@wufang/api-client';
import { Alert, Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Card } from '../../components/card.js';
import { Trouble } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { clockText, fullText } from '../../lib/format.js';
import { useKey } from '../../lib/keys.js';
import { labels } from '../../lib/labels.js';
import { useWords } from '../../lib/words.js';
import { WhichUnit } from './beside.js';
import { pathOf, type Draft } from './draft.js';
import { AnswerQuestion, SpecialClass } from './special.js';

export type Receipt = Output<'intake.demand.receive'>;

/** What else is like a demand, and one key to send it on: after the desk has handed it in (`isOwn`), or a resident has. */
export function Screening({ receipt, draft, isOwn = true, next }: { receipt: Receipt; draft: Draft; isOwn?: boolean; next: () => void }) {
  const say = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const duplicates = useQuery({
    queryKey: ['duplicates', receipt.id],
    queryFn: () => call('intake.demand.duplicates', { id: receipt.id }),
    enabled: receipt.orderId === null,
  });
  const screen = useMutation({
    mutationFn: () =>
      call('intake.demand.screen', {
        ...{ id: receipt.id, outcome: 'NORMAL', demandType: draft.demandType ?? 'HELP' },
        ...(draft.category && { category: pathOf(draft.category) }),
        ...(draft.level && { level: draft.level }),
      }),
  });
  const link = useMutation({
    mutationFn: ({ id, no }: { id: string; no: string }) =>
      call('intake.demand.link', { id: receipt.id, to: id, message: `您反映的事项已由工单 ${no} 办理，办结后同样回访您` }),
  });
  // Answered directly, or told another way.
  const [told, setTold] = useState<Receipt>();
  const done = told ?? screen.data ?? link.data ?? (receipt.orderId === null ? undefined : receipt);
  const candidates = duplicates.data?.candidates ?? [];
  useEffect(() => {
    if (isOwn) heading.current?.focus();
  }, [isOwn]);
  useKey(
    // Not while somebody writes an answer.
    (event) => (event.ctrlKey || event.metaKey) && event.key === 'Enter' && !(event.target as Element).closest('.command'),
    () => (done ? next() : !screen.isPending && screen.mutate()),
  );
  useKey(
    (event) => event.altKey && /^Digit[1-9]$/.test(event.code),
    (event) => {
      const chosen = candidates[Number(event.code.slice(-1)) - 1];
      if (chosen && !done && !link.isPending) link.mutate(chosen);
    },
  );
  const reasons = {
    SAME_PLACE_CATEGORY_OPEN: say('同一地点、同一分类，尚未办结', 'Same place and category, still open'),
    SAME_CALLER_MATTER_30_DAYS: say(
      `同一来电人 ${sameCallerDays.value} 日内的同一事项`,
      `Same caller and matter within ${sameCallerDays.value} days`,
    ),
  };
  return (
    <div style={{ display: 'grid', gap: 12 }}>
      <Card>
        <h2 ref={heading} tabIndex={-1} className="receipt">
          {isOwn ? say('已登记', 'Handed in') : say('研判', 'Screen')} {receipt.no}
        </h2>
        <div role="status">
          {done ? (
            <Alert type="success" showIcon message={done.message} description={labels.demandState[done.state]} />
          ) : (
            say('还没有派单：先看下面有没有同一件事。', 'Not sent yet: look below for the same matter.')
          )}
        </div>
        {(screen.isError || link.isError) && <Trouble error={screen.error ?? link.error} />}
        <div className="form-buttons" style={{ marginTop: 12 }}>
          {done ? (
            <Button type="primary" onClick={next}>
              {isOwn ? say('登记下一件（Ctrl+Enter）', 'Next (Ctrl+Enter)') : say('下一件（Ctrl+Enter）', 'Next (Ctrl+Enter)')}
            </Button>
          ) : (
            <Button type="primary" loading={screen.isPending} onClick={() => screen.mutate()}>
              {say('派单（Ctrl+Enter）', 'Dispatch (Ctrl+Enter)')}
            </Button>
          )}
        </div>
        {!done && (
          <div className="acts">
            <AnswerQuestion id={receipt.id} demandType={draft.demandType} onDone={setTold} />
            <SpecialClass id={receipt.id} onDone={setTold} />
          </div>
        )}
      </Card>
      {isOwn && receipt.orderId === null && <WhichUnit draft={draft} />}
      {receipt.orderId === null && (
        <Card title={say('可能是同一件事', 'Perhaps the same matter')}>
          {duplicates.isError && <Trouble error={duplicates.error} again={() => void duplicates.refetch()} />}
          {duplicates.isSuccess && candidates.length === 0 && say('没有发现重复的诉求。', 'Nothing alike was found.')}
          <ol className="alike">
            {candidates.map(({ id, no, title, receivedAt, reasons: why }, at) => (
              <li key={id}>
                <b>{title}</b> {no} · {clockText(receivedAt)}
                <div>{why.map((reason) => reasons[reason]).join('；')}</div>
                {!done && (
                  <Button size="small" loading={link.isPending} onClick={() => link.mutate({ id, no })}>
                    {say('并到这件', 'Join to this')}
                    {at < 9 && `（Alt+${at + 1}）`}
                  </Button>
                )}
              </li>
            ))}
          </ol>
        </Card>
      )}
      <p style={{ margin: 0 }}>{fullText(receipt.receivedAt)}</p>
    </div>
  );
}
