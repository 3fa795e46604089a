import { Link } from '@tanstack/react-router';
import type { Output } from '@wufang/api-client';
import type { ReactNode } from 'react';
import { dueText, untilText } from '../lib/format.js';
import { labels } from '../lib/labels.js';
import { useEstateName } from '../lib/names.js';
import { useNow } from '../lib/now.js';
import { colours } from '../lib/theme.js';
import { useWords } from '../lib/words.js';
import { Mark } from './mark.js';
import { Part } from './part.js';

interface Props {
  id: string;
  title: string;
  extra?: ReactNode;
  tables: Output<'deliberation.table.list'>['tables'];
  /** Where on the page a seat that is to be taken stands; without it what waits for a seat is no link. */
  seats?: string;
}

/** What waits for one's own unit at the tables, the next due first: to come, to speak, to sign, to take a seat. */
export function Awaiting({ id, title: heading, extra, tables, seats }: Props) {
  const say = useWords();
  const now = useNow(30_000);
  const estateName = useEstateName();
  // What waits for a seat and not for an issue waits at the table.
  const tableName = (estateId: string) => say(`${estateName(estateId)}议事桌`, `Table of ${estateName(estateId)}`);
  const waiting = tables
    .flatMap(({ estateId, awaiting }) => awaiting.map((one) => ({ ...one, estateId })))
    .sort((a, b) => (a.at ?? '9').localeCompare(b.at ?? '9'));
  return (
    <Part id={id} title={heading} {...(extra !== undefined && { extra })}>
      {waiting.length === 0 ? (
        <p>{say('现在没有', 'Nothing now')}</p>
      ) : (
        <ul className="plain">
          {waiting.map(({ seat, what, issueId, title, at, estateId }) => (
            <li key={`${issueId ?? estateId} ${seat} ${what}`}>
              <Mark tone="bad">{labels.awaitedThing[what]}</Mark>
              {issueId ? (
                <Link to="/issues/$id" params={{ id: issueId }}>
                  {title}
                </Link>
              ) : seats === undefined ? (
                tableName(estateId)
              ) : (
                <a href={seats}>{tableName(estateId)}</a>
              )}
              <div style={{ color: colours.quiet }}>
                {issueId && `${estateName(estateId)} · `}
                {labels.seatKind[seat]}
                {at && ` · ${dueText(at)}（${untilText(at, now)}）`}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}
