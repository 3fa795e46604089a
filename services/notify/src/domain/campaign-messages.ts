import { labels, type CampaignKind } from '@wufang/contracts';
import type { Draft } from './messages.js';

const toUnit = (unitId: string) => ({ unitId, role: null, seat: null });

/** Day of the year in words. Example: 2026-12-05 -> 12月5日. */
const dayText = (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;

/** A campaign begins: each unit that takes part hears from when until when, and what is looked at; who leads it, that it is theirs to close. */
export function campaignMessages(opened: {
  id: string;
  kind: CampaignKind;
  title: string;
  leadUnitId: string;
  unitIds: readonly string[];
  items: readonly string[];
  startOn: string;
  endOn: string;
}): Draft[] {
  const { id, kind, title, leadUnitId, unitIds, items, startOn, endOn } = opened;
  const days = startOn === endOn ? dayText(startOn) : `${dayText(startOn)}至${dayText(endOn)}`;
  const what = `${days}，检查 ${items.join('、')}。`;
  return unitIds.map((unitId) => ({
    ...{ kind: 'CAMPAIGN_OPENED', title: `${labels.campaignKind[kind]}：${title}`, subjectId: id, ...toUnit(unitId) },
    body: `${what}${unitId === leadUnitId ? '由你单位牵头，结束前请写总结收尾。' : '请派人参加，查到的问题当场登记。'}`,
  }));
}

/** It goes on: each unit that takes part hears until when, and why. */
export function extendedMessages(told: {
  id: string;
  title: string;
  unitIds: readonly string[];
  oldEndOn: string;
  endOn: string;
  reason: string;
}): Draft[] {
  const body = `原定${dayText(told.oldEndOn)}结束，经批准延长至${dayText(told.endOn)}：${told.reason}。排好的班次随之延长。`;
  return told.unitIds.map((unitId) => ({
    ...{ kind: 'CAMPAIGN_EXTENDED', title: `专项行动延长：${told.title}`, body, subjectId: told.id, ...toUnit(unitId) },
  }));
}

/** Something is to stand on the exposure board: a leader looks at it and decides. */
export function proposedExposureMessages({ id, placeText }: { id: string; placeText: string }): Draft[] {
  const body = `${placeText}，请查看照片和文字是否涉及个人，再决定是否曝光。`;
  return [
    { kind: 'EXPOSURE_PROPOSED', title: '曝光待批准', body, subjectId: id, unitId: null, role: 'street_leader' as const, seat: null },
  ];
}

/** It stands on the board: who has to put it right hears of it. */
export function exposedMessages(told: { id: string; unitId: string; placeText: string; problem: string }): Draft[] {
  const body = `${told.placeText}：${told.problem}。已上曝光台，请尽快整改，整改后告诉街道核实。`;
  return [{ kind: 'EXPOSURE_PUBLISHED', title: '已曝光，请整改', body, subjectId: told.id, ...toUnit(told.unitId) }];
}
