import {
  assemblyApplication,
  committeeTermYears,
  contractNoticeDays,
  ownerRepsShare,
  serviceMonths,
  sourceInWords,
  type EstateTermKind,
  type RecordedTermStep,
  type TermStep,
} from '@wufang/contracts';
import { addDays, addMonths, atLeast, DomainError, type DateText } from '@wufang/kernel';
import { leastOf } from './body-decision.js';
import { isBody, lastOf, standingOf } from './estate-term-states.js';

/** What a step is checked against. */
export interface TermFacts {
  kind: EstateTermKind;
  steps: readonly Pick<RecordedTermStep, 'step'>[];
  /** Homes of the estate by the register: how small a committee may be. */
  homes: number;
  /** How long before a first assembly its materials have to hang, by the table in force. */
  materialsDays: number;
  /** Other terms of the estate that have not ended, and whether it ever had an owners' committee. */
  openKinds: readonly EstateTermKind[];
  hadCommittee: boolean;
}

/** Refuses a step that breaks a rule, with a sentence that names it. Throws estate-term.unlawful. */
export function refuseUnlawful(facts: TermFacts, step: TermStep): void {
  const fault = faultOfStep(facts, step);
  if (fault !== null) throw new DomainError('estate-term.unlawful', { reason: fault });
}

const cited = (words: string, source: string) => `${words}（${sourceInWords(source)}）。`;

/**
 * What a step breaks, in a sentence with its article; null where it may be recorded. A time that was missed is no such fault: what was done late is recorded as late.
 * Examples: an application of 4 % of the owners with 3 % of the area -> L2-30; a preparing group of 6 -> L2-31; a committee of 3 with 101 homes -> L2-39.
 */
export function faultOfStep(facts: TermFacts, step: TermStep): string | null {
  switch (step.kind) {
    case 'APPLY':
      return faultOfApplication(facts, step);
    case 'PREPARE':
      if (lastOf(facts.steps, 'CHECK') === undefined) return cited('街道核查申请符合条件之后，才成立筹备组', 'L2-31');
      return faultOfGroup('筹备组', step, 'L2-31', ownerRepsShare.value.PREPARING_GROUP);
    case 'POST_MATERIALS':
      return faultOfNotice(facts, step.on, step.assemblyOn);
    case 'ELECT':
      return faultOfElection(facts, step);
    case 'FORM':
      return faultOfForming(facts, step);
    case 'ENTER':
      return (
        faultOfMembers(step.body, step, facts.homes) ??
        faultOfTerm(step.body, step.beganOn, step.until) ??
        (facts.openKinds.includes(step.body) ? '这个组织已在台账上，请在原来的任期里登记。' : null)
      );
    case 'CHANGE':
      return isBody(facts.kind) ? faultOfMembers(facts.kind, step, facts.homes) : null;
    case 'FILE':
      if (!isBody(facts.kind) || lastOf(facts.steps, 'HAND_IN') !== undefined) return null;
      return cited('请先登记报送备案的材料和日期', 'L2-43');
    case 'FILE_CHANGE':
      return isChangeOpen(facts.steps) ? null : cited('没有待备案的变更，请先登记变更事项', 'L2-50');
    case 'SIGN':
      return step.until > step.on ? null : '合同届满日应当晚于签订日。';
    case 'START_SERVICE':
      if (step.until <= step.on) return '届满日应当晚于启动日。';
      if (step.until <= addMonths(step.on, serviceMonths.value.emergency)) return null;
      return cited(`应急物业服务最长 ${serviceMonths.value.emergency} 个月`, 'L2-77');
    case 'REFUSE':
      return faultOfRefusal(facts, step.on);
    case 'END':
      return faultOfEnd(facts, step);
    case 'HAND_OVER':
      if (lastOf(facts.steps, 'HAND_OVER') !== undefined) return '交接已经登记过了。';
      return lastOf(facts.steps, 'END')?.isRenewed === true ? '合同已续签，没有交接。' : null;
    default:
      return null;
  }
}

function faultOfApplication({ openKinds }: TermFacts, step: Extract<TermStep, { kind: 'APPLY' }>): string | null {
  if (openKinds.includes('OWNERS_COMMITTEE')) return '这个小区的业委会已在台账上，换届请登记换届选举。';
  const { delivered, owners, area } = assemblyApplication.value;
  const { deliveredHundredths, totalHundredths, applicants, applicantsHundredths } = step;
  if (deliveredHundredths > totalHundredths || applicants > step.owners || applicantsHundredths > totalHundredths)
    return '部分大于总数，请核对面积和人数。';
  if (!atLeast(deliveredHundredths, totalHundredths, delivered))
    return cited(`已交付面积不足建筑总面积的 ${percent(delivered)}，还不能申请成立业主大会`, 'L2-30');
  if (step.byDeveloper || atLeast(applicants, step.owners, owners) || atLeast(applicantsHundredths, totalHundredths, area)) return null;
  return cited(`申请的业主人数不足 ${percent(owners)}，专有部分面积也不足 ${percent(area)}，又不是由建设单位提出`, 'L2-30');
}

const percent = ({ num, den }: { num: number; den: number }) => `${(num * 100) / den}%`;

