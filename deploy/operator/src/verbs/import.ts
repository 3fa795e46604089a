import { intake } from '@wufang/contracts';
import { fileInput } from '../file.js';
import { settle } from '../settle.js';
import { textOption, wordsOf, type Verb } from '../verb.js';

const SHOWN_PARKED_ROWS = 20;

export const importVerb: Verb = {
  name: 'import',
  usage: 'FILE [--profile ID]',
  summary: '导入热线工单明细（.xlsx、GB18030 或 UTF-8 CSV） (import a hotline export)',
  options: { profile: { type: 'string' } },
  async run(asked) {
    const [path] = wordsOf(asked, ['FILE']) as [string];
    const upload = fileInput(path);
    const session = (await asked.connect()).about(asked.street);
    const profile = textOption(asked, 'profile');
    const { importId, rows, accepted, known, parked } = await session.call(intake.importOrders, {
      ...upload,
      ...(profile && { profile }),
    });
    await settle(await asked.connect());
    const faults = parked > 0 && !asked.isJson ? (await session.call(intake.listParkedRows, { importId })).rows : [];
    return {
      json: { rows, accepted, known, parked },
      text: [
        `共 ${rows} 行：新收 ${accepted}，已有 ${known}，待更正 ${parked}`,
        ...faults.slice(0, SHOWN_PARKED_ROWS).map(({ sheetRow, reasons }) => `  第 ${sheetRow} 行：${reasons.join('；')}`),
        ...(faults.length > SHOWN_PARKED_ROWS ? [`  其余 ${faults.length - SHOWN_PARKED_ROWS} 行见 GET /api/imports/parked`] : []),
      ].join('\n'),
    };
  },
};
