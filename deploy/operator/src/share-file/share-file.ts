import { areaSources, CostSharePlan, fundCustodians, homeNatures, labels, problemFor, type HomeNature } from '@wufang/contracts';
import {
  gatesOf,
  planProblems,
  readPlan,
  shareCosts,
  type CostPlan,
  type CostShares,
  type Gate,
  type PlanProblem,
  type RegisteredHome,
} from '@wufang/deliberation/rules';
import { areaFromText, fen, fenFromYuan, fenToJson } from '@wufang/kernel';
import { FaultyFile, type FileFault, type TableFile, type TableRow } from '../table-file.js';

export interface ComputedPlan {
  wire: CostSharePlan;
  scenarios: { plan: CostPlan; shares: CostShares; gates: Gate[] }[];
}

const headings = {
  方案: ['项目', '内容'],
  工程: ['工程项目', '金额'],
  出资方: ['出资方', '类型'],
  场景: ['场景', '分户规则', '业主出资方式'],
  先行出资: ['顺序', '出资方', '方式'],
  约定比例: ['出资方', '比例'],
  产权归属: ['产权归属', '房屋性质'],
  房屋: ['楼号', '单元', '房号', '专有面积', '房屋性质', '面积来源'],
  名册: ['楼号', '单元', '房号', '专有面积'],
  表态: ['出资方', '表态'],
  业主表决: ['表决项', '结果', '文号'],
  应急: ['情形', '证据', '告知日期'],
  凭据: ['出资方', '凭据类型', '文号'],
} as const;
type Sheet = keyof typeof headings;

type Scenario = CostSharePlan['scenarios'][number];

/** Reads a file of a plan, and computes each of its scenarios; what cannot be read or computed is named with sheet and row, all at once. */
export function computePlan(file: TableFile): ComputedPlan {
  const reader = new Reader(file);
  const { wire, registered, rowOf } = reader.plan();
  reader.refuse();
  const checked = CostSharePlan.safeParse(wire);
  if (!checked.success)
    throw new FaultyFile(
      checked.error.issues.map(({ path, message }) => ({ sheet: '文件', row: null, reason: `${path.join('.')}：${message}` })),
    );
  const problems = planProblems(checked.data, registered);
  if (problems.length > 0)
    throw new FaultyFile(problems.map((problem) => ({ ...rowOf(problem), reason: problemFor(problem.code, problem.facts).detail })));
  const scenarios = checked.data.scenarios.map(({ name }) => {
    const plan = readPlan(checked.data, name);
    const shares = shareCosts(plan);
    return { plan, shares, gates: gatesOf(plan, shares, checked.data.evidence ?? undefined) };
  });
  return { wire: checked.data, scenarios };
}

class Reader {
  private readonly faults: FileFault[] = [];

  constructor(private readonly file: TableFile) {}

  refuse(): void {
    if (this.faults.length > 0) throw new FaultyFile(this.faults);
  }

