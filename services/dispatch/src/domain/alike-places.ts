import { labels, likeness, type EstateType } from '@wufang/contracts';

/** What is known of an estate, and how often the same matter came from it lately. */
export interface EstateProfile {
  id: string;
  name: string;
  communityId: string;
  type: EstateType;
  builtYear: number | null;
  firmId: string | null;
  demands: number;
}
export interface BuildingProfile {
  id: string;
  estateId: string;
  name: string;
  floors: number;
}
export interface AlikePlace {
  estateId: string;
  buildingId: string | null;
  name: string;
  unitId: string;
  reason: string;
  likeness: number;
}

/**
 * Places that are like the one where something was wrong (举一反三, row 113), the likest first, each with why: other buildings of its estate, and
 * other estates of the same type, of about the same age, looked after by the same firm, of the same community, or from where the same matter came
 * lately. The estate's firm looks, or its community where it has none. An estate that shares nothing is not named.
 * Example: built 1956 and 1958, both 三供一业 -> 「同为三供一业；建成年代相近（1956、1958年）」.
 */
export function alikePlaces(
  source: { estateId: string; buildingId: string | null },
  estates: readonly EstateProfile[],
  buildings: readonly BuildingProfile[],
): AlikePlace[] {
  const own = estates.find(({ id }) => id === source.estateId);
  if (!own) return [];
  const building = buildings.find(({ id }) => id === source.buildingId);
  const looker = ({ firmId, communityId }: EstateProfile) => firmId ?? communityId;
  const within = buildings
    .filter(({ id, estateId }) => building && estateId === own.id && id !== building.id)
    .map(({ id, name, floors }) => {
      const isSameHeight = floors === building!.floors;
      return {
        ...{ estateId: own.id, buildingId: id, name: `${own.name}${name}`, unitId: looker(own) },
        reason: `与${building!.name}同一小区${isSameHeight ? `，同为${floors}层` : ''}`,
        likeness: isSameHeight ? 6 : 5,
      };
    });
  const others = estates
    .filter(({ id }) => id !== own.id)
    .map((estate) => ({ estate, reasons: reasonsFor(own, estate) }))
    .filter(({ reasons }) => reasons.length > 0)
    .map(({ estate, reasons }) => ({
      ...{ estateId: estate.id, buildingId: null, name: estate.name, unitId: looker(estate) },
      ...{ reason: reasons.map(({ text }) => text).join('；'), likeness: reasons.reduce((sum, { weight }) => sum + weight, 0) },
    }));
  return [...within, ...others].sort((a, b) => b.likeness - a.likeness || a.name.localeCompare(b.name, 'zh'));
}

function reasonsFor(own: EstateProfile, other: EstateProfile): { text: string; weight: number }[] {
  const { builtWithinYears, historyDays } = likeness[0].value;
  const reasons: { text: string; weight: number }[] = [];
  const add = (isSo: boolean, weight: number, text: string) => isSo && reasons.push({ text, weight });
  add(other.demands > 0, 4, `近${historyDays}天有${other.demands}件同类诉求`);
  add(other.type === own.type, 2, `同为${labels.estateType[own.type]}`);
  const [a, b] = [own.builtYear, other.builtYear];
  add(a !== null && b !== null && Math.abs(a - b) <= builtWithinYears, 2, `建成年代相近（${a}、${b}年）`);
  add(own.firmId !== null && own.firmId === other.firmId, 1, '同一物业公司');
  add(own.communityId === other.communityId, 1, '同一社区');
  return reasons;
}
