import type { Ctx, PrintedDocument } from '@wufang/contracts';
import type { Db, RuleBook } from '@wufang/service';
import { placeNames, readIssueRow } from '../db/names.view.js';
import { bodyOf, findResolution } from '../db/resolutions.view.js';
import type { DeliberationDb } from '../db/schema.js';
import { tableFrame } from '../documents/blocks.js';
import { handedOut, type Form } from '../documents/handed-out.js';
import type { Printer } from '../documents/printer.js';
import { resolutionDocument } from '../documents/resolution-document.js';
import { limitWords } from '../domain/notice.js';

/** The resolution on paper, the same bytes for whoever asks (I-46). */
export async function printResolution(
  db: Db<DeliberationDb>,
  printer: Printer,
  input: { id: string; form: Form },
  ctx: Ctx,
  rules: RuleBook,
): Promise<PrintedDocument> {
  const { row, names } = await db.read(ctx, async (sql) => {
    const found = await findResolution(sql, input.id, ctx);
    return { row: found, names: await placeNames(sql, await readIssueRow(sql, found.issueId, ctx), ctx) };
  });
  const body = bodyOf(row);
  const frame = tableFrame(names.estate, `决议 ${row.id.slice(0, 8)}`, `决议哈希 ${row.hash}　第 ${row.no} 版`);
  const paper = {
    body,
    hash: row.hash,
    signatures: row.signatures,
    state: row.state,
    placeName: names.place,
    communityName: names.community,
    // A payment without a day falls due by the table in force when the last seat signs; until then, by the one it was drawn under.
    payWithin: limitWords(await rules.at(ctx.streetId, row.signedAt ?? row.drawnAt), 'INSTALMENT_DUE'),
  };
  return handedOut(printer, resolutionDocument(frame, paper), input.form, `决议-第${row.no}版`);
}
