import type { Receipt } from '@wufang/contracts';
import { toIsoBeijing } from '@wufang/kernel';
import type { DemandRow } from '../db/schema.js';

/** What the person who hands in a demand, or decides on it, is told. It repeats nothing anybody wrote. */
export function receiptOf(row: DemandRow): Receipt {
  const messages: Record<DemandRow['state'], string> = {
    RECEIVED: `已收到，编号 ${row.no}。`,
    SCREENING: `已收到，编号 ${row.no}，正在研判。请记好编号，凭编号和手机号后四位可查询进展。`,
    FORWARDED: `已受理，编号 ${row.no}，正在派单。请记好编号，凭编号和手机号后四位可查询进展。`,
    ANSWERED: `编号 ${row.no} 已直接答复。`,
    REDIRECTED: `编号 ${row.no} 已告知其他办理渠道。`,
    LINKED: `编号 ${row.no} 已与同一事项一起办理，办结后仍会单独回访。`,
  };
  return {
    id: row.id,
    no: row.no,
    state: row.state,
    level: row.level,
    receivedAt: toIsoBeijing(row.receivedAt),
    orderId: row.orderId,
    message: messages[row.state],
  };
}
