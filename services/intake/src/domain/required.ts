import type { Category, Channel, DemandType } from '@wufang/contracts';

// Somebody of ours saw it, or passed on what a group wrote: there may be no caller with a phone.
const withoutPhone: readonly Channel[] = ['PATROL', 'OUTREACH', 'GROUP_MESSAGE'];

/**
 * What a demand still lacks to be recorded: time, matter and contact (接诉即办工作条例 art. 10). The time is the clock's, the matter the
 * schema's; a contact is a phone, or, where a worker brings it in, at least somebody to ask.
 * Example: PHONE_DESK without phone -> ['联系电话']; PATROL without one -> [].
 */
export function missingAtReceipt(demand: { channel: Channel; callerPhone?: string; callerName?: string }): string[] {
  if (demand.callerPhone) return [];
  if (demand.channel === 'PATROL') return [];
  if (withoutPhone.includes(demand.channel)) return demand.callerName ? [] : ['诉求人姓名或联系电话'];
  return ['联系电话'];
}

/** What a demand still lacks to be sent to a unit. Example: no category -> ['三级分类']. */
export function missingToForward(demand: { demandType?: DemandType | null; category?: Category | null }): string[] {
  return [...(demand.demandType ? [] : ['诉求类型']), ...(demand.category ? [] : ['三级分类'])];
}
