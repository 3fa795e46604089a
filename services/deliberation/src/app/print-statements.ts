import { costPlans, type Ctx, type PrintedDocument } from '@wufang/contracts';
import { beijingDate } from '@wufang/kernel';
import type { Db } from '@wufang/service';
import { placeNames } from '../db/names.view.js';
import { computedAsked, gatesAsked, ownShareRows, readPlanRow } from '../db/plans.view.js';
import type { PlanHomeShareRow, PlanRow } from '../db/plans.schema.js';
import { sharesRows } from '../db/plans.store.js';
import type { DeliberationDb } from '../db/schema.js';
import { tableFrame } from '../documents/blocks.js';
import { handedOut, handedOver, type Form } from '../documents/handed-out.js';
import type { Printer } from '../documents/printer.js';
import { payerDocuments, planDocument, type HomeKey } from '../documents/share-documents.js';
import { homeNumber } from '../domain/plan-scope.js';
import { DomainError } from '@wufang/kernel';

export interface AskedPapers {
  id: string;
  form: Form;
  of: 'PLAN' | 'PAYERS' | 'HOMES';
  payers?: string[] | undefined;
  homeIds?: string[] | undefined;
  scenario?: string | undefined;
  labels?: Record<string, string> | undefined;
}

/** Statements on paper (分摊说明): the whole plan, a page a payer, or a page a home. Room numbers come with the question and are kept nowhere. */
export async function printStatements(db: Db<DeliberationDb>, printer: Printer, asked: AskedPapers, ctx: Ctx): Promise<PrintedDocument> {
  const { plan, computed, codeOf, gates, names, keys } = await db.read(ctx, async (sql) => {
    const row = await readPlanRow(sql, asked.id, ctx);
    const found = await computedAsked(sql, row, asked);
    return {
      plan: row,
      ...found,
      gates: await gatesAsked(sql, row, found.computed),
      keys: keysOf(row, found.computed.plan.scenario, await sharesRows(sql, ctx.streetId, row.id), handsOut(ctx)),
      names: await placeNames(sql, { estateId: row.scope.estateId, scope: row.scope }, ctx),
    };
  });
  const { frame, signer } = headOf(plan, computed.plan.scenario, names);
  const made = { ...computed, gates };
  const name = `${plan.title}-第${plan.no}版`;
  if (asked.of === 'PLAN') return handedOut(printer, planDocument(frame, made, signer), asked.form, `分摊说明-${name}`);
  if (asked.of === 'PAYERS') {
    for (const payer of asked.payers ?? []) if (!computed.plan.payers.has(payer)) throw new DomainError('object.not-found', {});
    return handedOut(printer, payerDocuments(frame, made, signer, asked.payers), asked.form, `出资方说明-${name}`);
  }
  const codes = asked.homeIds?.map((homeId) => codeOf.get(homeId) ?? '');
  return printHomes(printer, asked.form, `分户说明-${name}`, [frame, made, signer, codes ?? 'ALL', computed.plan.homeNames, keys]);
}

/** The statements of the homes bound to an account, in a version that is in force; nothing of any other home. */
export async function printOwnShares(
  db: Db<DeliberationDb>,
  printer: Printer,
  input: { planId: string; form: Form },
  ctx: Ctx,
): Promise<PrintedDocument> {
  // A resident has no unit: which homes are theirs is the account's to say, not row-level security's.
  const { plan, computed, codes, names, keys } = await db.read({ ...ctx, scope: 'street' }, async (sql) => {
    const mine = (await ownShareRows(sql, ctx)).filter(({ planId }) => planId === input.planId);
    if (mine.length === 0) throw new DomainError('object.not-found', {});
    const row = await readPlanRow(sql, input.planId, ctx);
    const found = await computedAsked(sql, row, {});
    return {
      plan: row,
      ...found,
      codes: mine.map(({ code }) => code),
      keys: keysOf(row, found.computed.plan.scenario, mine, true),
      names: await placeNames(sql, { estateId: row.scope.estateId, scope: row.scope }, ctx),
    };
  });
  const { frame, signer } = headOf(plan, computed.plan.scenario, names);
  const pages = [frame, { ...computed, gates: [] }, signer, codes, computed.plan.homeNames, keys] as const;
  return printHomes(printer, input.form, `分户说明-${plan.title}-第${plan.no}版`, [...pages]);
}

/** Who carries the statements to the doors has the codes anyway (`home-keys`); nobody else at the table learns them from a print. */
const handsOut = ({ actor }: Ctx) =>
  Object.keys(costPlans.homeKeys.access).some((role) => (actor.roles as readonly string[]).includes(role));

/** Numbers of the homes of the scenario that was chosen, with their codes for who may have them; of a scenario for talking over there are none. */
function keysOf(
  plan: PlanRow,
  scenario: string,
  rows: readonly Pick<PlanHomeShareRow, 'code' | 'ordinal' | 'lookupCode'>[],
  withCodes: boolean,
): ReadonlyMap<string, HomeKey> {
  if (plan.hash === null || plan.scenario !== scenario) return new Map();
  return new Map(
    rows.map(({ code, ordinal, lookupCode }) => [
      code,
      { no: homeNumber(plan.numberText, ordinal), lookupCode: withCodes ? lookupCode : null },
    ]),
  );
}

async function printHomes(
  printer: Printer,
  form: Form,
  name: string,
  pages: Parameters<Printer['homes']> extends [boolean, ...infer P] ? P : never,
) {
  const { document, pdf } = await printer.homes(form === 'PDF', ...pages);
  return handedOver(pdf, document, name);
}

/** The head of a version's papers: a scenario that nobody has chosen is for talking over. */
function headOf(plan: PlanRow, scenario: string, names: { estate: string; community: string }) {
  const isChosen = plan.scenario === scenario && plan.hash !== null;
  return {
    frame: tableFrame(
      names.estate,
      `${plan.numberText}${isChosen ? '' : '（讨论稿）'}`,
      isChosen ? `定稿摘要 ${plan.hash}` : '讨论稿，未定稿',
    ),
    signer: { name: names.community, on: beijingDate(plan.chosenAt ?? plan.updatedAt) },
  };
}
