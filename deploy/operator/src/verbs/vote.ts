import { ballotsReport } from '@wufang/deliberation/documents';
import { postedResult, voteStatement, type Tally, type VoteCount, type Weight } from '@wufang/deliberation/rules';
import { beijingDate, formatArea, toIsoBeijing, type Area } from '@wufang/kernel';
import { frameOf, writePdf } from '../pdf.js';
import { table } from '../print.js';
import { FaultyFile, faultLine, TableFile, type FileFault } from '../table-file.js';
import { textOption, wordsOf, type Told, type Verb } from '../verb.js';
import { computeVote, type ComputedVote } from '../vote-file/vote-file.js';

/** Faults shown at once; who mends these sees the others next time. */
const MAX_FAULTS_SHOWN = 50;

export const voteVerb: Verb = {
  name: 'vote',
  usage: 'FILE.xlsx|FILE.json [--owners] [--pdf OUT.pdf]',
  summary:
    '不连系统，由一个文件计算业主表决并打印计票说明；--owners 加打逐户核对表，只给计票组；--pdf 另写一份可张贴的计票报告 (compute an owners’ vote from a file alone; see docs/vote-file.md)',
  options: { owners: { type: 'boolean' }, pdf: { type: 'string' } },
  async run(asked) {
    const [path] = wordsOf(asked, ['FILE']) as [string];
    const pdf = textOption(asked, 'pdf');
    try {
      const vote = computeVote(await TableFile.open(path));
      const withOwners = asked.options['owners'] === true;
      const counted = { countedBy: '计票组', counters: [], on: beijingDate(vote.count.time.closesAt) };
      const written = pdf === undefined ? [] : ['', await writePdf(ballotsReport(frameOf(path), countedVote(vote.count), counted), pdf)];
      return {
        json: voteJson(vote, withOwners),
        text: [...voteStatement(vote.count), ...(withOwners ? ['', ownersText(vote)] : []), ...written].join('\n'),
      };
    } catch (error) {
      if (error instanceof FaultyFile) return refused(error.faults);
      throw error;
    }
  },
};

/** The count as it may be posted. */
const countedVote = (count: VoteCount) => ({
  ...count,
  ...{ source: count.source ?? null, statement: voteStatement(count), results: count.results.map(postedResult) },
});

function refused(faults: readonly FileFault[]): Told {
  const more = faults.length - MAX_FAULTS_SHOWN;
  return {
    json: { faults },
    text: [
      `文件有 ${faults.length} 处不能计票，没有计算：`,
      ...faults.slice(0, MAX_FAULTS_SHOWN).map((fault) => `  ${faultLine(fault)}`),
      ...(more > 0 ? [`  另有 ${more} 处，请先改正以上各处。`] : []),
      '请改正后再算；格式见 docs/vote-file.md。',
    ].join('\n'),
    hasFailed: true,
  };
}

function voteJson({ count, owners }: ComputedVote, withOwners: boolean): unknown {
  const { title, kind, source, pack, roll, time, ballots, results } = count;
  const { owners: _, ...base } = roll;
  return {
    title,
    kind,
    ...(source && { source }),
    isBinding: kind !== 'ADVISORY',
    rules: { version: pack.version, from: pack.from },
    opensAt: toIsoBeijing(time.opensAt),
    closesAt: toIsoBeijing(time.closesAt),
    roll: base,
    ballots: ballots && { ...ballots, returned: headsOf(ballots.returned) },
    results: results.map(({ tally, ...result }) => ({
      ...result,
      tally: withOwners ? tally : publicTally(tally, result.agreement.length > 0),
    })),
    statement: voteStatement(count),
    ...(withOwners && { owners }),
    faults: [],
  };
}

/** As the statement: an area only where a test of the law needs one, or a single ballot would be known by it. */
const publicTally = ({ agreeing, disagreeing, abstaining, invalid, silent, ...needed }: Tally, isAgreementTested: boolean) => ({
  ...needed,
  agreeing: isAgreementTested ? agreeing : agreeing.map(({ option, weight }) => ({ option, weight: headsOf(weight) })),
  ...{ disagreeing: headsOf(disagreeing), abstaining: headsOf(abstaining), invalid: headsOf(invalid), silent: headsOf(silent) },
});
const headsOf = ({ heads }: Weight) => ({ heads });

function ownersText({ count, owners }: ComputedVote): string {
  const plain: Record<string, string> = { DISAGREE: '反对', ABSTAIN: '弃权', INVALID: '空白或无效' };
  const codes = count.results.map(({ question }) => question.code);
  const rows = owners.map(({ home, homes, area, heads, serial, choices }) => [
    ...[home, homes, formatArea(area as Area), heads, serial],
    ...codes.map((code) => (serial === null ? '未交回' : (plain[choices[code] ?? 'INVALID'] ?? choices[code]!))),
  ]);
  return `逐户核对表（含选票，只给计票组）\n${table(['房屋（多套取第一套）', '套数', '面积 m²', '人数', '选票编号', ...codes.map((code) => `事项${code}`)], rows)}`;
}
