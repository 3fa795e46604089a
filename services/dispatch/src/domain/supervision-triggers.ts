import { supervisionRules, type SupervisionTrigger } from '@wufang/contracts';

/** Figures of one day, as the city and the district publish them; what is not known is not weighed. */
export interface StreetFigures {
  on: string;
  dayVolumeRank?: number | undefined;
  monthResultRank?: number | undefined;
  streetsInCity?: number | undefined;
  resolutionRate?: number | undefined;
  districtResolutionRate?: number | undefined;
  satisfactionRate?: number | undefined;
  districtSatisfactionRate?: number | undefined;
}

export interface MetTrigger {
  trigger: SupervisionTrigger;
  reason: string;
  source: string;
}

/**
 * Which figures call for supervision (督查督办, W9 怀柔): the day's volume among the first ten of the city, the month's result among the last ten, a rate
 * below the district's mean. An instruction needs no figure, an urging is counted where it is made: neither is met here. The latest row in force on the day counts.
 * Example: rank 10 by volume -> met, 11 -> not; of 340 streets rank 331 by result -> met, 330 -> not.
 */
export function triggersMet(figures: StreetFigures, rules: readonly Rule[] = supervisionRules): MetTrigger[] {
  const met: MetTrigger[] = [];
  const weigh = (trigger: SupervisionTrigger, judge: (value: number) => string | false) => {
    const rule = rules.filter((one) => one.trigger === trigger && one.from <= figures.on).at(-1);
    const reason = rule?.value === undefined || rule.value === null ? false : judge(rule.value);
    if (rule && reason) met.push({ trigger, reason, source: rule.source });
  };
  const { dayVolumeRank, monthResultRank, streetsInCity } = figures;
  weigh(
    'DAY_VOLUME',
    (n) => dayVolumeRank !== undefined && dayVolumeRank <= n && `当日诉求量居全市第 ${dayVolumeRank} 位，在前 ${n} 位之内`,
  );
  weigh(
    'MONTH_RESULT',
    (n) =>
      monthResultRank !== undefined &&
      streetsInCity !== undefined &&
      monthResultRank > streetsInCity - n &&
      `当月成绩居全市 ${streetsInCity} 个街道（乡镇）第 ${monthResultRank} 位，在末 ${n} 位之内`,
  );
  const rates: [string, number | undefined, number | undefined][] = [
    ['解决率', figures.resolutionRate, figures.districtResolutionRate],
    ['满意率', figures.satisfactionRate, figures.districtSatisfactionRate],
  ];
  for (const [name, own, district] of rates)
    weigh(
      'RATE_BELOW_DISTRICT',
      (margin) => own !== undefined && district !== undefined && own < district - margin && `${name} ${own}% 低于全区平均 ${district}%`,
    );
  return met;
}

/**
 * Whether an urging (催办) is the one after which an order is supervised by itself: each time that as many have come as the row in force on the day says.
 * Example: three -> the third and the sixth, not the fourth; no row in force -> never.
 */
export function callsForSupervision(urges: number, on: string, rules: readonly Rule[] = supervisionRules): boolean {
  const every = rules.filter(({ trigger, from }) => trigger === 'URGED' && from <= on).at(-1)?.value;
  return every != null && urges % every === 0;
}

interface Rule {
  trigger: SupervisionTrigger;
  from: string;
  value: number | null;
  source: string;
}