  plan() {
    const sheets = Object.keys(headings);
    for (const sheet of this.file.strangers(sheets))
      this.faults.push({ sheet, row: null, reason: `没有名为“${sheet}”的表，应为：${sheets.join('、')}；请改正表名，不用的表请删去` });
    const head = new Map(this.rows('方案').map(({ cells }) => [cells['项目'], cells['内容'] ?? '']));
    const said = (name: string) => head.get(name) || null;
    for (const needed of ['方案名称', '分摊范围', '小区名称'])
      if (said(needed) === null)
        this.faults.push({ sheet: '方案', row: null, reason: `缺少“${needed}”，请在“项目”列写“${needed}”并填内容` });
    const payers = this.optional('出资方');
    const homes = this.optional('房屋');
    const groups = this.groups(homes, payers);
    const scenarios = this.scenarios();
    const items = this.rows('工程');
    const wire: CostSharePlan = {
      title: said('方案名称') ?? '',
      scope: {
        level: this.pick('方案', null, labels.scopeLevel, said('分摊范围') ?? '小区', '分摊范围'),
        estate: said('小区名称') ?? '',
        building: said('楼号'),
        stairwell: said('单元'),
      },
      fundCustodian: custodianOf(said('维修资金保管')),
      items: items.map((row) => ({
        name: this.text('工程', row, '工程项目'),
        amountFen: this.money('工程', row, '金额') ?? '0',
        work: this.pick('工程', row.row, labels.workKind, row.cells['工程类型'] || '维修', '工程类型'),
        duty: row.cells['自身责任']
          ? {
              kind: this.pick('工程', row.row, labels.soleDuty, row.cells['自身责任'], '自身责任'),
              payer: this.text('工程', row, '责任单位'),
            }
          : null,
      })),
      payers: payers.map((row) => {
        const name = this.text('出资方', row, '出资方');
        return { code: name, name, kind: this.pick('出资方', row.row, labels.payerKind, row.cells['类型'] ?? '', '类型') };
      }),
      groups: groups.map(({ group }) => group),
      homes: homes.map((row) => ({
        ...this.place('房屋', row),
        group: groupName(row),
        areaHundredths: this.area('房屋', row),
        // Whose area nobody says where it is from is not taken for registered (C10): the plan's own check asks for it.
        areaSource: row.cells['面积来源'] ? this.pick('房屋', row.row, sources, row.cells['面积来源'], '面积来源') : null,
        weight: this.whole('房屋', row, '约定系数'),
        fundBalanceFen: this.money('房屋', row, '维修资金余额'),
      })),
      scenarios: scenarios.map(({ scenario }) => scenario),
      tieRule: 'AREA',
      evidence: this.evidence(),
    };
    const registered = this.file.has('名册')
      ? this.rows('名册')
          .filter(({ cells }) => !cells['小区名称'] || cells['小区名称'] === wire.scope.estate)
          .map((row): RegisteredHome => {
            const { code, building, stairwell } = this.place('名册', row);
            return { code, building, stairwell, areaHundredths: this.area('名册', row) };
          })
      : undefined;
    const rowOf = ({ at: { list, index, scenario } }: PlanProblem): { sheet: string; row: number | null } => {
      const found = scenarios.find((one) => one.scenario.name === scenario);
      const [sheet, rows] = (
        {
          plan: ['方案', []],
          items: ['工程', items],
          payers: ['出资方', payers],
          groups: [this.file.has('产权归属') ? '产权归属' : '房屋', groups.map(({ row }) => row)],
          homes: ['房屋', homes],
          grants: ['先行出资', found?.grants ?? []],
          parts: ['约定比例', found?.parts ?? []],
          scenarios: ['场景', scenarios.map(({ row }) => row)],
        } as const
      )[list];
      return { sheet, row: rows[index]?.row ?? null };
    };
    return { wire, registered, rowOf };
  }

  private scenarios(): { scenario: Scenario; row: TableRow | null; grants: TableRow[]; parts: TableRow[] }[] {
    const [grants, parts] = [this.optional('先行出资'), this.optional('约定比例')];
    const rows: (TableRow | null)[] = this.file.has('场景') ? this.rows('场景') : [null];
    const names = new Set(rows.map((row) => row?.cells['场景'] ?? '方案'));
    for (const [sheet, list] of [
      ['先行出资', grants],
      ['约定比例', parts],
    ] as const)
      for (const { row, cells } of list)
        if (cells['场景'] && !names.has(cells['场景']))
          this.faults.push({ sheet, row, reason: `场景“${cells['场景']}”没有列在“场景”表里，请补上或核对名称；留空即用于全部场景` });
    return rows.map((row) => {
      const name = row ? this.text('场景', row, '场景') : '方案';
      const own = (list: TableRow[]) => list.filter(({ cells }) => !cells['场景'] || cells['场景'] === name);
      const [ownGrants, ownParts] = [own(grants), own(parts)];
      return {
        ...{ row, grants: ownGrants, parts: ownParts },
        scenario: {
          name,
          grants: ownGrants.map((grant) => ({
            priority: this.whole('先行出资', grant, '顺序') ?? 1,
            payer: this.text('先行出资', grant, '出资方'),
            kind: this.pick('先行出资', grant.row, labels.grantKind, grant.cells['方式'] ?? '', '方式'),
            amountFen: this.money('先行出资', grant, '金额'),
            ratio: grant.cells['比例'] ? this.ratio('先行出资', grant) : null,
            capFen: this.money('先行出资', grant, '上限'),
          })),
          agreement:
            ownParts.length === 0
              ? null
              : {
                  document: row?.cells['协议'] || '各方协议',
                  parts: ownParts.map((part) => ({ payer: this.text('约定比例', part, '出资方'), ratio: this.ratio('约定比例', part) })),
                },
          homesRule: row ? this.pick('场景', row.row, labels.homesRule, row.cells['分户规则'] || '按法定', '分户规则') : 'STATUTORY',
          homesAgreement: row?.cells['业主约定依据'] || null,
          ownersMoney: row
            ? this.pick('场景', row.row, labels.ownersMoney, row.cells['业主出资方式'] || '维修资金', '业主出资方式')
            : 'FUND',
        },
      };
    });
  }

