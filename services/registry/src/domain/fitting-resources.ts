/** What a resource offers, as far as fitting goes. */
export interface Offer {
  id: string;
  name: string;
  skills: readonly string[];
  categories: readonly string[];
  communityIds: readonly string[];
}

/** What is looked for: an order's category and community, or words. */
export interface Need {
  category1?: string | undefined;
  category2?: string | undefined;
  communityId?: string | undefined;
  text?: string | undefined;
}

/**
 * How well a resource fits (资源服务库, S1 六里桥), with the reasons, or null when it does not: another community's, another matter's, or without the
 * words. The second level of the category weighs more than the first, a neighbour more than one for the whole street.
 * Example: 物业管理/房屋维修 in 南岗里, a roofer of 南岗里 with 房屋维修 -> 7: '分类相符：房屋维修', '就在本社区'.
 */
export function fitOf(offer: Offer, need: Need): { score: number; fits: string[] } | null {
  const fits: string[] = [];
  let score = 0;
  const isElsewhere = need.communityId !== undefined && offer.communityIds.length > 0 && !offer.communityIds.includes(need.communityId);
  if (isElsewhere) return null;
  if (need.category1 !== undefined || need.category2 !== undefined) {
    const second = need.category2 !== undefined && offer.categories.includes(need.category2);
    const first = need.category1 !== undefined && offer.categories.includes(need.category1);
    if (!second && !first) return null;
    score += second ? 4 : 2;
    fits.push(`分类相符：${second ? need.category2 : need.category1}`);
  }
  if (need.text) {
    const skill = offer.skills.find((one) => one.includes(need.text!) || need.text!.includes(one));
    if (!skill && !offer.name.includes(need.text)) return null;
    score += skill ? 2 : 1;
    fits.push(skill ? `会做：${skill}` : '名称相符');
  }
  if (need.communityId !== undefined && offer.communityIds.includes(need.communityId)) {
    score += 3;
    fits.push('就在本社区');
  }
  return { score, fits };
}

/** Those that fit, the best first, the same weight by name. */
export function fitting<O extends Offer>(offers: readonly O[], need: Need): (O & { fits: string[] })[] {
  return offers
    .flatMap((offer) => {
      const fit = fitOf(offer, need);
      return fit ? [{ offer, ...fit }] : [];
    })
    .sort((a, b) => b.score - a.score || (a.offer.name < b.offer.name ? -1 : a.offer.name > b.offer.name ? 1 : 0))
    .map(({ offer, fits }) => ({ ...offer, fits }));
}
