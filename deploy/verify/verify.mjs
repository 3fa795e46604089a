#!/usr/bin/env node
/**
 * Checks an exported bundle of a resolution (核验包) on Node alone: no packages, no network, no connection to the system that made it. It shares no
 * code with that system on purpose; how to use it and what each check means stands in docs/verify.md.
 *
 *   node verify.mjs 核验包.json [--head 序号:哈希]
 *
 * `--head` is a chain head that somebody kept elsewhere: printed on the paper of the resolution, or in the daily letter of heads. Exit code: 0 everything
 * holds, 1 something does not (the first broken place is named), 2 asked wrongly.
 */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** RFC 8785 for what can stand in such a bundle: no numbers but integers and fractions as JavaScript writes them. */
export function canonical(value) {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const members = Object.keys(value).sort();
  return `{${members.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}

const sha256 = (text) => createHash('sha256').update(text).digest('hex');

class Broken extends Error {
  constructor(place, reason) {
    super(`${place}：${reason}`);
    Object.assign(this, { place, reason });
  }
}
const demand = (holds, place, reason) => {
  if (!holds) throw new Broken(place, reason);
};
/** Money is a decimal text of fen. */
const fen = (text, place) => {
  demand(typeof text === 'string' && /^(0|[1-9]\d*)$/.test(text), place, `金额“${text}”不是以分为单位的整数`);
  return BigInt(text);
};
const sum = (list) => list.reduce((all, one) => all + one, 0n);
const list = (value, place) => {
  demand(Array.isArray(value), place, '缺少这一部分');
  return value;
};

function checkBytes(bundle) {
  demand(bundle?.v === 'wufang.bundle.v1', '核验包', `不认识的版本“${bundle?.v}”`);
  const { bytes, hash } = bundle.resolution ?? {};
  demand(typeof bytes === 'string', '决议', '缺少规范字节');
  demand(sha256(bytes) === hash, '决议', `规范字节的 SHA-256 是 ${sha256(bytes)}，与所写的 ${hash} 不同`);
  let body;
  try {
    body = JSON.parse(bytes);
  } catch {
    throw new Broken('决议', '规范字节不是 JSON');
  }
  demand(canonical(body) === bytes, '决议', '字节不是规范写法');
  demand(body.v === 'wufang.resolution.v1', '决议', `不认识的版本“${body.v}”`);
  return body;
}

/** Own duties (自身责任), which are part of the total and of nobody's share; resolutions drawn before they had a list of their own hold them among the shares. */
const dutiesOf = (body) => (body.duties === undefined ? [] : list(body.duties, '自身责任'));

/** Sums of payers, of their lines, of the seats that sign for them. */
function checkShares(body) {
  const shares = list(body.shares, '出资');
  if (body.plan === null) return demand(shares.length === 0, '出资', '没有分摊方案，却有出资');
  const total = fen(body.plan.totalFen, '出资 总额');
  for (const { name, amountFen, lines } of shares) {
    const parts = sum(list(lines, `出资 ${name}`).map((line) => fen(line.amountFen, `出资 ${name}`)));
    demand(parts === fen(amountFen, `出资 ${name}`), `出资 ${name}`, `各项之和 ${parts} 分，与合计 ${amountFen} 分不同`);
  }
  const paid = sum([...shares, ...dutiesOf(body)].map(({ name, amountFen }) => fen(amountFen, `出资 ${name}`)));
  demand(paid === total, '出资 合计', `各方与自身责任之和 ${paid} 分，与总额 ${total} 分不同`);
  for (const { seat, amountFen } of body.signers) {
    const own = sum(shares.filter((share) => share.seat === seat).map((share) => fen(share.amountFen, `出资 ${share.name}`)));
    demand(own === fen(amountFen, `签署 ${seat}`), `签署 ${seat}`, `应出资 ${own} 分，签署栏写的是 ${amountFen} 分`);
  }
  for (const { seat, name, amountFen } of shares)
    demand(
      seat === null || fen(amountFen, name) === 0n || body.signers.some((signer) => signer.seat === seat),
      `出资 ${name}`,
      '出资，却不在应签署的席位中',
    );
}

/**
 * What each payer pays by the plan itself: own duties, then grants in their order, then the levels of the split from the top down, each dividing what its
 * parent gave it, then every home with what its level gave it. On the way each of these is held against what is written.
 */
function dueByPlan(document, scenarioName, shares) {
  const due = new Map();
  const owe = (code, amount) => due.set(code, (due.get(code) ?? 0n) + amount);
  const said = (key) => fen(shares[key], `方案 ${key}`);
  const items = list(document?.items, '方案 工程');
  const scenario = list(document.scenarios, '方案 出资办法').find(({ name }) => name === scenarioName);
  demand(scenario !== undefined, '方案', `没有出资办法“${scenarioName}”`);
  const total = sum(items.map(({ amountFen }) => fen(amountFen, '方案 工程')));
  demand(said('totalFen') === total, '方案 总额', `各项工程之和是 ${total} 分`);
  for (const { duty, amountFen } of items) if (duty) owe(duty.payer, fen(amountFen, '方案 工程'));
  const shared = total - sum([...due.values()]);
  demand(said('sharedFen') === shared, '方案 分摊总额', `总额减自身责任是 ${shared} 分`);

  const stepsOf = (kind) => shares.steps.filter((step) => step.kind === kind);
  const byRatio = stepsOf('GRANT');
  let rest = shared;
  for (const grant of [...scenario.grants].sort((one, other) => one.priority - other.priority)) {
    const place = `方案 ${grant.payer}`;
    const cap = grant.capFen == null ? null : fen(grant.capFen, place);
    let wanted = grant.kind === 'FIXED' ? fen(grant.amountFen, place) : cap;
    if (grant.kind === 'RATIO') {
      const own = byRatio.shift()?.entries.find(({ code }) => code === grant.payer);
      demand(own !== undefined, place, '缺少按比例出资的一级');
      const share = fen(own.shareFen, place);
      wanted = cap !== null && cap < share ? cap : share;
    }
    const amount = wanted < rest ? wanted : rest;
    owe(grant.payer, amount);
    rest -= amount;
  }
  demand(said('restFen') === rest, '方案 先行出资后余', `应是 ${rest} 分`);

  const isAgreed = stepsOf('AGREEMENT').length > 0;
  const passedOn = new Set();
  for (const { no, kind, parent, amountFen } of shares.steps) {
    // What a part of the agreement leaves to homes stands under it; where owners have no part in it, nothing is left to them.
    let given = kind === 'GRANT' ? shared : kind === 'AGREEMENT' || !isAgreed ? rest : 0n;
    if (parent !== null) {
      const key = JSON.stringify([parent.step, parent.code]);
      const own = parent.step < no ? shares.steps.find((step) => step.no === parent.step) : undefined;
      const entry = own?.entries.find(({ code }) => code === parent.code);
      demand(entry !== undefined && !passedOn.has(key), `方案 第 ${no} 步`, '上一级没有这一份，或者这一份已经分过');
      passedOn.add(key);
      given = fen(entry.shareFen, `方案 第 ${no} 步`);
    }
    demand(fen(amountFen, `方案 第 ${no} 步`) === given, `方案 第 ${no} 步`, `上一级给的是 ${given} 分，这一级分的是 ${amountFen} 分`);
  }
  for (const { no, entries } of [...stepsOf('AGREEMENT'), ...stepsOf('DEPOSITS')])
    for (const { code, shareFen } of entries) if (!passedOn.has(JSON.stringify([no, code]))) owe(code, fen(shareFen, `方案 第 ${no} 步`));

  const byHome = new Map(stepsOf('HOMES').flatMap(({ entries }) => entries.map(({ code, shareFen }) => [code, shareFen])));
  for (const { code, payer, shareFen, fundFen, directFen } of list(shares.homes, '方案 各户')) {
    const place = `方案 ${code}`;
    demand(fen(shareFen, place) === fen(fundFen, place) + fen(directFen, place), place, '维修资金与直接交纳之和不是本户金额');
    demand(byHome.get(code) === shareFen, place, `逐级分摊分到本户 ${byHome.get(code) ?? '0'} 分，写的是 ${shareFen} 分`);
    byHome.delete(code);
    owe(payer, fen(shareFen, place));
  }
  for (const [code] of byHome) throw new Broken(`方案 ${code}`, '逐级分摊分到的一户，各户里没有');
  return due;
}

/** A ratio as it is written: `12.5%` is 125 of 1000, `1/3` is 1 of 3. */
function ratioOf(text, place) {
  const [, whole, places = ''] = /^(\d+)(?:\.(\d+))?%$/.exec(text) ?? [];
  if (whole !== undefined) return [BigInt(whole + places), 100n * 10n ** BigInt(places.length)];
  const [, num, den] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
  demand(den !== undefined && BigInt(den) > 0n, place, `比例“${text}”读不出`);
  return [BigInt(num), BigInt(den)];
}

/**
 * By which weights each level of the split has to go, out of the document alone: what was agreed, the areas of homes and of groups, the deposits of 售后公房; and
 * whose part each level divides, as `级别 组` of the level above and the code there. Weights are `[part, of so many]`, so that a ratio may be written in any terms.
 */
function levelsByPlan(document, scenario, owners) {
  const groups = new Map(list(document.groups, '方案 房屋类别').map((group) => [group.code, group]));
  const homes = list(document.homes, '方案 房屋');
  const used = [...new Set(homes.map(({ group }) => group))];
  const levels = new Map();
  const put = (kind, group, parent, weights) => levels.set(`${kind} ${group ?? ''}`, { parent, weights: new Map(weights) });
  const area = ({ code, areaHundredths }) => {
    demand(Number.isInteger(areaHundredths) && areaHundredths > 0, `方案 ${code}`, '没有面积');
    return BigInt(areaHundredths);
  };
  const weigh = {
    STATUTORY: area,
    AREA: area,
    EQUAL: () => 1n,
    WEIGHTS: ({ weight }) => BigInt(weight ?? 0),
  }[scenario.homesRule];
  demand(weigh !== undefined, '方案', `不认识的分户办法“${scenario.homesRule}”`);
  const all = (weights) => sum(weights.map(([, weight]) => weight));
  const parts = (weights) => weights.map(([code, weight]) => [code, [weight, all(weights)]]);
  const overHomes = (group, parent) =>
    put(
      'HOMES',
      group,
      parent,
      parts(homes.filter((home) => group === null || home.group === group).map((home) => [home.code, weigh(home)])),
    );

  let top = null;
  if (scenario.agreement) {
    put(
      'AGREEMENT',
      null,
      null,
      scenario.agreement.parts.map(({ payer, ratio }) => [payer, ratioOf(ratio, `方案 ${payer}`)]),
    );
    if (scenario.agreement.parts.some(({ payer }) => payer === owners)) top = { level: 'AGREEMENT ', code: owners };
  }
  if (homes.length === 0) return levels;
  if (scenario.homesRule !== 'STATUTORY' || used.every((code) => groups.get(code)?.nature !== 'SOLD_PUBLIC')) {
    overHomes(null, top);
    return levels;
  }
  if (used.length > 1)
    put('GROUPS', null, top, parts(used.map((code) => [code, sum(homes.filter(({ group }) => group === code).map(area))])));
  for (const code of used) {
    const parent = used.length > 1 ? { level: 'GROUPS ', code } : top;
    const { nature, deposits } = groups.get(code) ?? {};
    if (nature !== 'SOLD_PUBLIC') {
      overHomes(code, parent);
      continue;
    }
    demand(deposits != null, `方案 ${code}`, '缺少交存的维修资金');
    const paidIn = [
      [deposits.sellingUnit, fen(deposits.sellingUnitFen, `方案 ${code}`)],
      [owners, fen(deposits.ownersFen, `方案 ${code}`)],
    ];
    put('DEPOSITS', code, parent, parts(paidIn));
    overHomes(code, { level: `DEPOSITS ${code}`, code: owners });
  }
  return levels;
}

/** Codes in the order in which people read them: digits together are a number (2 before 10), everything else goes by character. */
function compareCodes(one, other) {
  const cut = (code) => code.match(/\d+|\D/g) ?? [];
  const [a, b] = [cut(one), cut(other)];
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [isA, isB] = [/^\d/.test(a[i]), /^\d/.test(b[i])];
    const [left, right] = isA && isB ? [BigInt(a[i]), BigInt(b[i])] : [isA ? '0' : a[i], isB ? '0' : b[i]];
    if (left !== right) return left < right ? -1 : 1;
  }
  return a.length - b.length || (one < other ? -1 : one > other ? 1 : 0);
}

/** Each level goes by the weights that the document gives, under the level it comes from, and its odd fen go to the largest remainders; no level is missing. */
function checkWeights(document, scenarioName, shares) {
  const scenario = document.scenarios.find(({ name }) => name === scenarioName);
  const owners = document.payers.find(({ kind }) => kind === 'OWNERS')?.code ?? '业主';
  const levels = levelsByPlan(document, scenario, owners);
  const byRatio = [...scenario.grants].sort((one, other) => one.priority - other.priority).filter(({ kind }) => kind === 'RATIO');
  const { tieRule } = document;
  demand(tieRule === undefined || tieRule === 'AREA', '方案', `不认识的尾差次序“${tieRule}”`);
  const areas = new Map(tieRule === 'AREA' ? document.homes.map(({ code, areaHundredths }) => [code, BigInt(areaHundredths ?? 0)]) : []);
  const keyOf = ({ kind, group }) => `${kind} ${group ?? ''}`;
  for (const step of shares.steps) {
    const place = `方案 第 ${step.no} 步`;
    let level = levels.get(keyOf(step));
    if (step.kind === 'GRANT') {
      const { payer, ratio } = byRatio.shift() ?? {};
      demand(payer !== undefined, place, '方案没有这一笔按比例的先行出资');
      const [num, den] = ratioOf(ratio, place);
      level = {
        parent: null,
        weights: new Map([
          [payer, [num, den]],
          ['（其余）', [den - num, den]],
        ]),
      };
    } else levels.delete(keyOf(step));
    demand(level !== undefined, place, '按方案没有这一级');
    const above = step.parent === null ? undefined : shares.steps.find(({ no }) => no === step.parent.step);
    const parent = step.parent === null ? null : { level: above && keyOf(above), code: step.parent.code };
    demand(canonical(parent) === canonical(level.parent), place, '分的不是方案所说的那一份');
    const whole = fen(step.weightTotal, place);
    demand(step.entries.length === level.weights.size, place, `按方案应有 ${level.weights.size} 份，写的是 ${step.entries.length} 份`);
    for (const { code, weight } of step.entries) {
      const wanted = level.weights.get(code);
      demand(wanted !== undefined, `${place} ${code}`, '方案里没有这一份，或者不在这一级');
      level.weights.delete(code);
      const [part, of] = wanted;
      demand(fen(weight, place) * of === part * whole, `${place} ${code}`, `按方案是 ${part} 比 ${of}，写的权数是 ${weight} 比 ${whole}`);
    }
    checkOddFen(step, place, step.kind === 'HOMES' ? areas : new Map());
  }
  for (const key of levels.keys()) throw new Broken('方案', `缺少一级：${key}`);
  demand(byRatio.length === 0, '方案', '缺少按比例出资的一级');
  const ownerOf = new Map(document.groups.map(({ code, owner }) => [code, owner ?? owners]));
  const payerOf = new Map(document.homes.map(({ code, group }) => [code, ownerOf.get(group)]));
  for (const { code, payer } of shares.homes)
    demand(payerOf.get(code) === payer, `方案 ${code}`, `按方案由 ${payerOf.get(code)} 出，写的是 ${payer}`);
}

/**
 * The odd fen (尾差) go one by one to the largest remainders; among equal ones to the larger area, then to the lower code. Parties have no area: among them the
 * larger weight comes first, and so it does among the homes of plans from before the rule was named (no `tieRule`).
 */
function checkOddFen({ amountFen, weightTotal, entries }, place, areas) {
  const [amount, whole] = [BigInt(amountFen), BigInt(weightTotal)];
  const line = entries.map(({ code, weight, shareFen }) => {
    const product = amount * BigInt(weight);
    return { code, size: areas.get(code) ?? BigInt(weight), floor: product / whole, left: product % whole, share: BigInt(shareFen) };
  });
  const down = (a, b) => (a > b ? -1 : a < b ? 1 : 0);
  line.sort((a, b) => down(a.left, b.left) || down(a.size, b.size) || compareCodes(a.code, b.code));
  const odd = amount - sum(line.map(({ floor }) => floor));
  line.forEach(({ code, floor, share }, i) => {
    const due = i < odd ? floor + 1n : floor;
    demand(share === due, `${place} ${code}`, `按尾差次序应是 ${due} 分，写的是 ${share} 分`);
  });
}

/** Every level of the split: it adds up, no share is further than one fen from the exact quotient, and the levels lead to what payers and homes pay. */
export function checkPlan(bundle, body) {
  const { plan } = bundle;
  if (body.plan === null) return demand(plan === null, '方案', '决议没有方案，核验包里却有');
  demand(plan !== null && typeof plan?.bytes === 'string', '方案', '缺少分摊方案');
  demand(sha256(plan.bytes) === body.plan.hash, '方案', `SHA-256 是 ${sha256(plan.bytes)}，与决议所写的 ${body.plan.hash} 不同`);
  const { plan: document, scenario, shares } = JSON.parse(plan.bytes);
  if (shares === undefined) return;
  for (const { no, amountFen, weightTotal, entries } of list(shares.steps, '方案 逐级分摊')) {
    const place = `方案 第 ${no} 步`;
    const [amount, whole] = [fen(amountFen, place), fen(weightTotal, place)];
    demand(sum(entries.map((entry) => fen(entry.weight, place))) === whole, place, '权数之和与权数合计不同');
    demand(sum(entries.map((entry) => fen(entry.shareFen, place))) === amount, place, '各份之和与本级金额不同');
    for (const { code, weight, floorFen, shareFen } of entries) {
      const floor = (amount * fen(weight, place)) / whole;
      const share = fen(shareFen, `${place} ${code}`);
      demand(fen(floorFen, place) === floor, `${place} ${code}`, `去尾应是 ${floor} 分，写的是 ${floorFen} 分`);
      demand(share === floor || share === floor + 1n, `${place} ${code}`, `${share} 分与应得的商相差超过 1 分`);
    }
  }
  const due = dueByPlan(document, scenario, shares);
  checkWeights(document, scenario, shares);
  for (const { code, amountFen } of shares.payers) {
    const owed = due.get(code) ?? 0n;
    demand(fen(amountFen, `方案 ${code}`) === owed, `方案 ${code}`, `逐级分摊和先行出资合计 ${owed} 分，写的是 ${amountFen} 分`);
    due.delete(code);
  }
  for (const [code, owed] of due) demand(owed === 0n, `方案 ${code}`, `逐级分摊应出 ${owed} 分，出资各方里没有`);
  const own = dutiesOf(body);
  for (const { payer, item, amountFen } of own)
    demand(
      document.items.some(({ name, duty, amountFen: cost }) => name === item && duty?.payer === payer && cost === amountFen),
      `自身责任 ${payer}`,
      `方案里没有“${item}”这一项 ${amountFen} 分的自身责任`,
    );
  const resolved = new Map();
  for (const { payer, amountFen } of [...body.shares, ...own])
    resolved.set(payer, (resolved.get(payer) ?? 0n) + fen(amountFen, `决议 ${payer}`));
  for (const [payer, amount] of resolved) {
    const planned = shares.payers.find(({ code }) => code === payer);
    demand(
      planned !== undefined && fen(planned.amountFen, `方案 ${payer}`) === amount,
      `方案 ${payer}`,
      `方案是 ${planned?.amountFen} 分，决议是 ${amount} 分`,
    );
  }
}

const spkiHead = Buffer.from('302a300506032b6570032100', 'hex');

/** Each seat that has to sign once, over exactly these bytes by their hash, each signature with its key. */
function checkSignatures(bundle, body) {
  const seen = new Set();
  const signatures = list(bundle.signatures, '签署');
  for (const { seat, unitId, signed } of signatures) {
    const place = `签署 ${seat}`;
    const signer = body.signers.find((one) => one.seat === seat);
    demand(signer !== undefined, place, '这个席位不需签署');
    demand(!seen.has(seat), place, '同一席位签署了两次');
    seen.add(seat);
    demand(signer.unitId === unitId, place, '签署单位与决议所写的不同');
    const { approval, publicKey, signature } = signed ?? {};
    const { id, documentHash, seat: forSeat } = approval?.input ?? {};
    demand(approval?.v === 'wufang.approval.v1' && approval.operation === 'deliberation.resolution.sign', place, '不是对决议的签署');
    demand(approval.streetId === body.streetId && id === body.id, place, '签的是另一份决议');
    demand(forSeat === seat, place, `签的是“${forSeat}”席位`);
    demand(documentHash === bundle.resolution.hash, place, `签的是另一份字节：${documentHash}`);
    const raw = Buffer.from(publicKey ?? '', 'base64');
    demand(raw.length === 32, place, '公钥不是 Ed25519 公钥');
    const key = createPublicKey({ key: Buffer.concat([spkiHead, raw]), format: 'der', type: 'spki' });
    demand(verify(null, Buffer.from(canonical(approval)), key, Buffer.from(signature ?? '', 'base64')), place, '签名与内容不符');
  }
  return body.signers.map(({ seat }) => seat).filter((seat) => !seen.has(seat));
}

/** One chain: numbers without gap, each entry naming the hash before it, each hash that of its content. */
function checkChain(name, chainId, streetId, entries, head, witnesses) {
  let [seq, prevHash] = [0, null];
  const numbers = list(entries, name).map((entry) => entry.seq);
  for (const entry of entries) {
    const place = `${name} 第 ${seq + 1} 条`;
    demand(entry.streetId === streetId && entry.chainId === chainId, place, '属于另一条链');
    demand(entry.seq > seq, `${name} 第 ${entry.seq} 条`, '这个序号已经用过');
    demand(entry.seq === seq + 1, place, numbers.includes(seq + 1) ? '次序颠倒' : '缺少这一条');
    demand(entry.prevHash === prevHash, place, '没有接上前一条的哈希');
    const hash = sha256(canonical(['wufang.chain.v1', entry.streetId, entry.chainId, entry.seq, entry.prevHash, entry.body]));
    demand(hash === entry.hash, place, '内容与哈希不符');
    [seq, prevHash] = [entry.seq, entry.hash];
    for (const [source, kept] of witnesses)
      demand(kept.seq !== seq || kept.hash === hash, place, `与${source}的链头不同：此处是 ${hash}，那里是 ${kept.hash}`);
  }
  demand(
    seq === head?.seq && prevHash === head.hash,
    `${name} 第 ${Math.min(seq, head?.seq ?? 0) + 1} 条`,
    seq < head?.seq ? '链尾被截去' : '与核验包的链头不同',
  );
  for (const [source, kept] of witnesses)
    demand(kept.seq <= seq, `${name} 第 ${seq + 1} 条`, `链尾被截去：${source}的链头是第 ${kept.seq} 条`);
}

/** What the resolution's own chain says happened is what the bundle holds. */
function checkHistory(bundle, body) {
  const events = bundle.resolutionChain.map((entry) => ({ place: `决议事件链 第 ${entry.seq} 条`, ...entry.body }));
  const drawn = events.find(({ type }) => type === 'deliberation.resolution.drawn.v1');
  demand(drawn?.payload.hash === bundle.resolution.hash, drawn?.place ?? '决议事件链', '拟定的是另一份字节');
  const told = events.filter(({ type }) => type === 'deliberation.resolution.seat-signed.v1');
  for (const { place, payload } of told) {
    const kept = bundle.signatures.find(({ seat }) => seat === payload.seat);
    demand(kept !== undefined, `签署 ${payload.seat}`, '事件链里有，核验包里没有');
    demand(canonical(kept.signed) === canonical(payload.signed), place, `与核验包里“${payload.seat}”的签署不同`);
  }
  for (const { seat } of bundle.signatures)
    demand(
      told.some(({ payload }) => payload.seat === seat),
      `签署 ${seat}`,
      '事件链里没有这次签署',
    );
  const opened = bundle.issueChain.find(({ seq }) => seq === body.chainHead.seq);
  demand(opened !== undefined, `议题事件链 第 ${body.chainHead.seq} 条`, '决议写明的链头不在链里');
}

const standings = { drawn: 'DRAWN', signed: 'SIGNED', voided: 'VOID', superseded: 'SUPERSEDED' };

/** How the resolution stood when the bundle was exported: what its chain last said of it. Only what nobody is missing of has been signed by all. */
function standingOf(bundle, missing) {
  const found = bundle.resolutionChain.flatMap(({ seq, body: { type, payload } }) => {
    const [, what] = /^deliberation\.resolution\.(drawn|signed|voided|superseded)\.v1$/.exec(type) ?? [];
    return what ? [{ place: `决议事件链 第 ${seq} 条`, standing: standings[what], payload }] : [];
  });
  const signed = found.find(({ standing }) => standing === 'SIGNED');
  const { standing, payload } = found.at(-1);
  demand(signed === undefined || missing.length === 0, signed?.place, `说各方都已签署，尚缺 ${missing.join('、')}`);
  demand(signed !== undefined || missing.length > 0, '决议事件链', '应签署的都已签署，链里却没有全部签署这一条');
  return standing === 'SUPERSEDED' ? { standing, by: { id: payload.by, no: payload.byNo } } : { standing, by: null };
}

/**
 * Checks a bundle. Answers what holds, which seats have not signed, and how the resolution stood when the bundle was exported (`standing`; `by` is the version
 * that has replaced it); or the first broken place.
 * @param {unknown} bundle
 * @param {{ seq: number, hash: string }} [witness] a head of the issue's chain that was kept elsewhere
 */
export function verifyBundle(bundle, witness) {
  const done = [];
  try {
    const body = checkBytes(bundle);
    done.push(`决议第 ${body.no} 版，规范字节 ${Buffer.byteLength(bundle.resolution.bytes)} 字节，哈希 ${bundle.resolution.hash}`);
    checkShares(body);
    done.push(body.plan === null ? '没有分摊方案' : `${body.shares.length} 个出资方之和与总额一致，共 ${body.plan.totalFen} 分`);
    checkPlan(bundle, body);
    if (body.plan !== null) done.push('分摊方案与决议一致，逐级相加无误');
    const missing = checkSignatures(bundle, body);
    done.push(`${bundle.signatures.length} 个席位的签署有效${missing.length > 0 ? `，尚缺 ${missing.join('、')}` : '，应签署的都已签署'}`);
    const witnesses = [['决议写明', body.chainHead], ...(witness ? [['另存', witness]] : [])];
    checkChain('议题事件链', body.issueId, body.streetId, bundle.issueChain, bundle.heads?.issue, witnesses);
    checkChain('决议事件链', body.id, body.streetId, bundle.resolutionChain, bundle.heads?.resolution, []);
    done.push(`议题事件链 ${bundle.issueChain.length} 条、决议事件链 ${bundle.resolutionChain.length} 条，连续无缺`);
    checkHistory(bundle, body);
    done.push('事件链与签署一致');
    return { holds: true, done, missing, broken: null, ...standingOf(bundle, missing) };
  } catch (error) {
    // What is not shaped like a bundle at all breaks somewhere; that is an answer too.
    const broken =
      error instanceof Broken ? { place: error.place, reason: error.reason } : { place: '核验包', reason: `内容残缺（${error.message}）` };
    return { holds: false, done, missing: [], broken, standing: null, by: null };
  }
}

/** The findings as lines for people. */
export function findings({ holds, done, missing, broken, standing, by }) {
  const unsigned = standing === 'VOID' ? '结论：已有内容未被改动，签署没有完成。' : '结论：已有内容未被改动，但签署尚未完成。';
  return [
    ...done.map((line) => `[符合] ${line}`),
    ...(holds ? [] : [`[不符] ${broken.place}：${broken.reason}`]),
    ...(standing === 'VOID' ? ['本版已作废，不作为执行依据。'] : []),
    ...(standing === 'SUPERSEDED' ? [`本版曾经全部签署，已由第 ${by.no} 版代替。`] : []),
    ...(standing === null ? [] : ['以上是导出核验包时的情形；此后是否作废或者由新版代替，请看最新导出的核验包。']),
    holds ? (missing.length > 0 ? unsigned : '结论：未被改动，签署完整。') : '结论：核验不通过，上面是第一处不符。',
    '签署为内部审批记录，不是《电子签名法》所称可靠电子签名。',
  ];
}

/** Reads `序号:哈希`. */
export function readHead(text) {
  const match = /^(\d{1,9})[:：]([0-9a-f]{64})$/.exec(text ?? '');
  return match ? { seq: Number(match[1]), hash: match[2] } : undefined;
}

function main(argv) {
  const at = argv.indexOf('--head');
  const witness = at < 0 ? undefined : readHead(argv[at + 1]);
  const files = argv.filter((_, i) => at < 0 || (i !== at && i !== at + 1));
  if (files.length !== 1 || (at >= 0 && !witness)) {
    process.stderr.write('用法：node verify.mjs 核验包.json [--head 序号:哈希]\n');
    return 2;
  }
  let bundle;
  try {
    bundle = JSON.parse(readFileSync(files[0], 'utf8'));
  } catch (error) {
    process.stderr.write(`读不出 ${files[0]}：${error.message}\n`);
    return 2;
  }
  const result = verifyBundle(bundle, witness);
  process.stdout.write(`${findings(result).join('\n')}\n`);
  return result.holds ? 0 : 1;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = main(process.argv.slice(2));