  /** The groups a file names, and one for each nature of homes it does not; deposits not named are the sum of the homes'. */
  private groups(homes: TableRow[], payers: TableRow[]): { group: CostSharePlan['groups'][number]; row: TableRow }[] {
    const named = this.optional('产权归属').map((row) => ({
      row,
      name: this.text('产权归属', row, '产权归属'),
      sheet: '产权归属' as Sheet,
    }));
    const known = new Set(named.map(({ name }) => name));
    for (const row of homes) {
      const name = groupName(row);
      if (!row.cells['产权归属'] && !known.has(name) && !natures.has(name))
        this.faults.push({ sheet: '房屋', row: row.row, reason: `房屋性质“${name}”不认识，应为：${[...natures].join('、')}` });
      // What a home calls its group has to be listed; a nature alone needs no list.
      if (row.cells['产权归属'] || known.has(name) || !natures.has(name)) continue;
      known.add(name);
      named.push({ row, name, sheet: '房屋' });
    }
    const units = payers
      .filter(({ cells }) => cells['类型'] === labels.payerKind.PROPERTY_RIGHTS_UNIT)
      .map(({ cells }) => cells['出资方']!);
    const onlyUnit = units.length === 1 ? units[0]! : null;
    return named.map(({ row, name, sheet }) => {
      const nature = this.pick(sheet, row.row, labels.homeNature, row.cells['房屋性质'] ?? '', '房屋性质') as HomeNature;
      const written = (column: string) => (sheet === '产权归属' ? this.money(sheet, row, column) : null);
      const own = homes.filter((home) => groupName(home) === name);
      const summed = (column: string) =>
        fenToJson(fen(own.reduce((all, home) => all + BigInt(this.money('房屋', home, column) ?? '0'), 0n)));
      const sellingUnit = (sheet === '产权归属' && row.cells['售房单位']) || onlyUnit;
      return {
        row,
        group: {
          ...{ code: name, name, nature },
          owner: (sheet === '产权归属' && row.cells['产权单位']) || (nature === 'UNSOLD_PUBLIC' ? onlyUnit : null),
          deposits:
            nature !== 'SOLD_PUBLIC' || sellingUnit === null
              ? null
              : {
                  sellingUnit,
                  sellingUnitFen: written('售房单位交存维修资金') ?? summed('售房单位交存维修资金'),
                  ownersFen: written('业主交存维修资金') ?? summed('业主交存维修资金'),
                },
        },
      };
    });
  }

  private evidence(): NonNullable<CostSharePlan['evidence']> {
    const [emergency] = this.optional('应急');
    return {
      positions: this.optional('表态').map((row) => ({
        payer: this.text('表态', row, '出资方'),
        position: this.pick('表态', row.row, labels.position, row.cells['表态'] ?? '', '表态'),
      })),
      votes: this.optional('业主表决').map((row) => ({
        item: Number(
          this.pick('业主表决', row.row, { 5: '第五项', 6: '第六项', 7: '第七项', 8: '第八项' }, row.cells['表决项'] ?? '', '表决项'),
        ),
        isPassed: this.pick('业主表决', row.row, { yes: '通过', no: '不通过' }, row.cells['结果'] ?? '', '结果') === 'yes',
        countsUnsold: row.cells['未售房屋计入'] === '是',
        document: this.text('业主表决', row, '文号'),
      })),
      emergency: emergency
        ? {
            case: this.pick('应急', emergency.row, labels.emergencyCase, emergency.cells['情形'] ?? '', '情形'),
            proof: this.text('应急', emergency, '证据'),
            noticePostedOn: emergency.cells['告知日期'] || null,
          }
        : null,
      papers: this.optional('凭据').map((row) => ({
        payer: this.text('凭据', row, '出资方'),
        kind: this.pick('凭据', row.row, labels.paperKind, row.cells['凭据类型'] ?? '', '凭据类型'),
        document: this.text('凭据', row, '文号'),
        amountFen: this.money('凭据', row, '金额'),
        budgetSource: row.cells['资金来源'] || null,
      })),
    };
  }

