import { labels, type OfficialDocument, type Position } from '@wufang/contracts';
import type { DateText } from '@wufang/kernel';
import { document, facts, heading, hash, longTime, note, ordinal, seal, table, text, type Frame } from './blocks.js';
import type { PartyLine } from './notices.js';

export interface Minutes {
  issueTitle: string;
  roundNo: number;
  startedAt: Date;
  endedAt: Date | null;
  /** Where it was held; not everyone who prints knows. */
  place: string | null;
  chair: string;
  quorum: string;
  attendance: readonly (PartyLine & { isPresent: boolean; by: string })[];
  /** The checklist of the round as it was answered: each under its heading. */
  sections: readonly { title: string; body: string }[];
  positions: readonly (PartyLine & { position: Position; reason: string; evidence: string | null })[];
  /** What the checklist still misses; empty when the minutes are complete. */
  missing: readonly string[];
  chainHead: { seq: number; hash: string } | null;
  by: string;
  on: DateText;
}

/** The minutes of a round (会议纪要): who was there, what was said, and each seat's position with its reason. */
export function minutesDocument(frame: Frame, minutes: Minutes): OfficialDocument {
  const { issueTitle, roundNo, startedAt, endedAt, place, chair, quorum, attendance, sections, positions, missing, chainHead, by, on } =
    minutes;
  const attends = heading('一、到会情况');
  return document(
    frame,
    'MINUTES',
    'RECORD',
    `“${issueTitle}”第 ${roundNo} 轮五方会商纪要`,
    [
      ...(missing.length > 0 ? [note(`草稿，尚缺：${missing.join('、')}。`)] : []),
      facts([
        ['时　间', `${longTime(startedAt)}${endedAt ? ` 至 ${longTime(endedAt)}` : ''}`],
        ...(place === null ? [] : [['地　点', place] as const]),
        ['主　持', chair],
        ['法定到会', quorum],
      ]),
      attends,
      table(
        [
          ['席位', 'TEXT', 1.1],
          ['单位', 'TEXT', 2.2],
          ['到会', 'MIDDLE', 0.9],
          ['代表', 'TEXT', 1.6],
        ],
        attendance.map(({ seat, unit, isPresent, by: who }) => [seat, unit, isPresent ? '到会' : '缺席', who]),
      ),
      ...sections.flatMap(({ title, body }, i) => [heading(`${ordinal(i + 2)}、${title}`), ...body.split('\n').map(text)]),
      heading(`${ordinal(sections.length + 2)}、各席位表态`),
      table(
        [
          ['席位', 'TEXT', 1.1],
          ['单位', 'TEXT', 1.9],
          ['表态', 'MIDDLE', 1],
          ['理由、条件和凭据', 'TEXT', 3],
        ],
        positions.map(({ seat, unit, position, reason, evidence }) => [
          seat,
          unit,
          labels.position[position],
          `${reason}${evidence === null ? '' : `（凭据：${evidence}）`}`,
        ]),
      ),
      note('表态以本轮关闭前最后一次为准，关闭后不得更改。缺席不视为同意；缺席一方的份额不会自动转给其他各方。'),
      ...(chainHead === null ? [] : [hash(`本轮会商事件链头（第 ${chainHead.seq} 条）`, chainHead.hash)]),
      seal(by, on),
    ],
    missing.length > 0 ? '草稿' : '',
  );
}
