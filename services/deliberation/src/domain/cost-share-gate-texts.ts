import type { GateCode } from '@wufang/contracts';
import { formatFen } from '@wufang/kernel';
import type { Gate } from './cost-share-gates.js';
import type { CostPlan } from './cost-share-plan.js';

/** What has to be there for a gate to open. */
export const gateTexts: Record<GateCode, string> = {
  VOTE_FUND: '使用维修资金须业主表决第五项（一般事项）通过，或属应急使用并已显著告知业主（民法典第二百七十八条、第二百八十一条）',
  VOTE_NEW_MONEY: '另行筹集须业主表决第六项（特别事项）通过，或每户业主本人同意（民法典第二百七十八条）',
  VOTE_REBUILD: '改建、重建须业主表决第七项（特别事项）通过（民法典第二百七十八条）',
  VOTE_CHANGE_USE: '改变共有部分用途须业主表决第八项（特别事项）通过（民法典第二百七十八条）',
  COUNTED_AS_OWNER: '未售房屋的产权人须作为业主计入表决，或出具出资函',
  UNIT_APPROVAL: '售房单位须有本单位批准文件及文号',
  UNIT_LETTER: '自愿出资须有签章的出资函',
  POOL_APPROVAL: '街道出资须有民生项目池批准，写明资金来源，批准金额不少于本项（北京市街道办事处条例第四十条）',
  FIRM_SIGNED: '物业公司须签字，并说明不属于物业合同已含事项；属于的由其全额承担',
  GRANT_LETTER: '须有资助函',
  POSITION: '出资方须本人同意；缺席、弃权、附条件或不同意的，份额不确认，也不转给他人',
  HOMES_NAMED: '业主承担的部分须先列出房屋，分到每一户',
};

/** A gate as a sentence: open or met, whose line, what it needs, what is missing. */
export function gateLine(plan: CostPlan, { code, payer, amountFen, isMet, document, missing }: Gate): string {
  const who = payer === null ? '工程' : `${plan.payers.get(payer)?.name ?? payer} ¥${formatFen(amountFen)}`;
  const state = isMet ? `已具备${document === null ? '' : `（${document}）`}` : '未具备';
  const lacking =
    missing.length > 0 ? `；尚缺 ${missing.length} 户同意书：${missing.slice(0, 10).join('、')}${missing.length > 10 ? '等' : ''}` : '';
  return `[${state}] ${who}：${gateTexts[code]}${lacking}`;
}
