import type { OfficialDocument } from '@wufang/contracts';
import { homeDocuments, payerDocuments, planDocument, type Computed, type Frame } from '@wufang/deliberation/documents';
import { homeStatement, payerStatement, planStatement, scenariosSideBySide, sharesJson } from '@wufang/deliberation/rules';
import { beijingDate, formatFen } from '@wufang/kernel';
import { frameOf, writePdf } from '../pdf.js';
import { table } from '../print.js';
import { computePlan, type ComputedPlan } from '../share-file/share-file.js';
import { FaultyFile, faultLine, TableFile, type FileFault } from '../table-file.js';
import { textOption, wordsOf, WrongUsage, type Told, type Verb } from '../verb.js';

/** Faults shown at once; who mends these sees the others next time. */
const MAX_FAULTS_SHOWN = 50;

export const shareVerb: Verb = {
  name: 'share',
  usage: 'FILE.xlsx|FILE.json [--scenario NAME] [--home CODE | --payer NAME | --homes] [--pdf OUT.pdf]',
  summary:
    '不连系统，由一个文件计算费用分摊并打印分摊说明；--home 打一户的，--payer 打一个出资方的；--pdf 另写一份可张贴的，加 --homes 时一户一页 (compute a cost-share plan from a file alone; see docs/share-file.md)',
  options: {
    ...{ scenario: { type: 'string' }, home: { type: 'string' }, payer: { type: 'string' } },
    ...{ homes: { type: 'boolean' }, pdf: { type: 'string' } },
  },
  async run(asked) {
    const [path] = wordsOf(asked, ['FILE']) as [string];
    try {
      const computed = computePlan(await TableFile.open(path));
      const [scenario, home, payer, pdf] = (['scenario', 'home', 'payer', 'pdf'] as const).map((name) => textOption(asked, name));
      const answer = told(computed, scenario, home, payer);
      if (pdf === undefined) return answer;
      const chosen = computed.scenarios.filter(({ plan }) => scenario === undefined || plan.scenario === scenario);
      const homes = asked.options['homes'] === true ? 'ALL' : home === undefined ? [] : [home];
      const written = await writePdf(printable(frameOf(path), chosen, homes, payer), pdf);
      return { ...answer, text: `${answer.text}\n\n${written}` };
    } catch (error) {
      if (error instanceof FaultyFile) return refused(error.faults);
      throw error;
    }
  },
};

/** What was asked for as pages: of the plan, of homes, of a payer; several ways of paying one after the other. */
function printable(
  frame: Frame,
  chosen: readonly Computed[],
  homes: readonly string[] | 'ALL',
  payer: string | undefined,
): OfficialDocument {
  const signer = { name: '（核算人）', on: beijingDate(new Date()) };
  const documents = chosen.map((computed) => {
    if (homes.length > 0) return homeDocuments(frame, computed, signer, homes);
    return payer === undefined ? planDocument(frame, computed, signer) : payerDocuments(frame, computed, signer, [payer]);
  });
  const parts = documents.flatMap((one, i) => one.parts.map((part) => ({ ...part, isOnNewPage: part.isOnNewPage || i > 0 })));
  return { ...documents[0]!, parts };
}

function told({ wire, scenarios }: ComputedPlan, scenario?: string, home?: string, payer?: string): Told {
  const chosen = scenarios.filter(({ plan }) => scenario === undefined || plan.scenario === scenario);
  if (chosen.length === 0)
    throw new WrongUsage(`没有场景“${scenario!}”，文件里有：${scenarios.map(({ plan }) => plan.scenario).join('、')}`);
  if (home !== undefined && !wire.homes.some(({ code }) => code === home))
    throw new WrongUsage(`文件里没有房屋“${home}”；写法如 ${wire.homes[0]?.code ?? '9号楼-2单元-101'}`);
  if (payer !== undefined && chosen.every(({ shares }) => shares.lines.every((line) => line.payer !== payer)))
    throw new WrongUsage(`“${payer}”在这个方案里没有出资`);
  const statements = chosen.map(({ plan, shares, gates }) => {
    if (home !== undefined) return homeStatement(plan, shares, home);
    return payer === undefined ? planStatement(plan, shares, gates) : payerStatement(plan, shares, payer);
  });
  const sideBySide = scenariosSideBySide(chosen);
  const texts = statements.map((lines) => lines.join('\n'));
  if (chosen.length > 1 && home === undefined && payer === undefined)
    texts.push(
      `各场景对照（元）\n${table(
        ['出资方', ...chosen.map(({ plan }) => plan.scenario)],
        sideBySide.map(({ payer: name, amounts }) => [name, ...amounts.map(formatFen)]),
      )}`,
    );
  return {
    json: {
      title: wire.title,
      plan: wire,
      scenarios: chosen.map(({ plan, shares, gates }, i) => ({ ...sharesJson(plan, shares, gates), statement: statements[i]! })),
      sideBySide: sideBySide.map(({ payer: name, amounts }) => ({ payer: name, amountsFen: amounts.map(String) })),
      faults: [],
    },
    text: texts.join('\n\n'),
  };
}

function refused(faults: readonly FileFault[]): Told {
  const more = faults.length - MAX_FAULTS_SHOWN;
  return {
    json: { faults },
    text: [
      `文件有 ${faults.length} 处不能计算，没有计算：`,
      ...faults.slice(0, MAX_FAULTS_SHOWN).map((fault) => `  ${faultLine(fault)}`),
      ...(more > 0 ? [`  另有 ${more} 处，请先改正以上各处。`] : []),
      '请改正后再算；格式见 docs/share-file.md。',
    ].join('\n'),
    hasFailed: true,
  };
}
