import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { yuanText } from '../../lib/format.js';
import { colours } from '../../lib/theme.js';
import { useWords } from '../../lib/words.js';

use([BarChart, GridComponent, AriaComponent, SVGRenderer]);

/** Who pays what, as bars; the same in words for who does not see them. Lengths are only for looking: the figures beside them are exact. */
export default function SharesChart({ payers }: { payers: readonly { payer: string; name: string; amountFen: string }[] }) {
  const say = useWords();
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const total = payers.reduce((sum, { amountFen }) => sum + BigInt(amountFen), 0n);
    const chart = init(frame.current!, null, { renderer: 'svg' });
    chart.setOption({
      animation: false,
      grid: { left: 8, right: 110, top: 8, bottom: 8, containLabel: true },
      xAxis: { type: 'value', show: false },
      yAxis: {
        type: 'category',
        inverse: true,
        data: payers.map(({ name }) => name),
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: { color: colours.ink },
      },
      series: [
        {
          type: 'bar',
          barMaxWidth: 26,
          itemStyle: { color: colours.brand },
          label: {
            show: true,
            position: 'right',
            color: colours.ink,
            lineHeight: 16,
            formatter: ({ dataIndex }: { dataIndex: number }) =>
              `${yuanText(payers[dataIndex]!.amountFen)}\n${partOf(payers[dataIndex]!.amountFen, total)}`,
          },
          data: payers.map(({ amountFen }) => Number(amountFen)),
        },
      ],
    });
    const resize = () => chart.resize();
    window.addEventListener('resize', resize);
    return () => {
      window.removeEventListener('resize', resize);
      chart.dispose();
    };
  }, [payers]);
  const words = payers.map(({ name, amountFen }) => `${name} ${yuanText(amountFen)}`).join('；');
  return (
    <div ref={frame} role="img" aria-label={`${say('各方出资', 'Who pays what')}：${words}`} style={{ height: 16 + 44 * payers.length }} />
  );
}

/** A part of the whole, rounded for looking. Example: 420 of 1000 -> '42%'; 1 of 1000 -> '0.1%'. */
const partOf = (amountFen: string, total: bigint): string =>
  total === 0n ? '' : `${Math.round(Number((BigInt(amountFen) * 10_000n) / total) / 10) / 10}%`;
