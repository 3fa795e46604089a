// What the load scripts share: an invented demand, ids, headers.

/** A random uuid; k6 brings no library for it. */
export function uuid() {
  return 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, () => Math.floor(Math.random() * 16).toString(16));
}

/** @param {string} token */
export function headers(token) {
  return { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
}

/** @param {string} id */
export function newDemand(id) {
  return {
    id,
    channel: 'PHONE_DESK',
    demandType: 'COMPLAINT',
    category: ['物业管理', '物业服务', '保洁垃圾清运'],
    title: '垃圾桶满溢',
    content: '单元门口垃圾桶满溢，大件垃圾堆放',
    callerName: '来电人',
    callerPhone: `139${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`,
    place: { communityId: __ENV.COMMUNITY_ID, estateId: __ENV.ESTATE_ID, point: '1号楼1单元' },
  };
}
