import type { ScreeningOutcome } from '@wufang/contracts';

export type SpecialOutcome = Exclude<ScreeningOutcome, 'NORMAL'>;

/**
 * What a person is told in each of the six special classes (接诉即办工作条例 art. 11-3) unless the desk writes something of its own. Nobody
 * is sent away without a message.
 */
export const specialMessages: Record<SpecialOutcome, string> = {
  EMERGENCY_LINE: '您反映的情况紧急，已转告紧急专线。如现场仍有危险，请立即拨打 110、119、120 或 122。',
  LEGAL_CHANNEL: '您反映的事项应当通过诉讼、仲裁、纪检监察、行政复议、政府信息公开或信访等法定途径办理，请向相应机构提出。',
  ALREADY_HANDLED: '您反映的同一事项已在办理或已办结，没有新的事实，进展和结果请用原编号查询；如有新情况，请补充说明后再次提出。',
  SECRET_OR_PRIVATE: '您反映的内容涉及国家秘密、商业秘密或他人隐私，按规定不能由本渠道办理和答复，请谅解。',
  BEYOND_DUTIES: '您反映的事项超出行政机关职责范围，建议通过市场或社会服务渠道解决；需要时我们可请有关单位予以督促。',
  UNLAWFUL: '您反映的诉求不符合法律法规或公序良俗，我们不能支持，请您理解并依法表达诉求。',
};

export function messageFor(outcome: SpecialOutcome, message: string | undefined): string {
  return message || specialMessages[outcome];
}
