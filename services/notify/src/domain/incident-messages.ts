import type { AfterCare } from '@wufang/contracts';
import type { Draft } from './messages.js';
import { clockText } from './messages.js';

const toUnit = (unitId: string) => ({ unitId, role: null, seat: null });
const toRole = (role: NonNullable<Draft['role']>) => ({ unitId: null, role, seat: null });

/** The system sees an incident in the making: the two who may confirm it. */
export function proposedMessages(proposed: { id: string; title: string; demands: number; homes: number }): Draft[] {
  const body = `短时间内收到 ${proposed.demands} 件同类诉求（${proposed.title}，约 ${proposed.homes} 户），请确认是否作为突发事件处置。`;
  return (['phone_desk', 'section_chief'] as const).map((role) => ({
    ...{ kind: 'INCIDENT_PROPOSED', title: '疑似突发事件', body, subjectId: proposed.id },
    ...toRole(role),
  }));
}

/**
 * An incident begins: who leads it, the communities that have to tell their residents, the firms and property-rights units of its estates, whose pipes and rooms
 * they are (domain rules 1.1, row 8), and the street's leader.
 */
export function openedMessages(opened: {
  id: string;
  title: string;
  homes: number;
  publicText: string;
  leadUnitId: string;
  communityIds: readonly string[];
  unitIds?: readonly string[] | undefined;
}): Draft[] {
  const message = { kind: 'INCIDENT_OPENED', title: `突发事件：${opened.title}`, subjectId: opened.id };
  const affected = `涉及 ${opened.homes} 户。${opened.publicText}`;
  return [
    { ...message, body: `${affected} 请牵头处置，按时通报。`, ...toUnit(opened.leadUnitId) },
    ...opened.communityIds.map((id) => ({ ...message, body: `${affected} 请告知居民，走访重点户。`, ...toUnit(id) })),
    ...(opened.unitIds ?? []).map((id) => ({ ...message, body: `${affected} ${assist}`, ...toUnit(id) })),
    { ...message, body: affected, ...toRole('street_leader') },
  ];
}

/** What the firm and the property-rights unit of an affected estate are asked to do. */
const assist = '涉及贵单位的小区，请派人到场配合，开放相关设备间，并告知业主。';

/** More is affected: the communities and the units of estates that were not before hear what those of the first hour heard. */
export function widenedMessages(widened: {
  id: string;
  title?: string | undefined;
  publicText?: string | undefined;
  homes: number;
  newCommunityIds?: readonly string[] | undefined;
  newUnitIds?: readonly string[] | undefined;
}): Draft[] {
  const { id: subjectId, title = '突发事件', publicText = '', homes, newCommunityIds = [], newUnitIds = [] } = widened;
  const message = { kind: 'INCIDENT_OPENED', title: `突发事件扩大范围：${title}`, subjectId };
  return [
    ...newCommunityIds.map((id) => ({
      ...message,
      body: `现涉及 ${homes} 户，包括贵社区。${publicText} 请告知居民，走访重点户。`,
      ...toUnit(id),
    })),
    ...newUnitIds.map((id) => ({ ...message, body: `现涉及 ${homes} 户。${publicText} ${assist}`, ...toUnit(id) })),
  ];
}

/** A unit is called to the place (一键呼叫): it hears at once, whatever the hour. */
export function calledOutMessages(called: { id: string; title: string; unitId: string; what: string }): Draft[] {
  const body = `请立即派人到场：${called.what}。到场后在事件里登记班组。`;
  return [{ kind: 'INCIDENT_CALLED_OUT', title: `请立即到场：${called.title}`, body, subjectId: called.id, ...toUnit(called.unitId) }];
}

/**
 * A job is taken into an incident: its former lead and the co-units that still owed something hear that nobody is to be sent. Nobody where the incident's lead had
 * it, where it became part of it on dispatch, or the fact is of a time when it did not say whose it was.
 */
export function attachedMessages(order: {
  id: string;
  no?: string | undefined;
  leadUnitId: string;
  fromUnitId?: string | undefined;
  fromCoUnitIds?: readonly string[] | undefined;
}): Draft[] {
  const { no, fromUnitId, fromCoUnitIds = [] } = order;
  if (no === undefined || fromUnitId === undefined) return [];
  const units = [...new Set([fromUnitId, ...fromCoUnitIds])].filter((id) => id !== order.leadUnitId);
  const body = `工单 ${no} 已并入突发事件，由事件牵头单位统一处置，请勿另行派人。`;
  return units.map((id) => ({ kind: 'ORDER_TAKEN_INTO_INCIDENT', title: '工单并入突发事件', body, subjectId: order.id, ...toUnit(id) }));
}

/**
 * What the communities post and pass on, and firms and property-rights units of its estates tell the owners: a status, or that all is well again. One message for
 * each; facts from before they named the units go to the communities alone.
 */
export function noticeMessages(notice: {
  id: string;
  title: string;
  publicText: string;
  homes: number;
  communityIds: readonly string[];
  unitIds?: readonly string[] | undefined;
}): Draft[] {
  const { id: subjectId, title, publicText, homes, communityIds, unitIds = [] } = notice;
  const message = { kind: 'INCIDENT_NOTICE', title, subjectId };
  return [
    ...communityIds.map((id) => ({ ...message, body: `${publicText}（请转告受影响的 ${homes} 户）`, ...toUnit(id) })),
    ...unitIds
      .filter((id) => !communityIds.includes(id))
      .map((id) => ({ ...message, body: `${publicText}（涉及贵单位的小区，请转告业主）`, ...toUnit(id) })),
  ];
}

/** Asked afterwards, households are not well yet: who led the incident hears how many, and from the community which. */
export function notWellMessages(asked: {
  id: string;
  title: string;
  leadUnitId: string;
  outcome: AfterCare;
  changed: number;
  notWell: number;
}): Draft[] {
  if (asked.outcome !== 'NOT_WELL') return [];
  const body = `回访发现 ${asked.changed} 户仍有问题（共 ${asked.notWell} 户）。请与所在社区核对楼栋，尽快上门处理。`;
  return [{ kind: 'INCIDENT_NOT_WELL', title: `恢复后仍有问题：${asked.title}`, body, subjectId: asked.id, ...toUnit(asked.leadUnitId) }];
}

/** An order that was no part of the incident after all is its unit's job from now on. */
export function detachedMessages(order: { id: string; leadUnitId: string; coUnitIds: readonly string[]; dueAt: string }): Draft[] {
  const body = `一件工单从突发事件中撤出，单独办理，办理时限 ${clockText(order.dueAt)}。请及时签收并联系诉求人。`;
  return [order.leadUnitId, ...order.coUnitIds].map((unitId) => ({
    ...{ kind: 'ORDER_DISPATCHED', title: '新工单', body, subjectId: order.id },
    ...toUnit(unitId),
  }));
}

/** A crew has been on site longer than is safe: its own unit hears that it is to be relieved, where another one leads; who leads hears by the chain. */
export function overLongMessages(told: {
  incidentId: string;
  unitId: string;
  leadUnitId: string;
  title: string;
  kind: string;
  dueAt: string;
}): Draft[] {
  if (told.kind === 'warning' || told.unitId === told.leadUnitId) return [];
  const body = `贵单位的班组应于 ${clockText(told.dueAt)} 前由另一班组接替，至今仍在现场，请立即安排换班。`;
  return [{ kind: 'CREW_OVER_LONG', title: `请换班：${told.title}`, body, subjectId: told.incidentId, ...toUnit(told.unitId) }];
}
