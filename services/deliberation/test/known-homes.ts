import { createHash } from 'node:crypto';
import { areaFromText, fenFromYuan } from '@wufang/kernel';
import type { KnownHome } from '../src/domain/plan-scope.js';

/** The same name has the same id in every test. */
export function uuidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const kinds: Record<string, Pick<KnownHome, 'nature'>> = {
  商品: { nature: 'COMMODITY' },
  已售: { nature: 'SOLD_PUBLIC' },
  未售: { nature: 'UNSOLD_PUBLIC' },
  商铺: { nature: 'NON_RESIDENTIAL' },
};

/** A home as one line: 「9号楼2单元 58.20 商品」, after that the owner and the deposits of owner and selling unit where they matter. */
export function homesFrom(...lines: string[]): KnownHome[] {
  return lines.map((line, i) => {
    const [place, area, kind, owner, ownerYuan = '0', sellerYuan = '0'] = line.split(' ') as [string, string, string, ...string[]];
    const [, building, stairwell] = /^(.+号楼)(.+单元)$/.exec(place)!;
    const isKnown = area !== '不明';
    return {
      homeId: uuidOf(`home ${i + 1}`),
      ...{ buildingId: uuidOf(building!), building: building!, stairwell: stairwell!, ordinal: i + 1 },
      areaHundredths: isKnown ? areaFromText(area) : null,
      areaSource: isKnown ? 'REGISTERED' : null,
      ...kinds[kind]!,
      ownerId: uuidOf(owner ?? `owner ${i + 1}`),
      ...{ ownerFen: fenFromYuan(ownerYuan), sellerFen: fenFromYuan(sellerYuan) },
    };
  });
}
