import { intake, intakeEvents, labels, type Ctx, type Receipt } from '@wufang/contracts';
import { DomainError, toIsoBeijing } from '@wufang/kernel';
import { fact } from '@wufang/service';
import type { z } from 'zod';
import { demands } from '../db/demands.store.js';
import type { IntakeTx } from '../db/schema.js';
import { nextDemandState } from '../domain/demand.js';
import { refuseOwnComplaint } from '../domain/keep-out.js';
import { receiptOf } from './receipt.js';

/** Answers an inquiry (咨询) directly; anything else is handled by a unit (接诉即办工作条例 art. 11-1). */
export async function answerDemand(tx: IntakeTx, input: z.output<typeof intake.answerDemand.input>, { actor }: Ctx): Promise<Receipt> {
  const row = await tx.lock(demands, input.id);
  if (!row) throw new DomainError('object.not-found', {});
  refuseOwnComplaint(row, actor);
  const state = nextDemandState(row.state, 'answer');
  const demandType = input.demandType ?? row.demandType;
  if (demandType !== 'INQUIRY')
    throw new DomainError('demand.answer-inquiry-only', { demandType: demandType ? labels.demandType[demandType] : '未定类型' });
  tx.stop(row.id, 'all');
  const next = { ...row, state, demandType, screening: 'NORMAL' as const, screeningMessage: input.answer, screenedAt: tx.now };
  return receiptOf(tx.save(demands, next, [fact(intakeEvents.demandAnswered, { answeredAt: toIsoBeijing(tx.now) })]));
}