/** A group of an odd number, so many of them owners' representatives. */
function faultOfGroup(
  name: string,
  { members, ownerReps }: { members: number; ownerReps: number },
  source: string,
  share: { num: number; den: number },
): string | null {
  if (members % 2 === 0) return cited(`${name}人数应当是单数`, source);
  if (ownerReps > members) return '业主代表人数不能超过总人数，请核对。';
  if (!atLeast(ownerReps, members, share)) return cited(`${name}的业主代表不少于 ${percent(share)}`, source);
  return null;
}

function faultOfNotice({ materialsDays }: TermFacts, postedOn: DateText, assemblyOn: DateText): string | null {
  if (assemblyOn >= addDays(postedOn, materialsDays)) return null;
  return cited(`首次业主大会会议的材料应当在会议 ${materialsDays} 日前公告，会议最早 ${addDays(postedOn, materialsDays)} 召开`, 'L2-32');
}

/** Of the first election its materials hung long enough; a later one follows a committee that was. */
function faultOfElection(facts: TermFacts, step: Extract<TermStep, { kind: 'ELECT' }>): string | null {
  if (facts.steps.length === 0) {
    if (!facts.hadCommittee) return cited('首届业委会须先申请成立业主大会，由筹备组组织选举', 'L2-30');
    if (facts.openKinds.filter((kind) => kind === 'OWNERS_COMMITTEE').length > 1) return '新一届业委会已在台账上。';
  } else {
    const posted = lastOf(facts.steps, 'POST_MATERIALS');
    if (posted === undefined) return cited(`首次业主大会会议的材料应当在会议 ${facts.materialsDays} 日前公告`, 'L2-32');
    const early = faultOfNotice(facts, posted.on, step.on);
    if (early !== null) return early;
  }
  const { members } = step;
  return (
    faultOfMembers('OWNERS_COMMITTEE', { members, ownerReps: members }, facts.homes) ?? faultOfTerm('OWNERS_COMMITTEE', step.on, step.until)
  );
}

function faultOfForming(facts: TermFacts, step: Extract<TermStep, { kind: 'FORM' }>): string | null {
  if (facts.openKinds.some(isBody)) return cited('这个小区的业委会或物管会还在台账上，不能另组物管会', 'L2-52');
  if (!step.isChairedByCommunity) return cited('物管会主任由居委会代表担任', 'L2-54');
  return faultOfMembers('PROPERTY_MGMT_COMMITTEE', step, facts.homes) ?? faultOfTerm('PROPERTY_MGMT_COMMITTEE', step.on, step.until);
}

function faultOfMembers(
  body: 'OWNERS_COMMITTEE' | 'PROPERTY_MGMT_COMMITTEE',
  count: { members: number; ownerReps: number },
  homes: number,
): string | null {
  const least = leastOf(body, homes);
  const { members, ownerReps } = count;
  if (body === 'OWNERS_COMMITTEE') {
    if (members < least || members % 2 === 0) return cited(`业委会委员应当是单数且不少于 ${least} 人`, 'L2-39');
    return ownerReps === members ? null : cited('业委会委员都是业主，业主代表人数应当等于委员人数', 'L2-39');
  }
  if (members < least) return cited(`物管会不少于 ${least} 人`, 'L2-54');
  return faultOfGroup('物管会', count, 'L2-54', ownerRepsShare.value.PROPERTY_MGMT_COMMITTEE);
}

function faultOfTerm(body: 'OWNERS_COMMITTEE' | 'PROPERTY_MGMT_COMMITTEE', beganOn: DateText, until: DateText): string | null {
  if (until <= beganOn) return '任期届满日应当晚于开始日。';
  const years = committeeTermYears.value[body];
  if (until <= addMonths(beganOn, 12 * years)) return null;
  return body === 'OWNERS_COMMITTEE' ? cited(`业委会任期不超过 ${years} 年`, 'L2-41') : cited(`物管会任期不超过 ${years} 年`, 'L2-58');
}

/** A firm that does not go on says so in time; said later, it does not bind. */
function faultOfRefusal({ steps }: TermFacts, on: DateText): string | null {
  const last = addDays(standingOf(steps).endsOn!, -contractNoticeDays.value.refusal);
  if (on <= last) return null;
  return cited(`物业不续约的，应当在合同届满 ${contractNoticeDays.value.refusal} 日前告知，最迟 ${last}`, 'L2-75');
}

/** A contract that went on by itself is ended by notice. */
function faultOfEnd({ kind, steps }: TermFacts, { on, isRenewed, noticedOn }: Extract<TermStep, { kind: 'END' }>): string | null {
  if (kind !== 'PROPERTY_CONTRACT' || isRenewed || on <= standingOf(steps).endsOn!) return null;
  const { extended } = contractNoticeDays.value;
  if (noticedOn !== null && noticedOn <= addDays(on, -extended)) return null;
  return cited(`合同届满后继续履行的，解除应当提前 ${extended} 日通知；请填写通知日期`, 'L2-76');
}

/** Whether something was changed that has not been filed since. */
export function isChangeOpen(steps: TermFacts['steps']): boolean {
  const at = (kind: TermStep['kind']) => steps.findLastIndex(({ step }) => step.kind === kind);
  return at('CHANGE') > at('FILE_CHANGE');
}
