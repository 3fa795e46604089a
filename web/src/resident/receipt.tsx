/** @jsxImportSource preact */
import type { Output } from '@wufang/api-client';
import { useEffect, useRef } from 'preact/hooks';
import { codeText } from './own.js';
import { say } from './words.js';

type Receipt = Output<'intake.demand.receive-public'>;

/** What was told is there: its number, the code by which it is answered later, and where it is followed. */
export function Taken({ streetId, receipt, code, note }: { streetId: string; receipt: Receipt; code: string; note: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section role="status">
      <h1 ref={heading} tabIndex={-1}>
        {receipt.level === 'E' ? say('已按紧急受理', 'Taken as an emergency') : say('已经收到', 'We have it')}
      </h1>
      <p class="number">{receipt.no}</p>
      <p>{receipt.message}</p>
      {note && <p>{note}</p>}
      <p class="place">
        {say('评价码', 'Answer code')}：<b>{codeText(code)}</b>
        <br />
        {say(
          '只有您知道。办结后凭它在网上评价；已记在这部手机上，换手机请自己记下。不评价的，街道会打电话回访。',
          'Known to you alone: by it you say online whether it was solved. It is kept on this phone. Otherwise the street calls you.',
        )}
      </p>
      <p>
        <a href={`/r/${streetId}/track?no=${encodeURIComponent(receipt.no)}`}>
          {say('凭编号和手机号后四位查进展', 'Follow it by number and phone')}
        </a>
      </p>
    </section>
  );
}