  private rows(sheet: Sheet): TableRow[] {
    return this.file.rows(sheet, headings[sheet]);
  }

  private optional(sheet: Sheet): TableRow[] {
    return this.file.has(sheet) ? this.rows(sheet) : [];
  }

  private place(sheet: Sheet, row: TableRow): { code: string; building: string; stairwell: string } {
    const [building, stairwell, room] = (['楼号', '单元', '房号'] as const).map((column) => this.text(sheet, row, column)) as [
      string,
      string,
      string,
    ];
    return { code: `${building}-${stairwell}-${room}`, building, stairwell };
  }

  private text(sheet: Sheet, { row, cells }: TableRow, column: string): string {
    const text = cells[column] ?? '';
    if (!text) this.faults.push({ sheet, row, reason: `缺少“${column}”，请补上` });
    return text;
  }

  private pick<K extends string>(sheet: Sheet, row: number | null, words: Record<K, string>, text: string, column: string): K {
    const found = (Object.keys(words) as K[]).find((key) => words[key] === text);
    const all = Object.values<string>(words);
    if (found === undefined) this.faults.push({ sheet, row, reason: `${column}“${text}”不认识，应为：${all.join('、')}` });
    return found ?? (Object.keys(words)[0] as K);
  }

  private money(sheet: Sheet, { row, cells }: TableRow, column: string): string | null {
    const text = (cells[column] ?? '').replace(/^[¥￥]/, '');
    if (!text) {
      if (column === '金额' && sheet === '工程')
        this.faults.push({ sheet, row, reason: '缺少“金额”，请填以元为单位的金额，例如 12,345.67' });
      return null;
    }
    try {
      const amount = fenFromYuan(text);
      if (amount >= 0n) return fenToJson(amount);
    } catch {
      // said below
    }
    this.faults.push({ sheet, row, reason: `${column}“${text}”应为不小于 0、最多两位小数的元数，例如 12,345.67` });
    return null;
  }

  /** An unknown area is left unknown: the plan's own check says what is to be done. */
  private area(sheet: Sheet, { row, cells }: TableRow): number | null {
    const text = cells['专有面积'] ?? '';
    if (!text || text === '不详') return null;
    try {
      return areaFromText(text, { allowZero: true });
    } catch {
      this.faults.push({ sheet, row, reason: `专有面积“${text}”应为最多两位小数的平方米数，请按登记、实测或合同核对` });
      return null;
    }
  }

  private whole(sheet: Sheet, { row, cells }: TableRow, column: string): number | null {
    const text = cells[column] ?? '';
    if (/^\d{1,6}$/.test(text)) return Number(text);
    if (text || column === '顺序') this.faults.push({ sheet, row, reason: `${column}“${text}”应为整数，请改正` });
    return null;
  }

  private ratio(sheet: Sheet, { row, cells }: TableRow): string {
    const text = (cells['比例'] ?? '').replace('％', '%');
    if (/^(\d{1,3}(\.\d{1,4})?%|[1-9]\d{0,8}\/[1-9]\d{0,8})$/.test(text)) return text;
    this.faults.push({ sheet, row, reason: `比例“${text}”请写成文字 12.5% 或 1/3（单元格格式设为文本）` });
    return '100%';
  }
}

const natures = new Set<string>(homeNatures.map((nature) => labels.homeNature[nature]));
const sources = Object.fromEntries(areaSources.map((source) => [source, labels.areaSource[source]])) as typeof labels.areaSource;
const groupName = ({ cells }: TableRow) => cells['产权归属'] || (cells['房屋性质'] ?? '');

/** The register names the office that keeps the fund in its own words; only that there is one matters here. */
function custodianOf(text: string | null): CostSharePlan['fundCustodian'] {
  const known = fundCustodians.find((custodian) => labels.fundCustodian[custodian] === text);
  return known ?? (text === null ? 'NONE' : 'CITY_FUND_CENTRE');
}
