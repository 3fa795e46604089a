import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { charges, directory, gateway, supervision, type Role } from '@wufang/contracts';
import { quickNotices } from '@wufang/operator';
import { eventually } from '@wufang/testing';
import type { Page, Route } from 'playwright-core';
import { allThings, type Things } from './all-things.js';
import { Looked } from './looked-over.js';
import { SmallStreet } from './small-street.js';
import { looksRight, phone, Stage } from './stage.js';

let stage: Stage;
/** A street where nothing has happened yet; then one of everything is made in it. */
let town: SmallStreet;
let things: Things;

beforeAll(async () => {
  stage = await Stage.set();
  town = await SmallStreet.open(stage, 'every-page', quickNotices(3_600));
}, 300_000);
afterAll(() => stage?.end());

const source = (path: string) => readFileSync(join(import.meta.dirname, '../../src', path), 'utf8');
/** Every place of the desks, and of the residents, as the pages themselves list them. */
const deskPages = [...source('desk/app/pages.tsx').matchAll(/path: '(.+?)'/g)].map(([, path]) => path!);
const residentPages = [...source('resident/main.tsx').matchAll(/^ {2}'?([\w/$]*)'?: \(streetId/gm)].map(([, path]) => path!);

const nobody = randomUUID();
/** What the server says of what is nobody's, or not the asker's. */
const notThere = '没有找到这条记录';

/** Pages that ask nothing of the server before somebody writes in them but names, which come by themselves when the line is back. */
const asksNothing = ['/password', '/intake', '/incidents/new'];

interface Walk {
  role: Role;
  unit?: string;
  /** Each place with what it says while nothing has happened; null: it is never empty. Places of something ask for one that is not there. */
  places: Record<string, string | null>;
}

const notFound = '没有找到';
const before: readonly Walk[] = [
  {
    role: 'phone_desk',
    unit: '市民诉求处置中心',
    places: {
      '/intake': null,
      '/screening': '现在没有待研判的诉求。居民扫码',
      '/resources': '没有找到。换个说法再找一次',
      '/imports': '还没有导入过，请在上面选择文件',
    },
  },
  {
    role: 'section_chief',
    unit: '青云街道',
    places: {
      '/wall': '没有未结工单；新派的会自己出现在这里',
      '/decisions': '派单目录派不出去的会出现在这里',
      '/disputes': '承办单位不认派单时，会出现在这里',
      '/incidents': '没有突发事件。同一小区短时间内有多件同类诉求',
      '/incidents/new': null,
      '/incidents/$id': notFound,
      '/orders/$id': notFound,
      '/claims': '一再重办仍未解决的问题工单',
      '/supervisions': '在工单页面可以督办一件工单',
      '/whistles': '在工单页面可以为一件吹哨',
      '/whistles/$id': notFound,
      '/sweeps': '工单结案后，在它的页面可以排查相像的地点',
      '/sweeps/$id': notFound,
      '/campaigns': '还没有专项行动',
      '/campaigns/$id': notFound,
      '/exposures': '没有这样的曝光',
      '/clusters': '同类诉求聚集起来时，会自己出现在这里',
      '/messages': '没有未读的消息；新消息会自己出现在这里',
      '/about/$id': '要办的都写在消息里',
    },
  },
  {
    role: 'street_leader',
    unit: '青云街道',
    places: {
      '/rates': null,
      '/lists': '每一期结束后系统自动编制',
      '/lists/$id': notFound,
      '/meetings': '还没有开过调度会，由街道领导或科长在上面召开',
      '/meetings/$id': notFound,
      '/tasks': '调度会、吹哨和决议交办的，会出现在这里',
      '/chain-seats': null,
      '/policies': null,
      '/policies/$id': notFound,
    },
  },
  {
    role: 'firm_handler',
    unit: '远征物业',
    places: {
      '/jobs': '现在没有要办的工单；新派来的会自己出现在这里',
      '/jobs/$id': notFound,
      '/legs': '主办单位请本单位协办时，会出现在这里',
      '/asked': '调度会、吹哨和决议交办的会出现在这里',
      '/looks': '解决后，到期会出现在这里',
      '/rosters': '到日子会自己出现在这里',
    },
  },
  { role: 'firm_manager', unit: '远征物业', places: { '/cost-parts': '本单位没有席位而要出资的方案，定稿后会出现在这里' } },
  {
    role: 'community_worker',
    unit: '南岗里社区',
    places: {
      '/tables': '本单位还没有席位；议事桌由街道或社区设立',
      '/duties': '本单位还没有席位；议事桌由街道或社区设立',
      '/issues/$id': notFound,
      '/projects': '社区或街道可以把一件或一类问题列进来',
      '/projects/$id': notFound,
      '/councils': '由社区或街道召集，请到的单位在这里看到记录',
      '/councils/$id': notFound,
      '/terms': '台账上还没有任期',
      '/terms/$id': notFound,
      '/courtyards': '社区可以为一栋楼或一个楼门建院',
      '/courtyards/$id': '没有找到这个院，请从名册里选',
      '/office-days': '还没有题目',
    },
  },
  {
    role: 'administrator',
    places: {
      '/calendars': null,
      '/time-limits': null,
      '/people': null,
      '/people/$id': '没有这个账号',
      '/rules': '没有草稿。起草之后改行、看检查、试派',
      '/rules/drafts/$id': notFound,
      '/rules/statistics': '这段时间没有按目录派出的工单，请换一段时间',
      '/categories': null,
      '/classifier': '已定分类的诉求多起来之后再训练',
      '/pilots': '还没有试点；定了小区和渠道，在下面发布',
      '/areas': '还没有划分片区',
      '/charges': '还没有发布包片分工，请管理员在下面发布',
      '/operation': '没有处理不了的事件，不用做什么',
      '/password': null,
    },
  },
  { role: 'callback_desk', unit: '市民诉求处置中心', places: { '/callbacks': '办结或到期的工单会自己出现在这里' } },
  {
    role: 'citizen_supervisor',
    unit: '南岗里社区',
    places: { '/watched': '新派给本社区的会自己出现在这里', '/watched/$id': notFound },
  },
  { role: 'counting_group', places: { '/votes': '点名计票小组以后在这里看到', '/votes/$id': notFound } },
  { role: 'resident', places: { '/mine': '按社区送到家的分户说明上的编号和查询码绑定', '/emergency-uses/$id': notFound } },
];

/** Everything of the API but who is signed in: nothing is answered until it is broken, as by a proxy whose server is down, and then until it is mended. */
async function held(page: Page) {
  const api = /\/api\/(?!session)/;
  const waiting: Route[] = [];
  let isBroken = false;
  const down = (route: Route) => route.fulfill({ status: 503, contentType: 'text/html', body: '<h1>503</h1>' });
  await page.route(api, (route) => (isBroken ? down(route) : void waiting.push(route)));
  return {
    break: async () => {
      isBroken = true;
      await Promise.all(waiting.splice(0).map(down));
    },
    mend: () => page.unroute(api),
  };
}

/**
 * The page of somebody opens on a line where nothing comes, and says that it waits; then the server is down, and it says so, with a way to ask again; asked
 * again, it says that nothing is there, and what then.
 */
async function inTrouble(page: Page, address: string, place: string, words: string | null): Promise<string[]> {
  const looked = new Looked(page);
  const again = page.getByRole('button', { name: /^(重试|再试一次)$/ });
  const line = await held(page);
  const found: string[] = [];
  await page.goto(address);
  if (!asksNothing.includes(place)) {
    await looked.waits();
    found.push(...(await looked.asItStands(['zh-CN'])).map((fault) => `while it waits: ${fault}`));
  }
  await line.break();
  found.push(...(await looked.settled()));
  if (!asksNothing.includes(place)) {
    if ((await again.count()) === 0) found.push('offers nothing to try again');
    if (!/请检查网络后/.test(await page.locator('main').innerText())) found.push('does not say what to do without an answer');
  }
  found.push(...(await looked.asItStands(['en'])).map((fault) => `without an answer: ${fault}`));
  await line.mend();
  for (let turn = 0; turn < 8 && (await again.count()) > 0; turn++) {
    await again.first().click();
    found.push(...(await looked.settled()));
  }
  if ((await again.count()) > 0) found.push('asked again it does not come');
  const shown = await page.locator('main').innerText();
  if (words !== null && !shown.includes(words)) found.push(`does not say “${words}” but ${shown.slice(0, 300)}`);
  found.push(...(await looked.asItStands()).map((fault) => `with nothing in it: ${fault}`));
  return found;
}

/** What would be asked again after one second, and after two, is asked again at once; and the page speaks Chinese. */
async function impatient(page: Page): Promise<void> {
  await page.addInitScript(() => {
    if (location.origin !== 'null') localStorage.setItem('wufang.language', 'zh');
    const later = window.setTimeout;
    const soon = (then: TimerHandler, ms?: number, ...rest: unknown[]) => later(then, ms === 1_000 || ms === 2_000 ? 0 : ms, ...rest);
    Object.assign(window, { setTimeout: soon });
  });
}

/** Pages one after another, in every form; what is found is said of all of them together. */
async function lookOver(page: Page, addresses: readonly string[]): Promise<string[]> {
  const looked = new Looked(page);
  const found: string[] = [];
  for (const address of addresses) {
    await page.goto(`${stage.house.url}${address}`);
    const faults = await looked.settled();
    // A page that says in good order that there is nothing is not the page that was to be looked at.
    const isThere = address.includes(nobody) || (await page.getByText(notThere).count()) === 0;
    if (!isThere) faults.push('is not there');
    faults.push(...(await looked.inEveryForm()));
    found.push(...faults.map((fault) => `${address} ${fault}`));
  }
  // A page that stands open goes on asking.
  await page.goto('about:blank');
  return found;
}

describe('every page before anything has happened, and without an answer', () => {
  test('every place of the desks is among those that are looked at', () => {
    expect([...new Set(before.flatMap(({ places }) => Object.keys(places)))].sort()).toEqual([...deskPages].sort());
  });

  test.each(before)('$role is told what to do', async ({ role, unit, places }) => {
    const page = await town.at(role, unit, 'password', phone);
    await impatient(page);
    const found: string[] = [];
    for (const [place, words] of Object.entries(places)) {
      const address = `${stage.house.url}/desk${place.replace('$id', nobody)}`;
      found.push(...(await inTrouble(page, address, place, words)).map((fault) => `${place}: ${fault}`));
    }
    await page.goto('about:blank');
    expect(found).toEqual([]);
  });

  test('whose role has no part in a page is told who has, on every page', async () => {
    const found: string[] = [];
    const refused = new Set<string>();
    for (const [role, unit] of [
      ['citizen_supervisor', '南岗里社区'],
      ['firm_handler', '远征物业'],
    ] as const) {
      const page = await town.at(role, unit, 'password', phone);
      const looked = new Looked(page);
      await looked.settled();
      for (const place of deskPages.filter((one) => !refused.has(one))) {
        await page.evaluate((to) => history.pushState(null, '', to), `/desk${place.replace('$id', nobody)}`);
        found.push(...(await looked.settled()).map((fault) => `${place} as ${role}: ${fault}`));
        const words = await page.locator('main').innerText();
        if (!words.includes('您的岗位不办理这一项')) continue;
        refused.add(place);
        if (!/由下列岗位办理：\S+。需要时请联系他们/.test(words)) found.push(`${place} as ${role}: ${words}`);
        found.push(...(await looked.faults()).map((fault) => `${place} as ${role}: ${fault}`));
      }
      await page.goto('about:blank');
    }
    expect(found).toEqual([]);
    // Messages and the password are everybody's.
    const open = deskPages.filter((place) => !refused.has(place));
    expect(open).toEqual(['/messages', '/about/$id', '/password']);
  });
});

describe('every page with its data', () => {
  /** Places of the sample street, whose lists are as long as they are in a street. */
  const inSample: [Role, string[]][] = [
    ['phone_desk', ['/intake', '/screening', '/disputes', '/resources', '/imports']],
    ['section_chief', ['/wall', '/decisions', '/incidents', '/supervisions', '/rates', '/claims', '/sweeps', '/clusters']],
    ['callback_desk', ['/callbacks']],
    ['firm_manager', ['/jobs']],
    [
      'administrator',
      ['/calendars', '/time-limits', '/people', '/chain-seats', '/rules', '/rules/statistics', '/categories', '/classifier', '/pilots'],
    ],
    ['inspector', ['/operation', '/password']],
  ];
  test.each(inSample)('of the sample street, as its %s', async (role, places) => {
    const page = await stage.person(role);
    expect(
      await lookOver(
        page,
        places.map((place) => `/desk${place}`),
      ),
    ).toEqual([]);
  });

  test('one of everything is made in the small street', async () => {
    things = await allThings(town);
  });

  /** Places of the small street where one of everything has been made, each as somebody whom it concerns. */
  const inTown: [Role, string | undefined, () => string[] | Promise<string[]>][] = [
    [
      'section_chief',
      '青云街道',
      () => [
        `/orders/${things.orders.open}`,
        '/incidents/new',
        `/incidents/${things.incident}`,
        '/whistles',
        `/whistles/${things.whistle}`,
        ...['/campaigns', `/campaigns/${things.campaign}`, '/exposures'],
      ],
    ],
    ['inspector', undefined, () => [`/orders/${things.orders.closed}`, `/sweeps/${things.sweep}`, '/messages', `/about/${nobody}`]],
    ['street_leader', '青云街道', async () => ['/lists', `/lists/${await leaderList()}`, '/meetings', `/meetings/${things.meeting}`]],
    ['firm_handler', '远征物业', () => ['/jobs', `/jobs/${things.orders.open}`, '/asked', '/looks', '/rosters', '/tasks']],
    ['callback_desk', '市民诉求处置中心', () => ['/callbacks']],
    [
      'community_worker',
      '南岗里社区',
      () => [
        ...['/legs', '/projects', `/projects/${things.project}`, '/councils', `/councils/${things.council}`],
        ...['/courtyards', `/courtyards/${things.courtyard}`, '/office-days', '/terms', `/terms/${things.term}`],
      ],
    ],
    ['citizen_supervisor', '南岗里社区', () => ['/watched', `/watched/${things.orders.open}`]],
    ['administrator', undefined, async () => [`/people/${await somebody()}`, `/rules/drafts/${await draft()}`, await charged()]],
    ['resident', undefined, () => ['/mine', `/votes/${things.vote.id}`, `/emergency-uses/${things.emergencyUse}`]],
  ];
  test.each(inTown)('of a small street, as its %s', async (role, unit, places) => {
    const found = await places();
    const page = await town.at(role, unit, 'password');
    expect(
      await lookOver(
        page,
        found.map((place) => `/desk${place}`),
      ),
    ).toEqual([]);
  });

  test('of the five-party room, as two of its parties and one who counts', async () => {
    const unit = await things.flood.at('RIGHTS_UNIT', 'tables');
    const rooms = [things.issue, things.voted].map((id) => `/desk/issues/${id}`);
    const found = await lookOver(unit, ['/desk/tables', '/desk/duties', ...rooms]);
    const owners = await things.flood.at('OWNERS_BODY', 'votes');
    const { id, group } = things.vote;
    found.push(...(await lookOver(owners, ['/desk/votes', `/desk/votes/${id}`])));
    const counting = await stage.actor(group[2]!);
    await counting.goto(`${stage.house.url}/desk/votes/${id}`);
    // The vote runs and its ballots are read: that is what was to be looked at.
    for (const words of ['待我核对（1）', '待裁定（1）']) await counting.getByText(words).waitFor();
    found.push(...(await lookOver(counting, [`/desk/votes/${id}`])));
    expect(found).toEqual([]);
  });

  test('a home that was bound by mistake is taken off by the community, and may be bound again', async () => {
    const chair = await things.flood.at('COMMUNITY', `issues/${things.issue}`);
    await chair.getByText('已绑定 1 户').click();
    const button = chair.getByRole('button', { name: /^解除冒绑/ });
    await button.click();
    const form = chair.getByRole('form', { name: '解除冒绑' });
    await form.getByLabel('理由').fill('房主来电说明不是本人绑定');
    await form.getByRole('checkbox', { name: '误绑，准其核实后再绑定' }).check();
    await looksRight(chair, 'room-unbind');
    await form.getByRole('button', { name: '确定' }).click();
    await form.waitFor({ state: 'detached' });
    const page = await town.at('resident', undefined, 'mine', phone);
    await page.getByText(/还没有绑定房屋|No home bound yet/).waitFor();
  });

  async function leaderList(): Promise<string> {
    // As if the moment at which each list is made had come.
    await stage.sql(
      `update dispatch.deadlines set fires_at = clock_timestamp() where code = 'LEADER_LIST' and state = 'armed' and street_id = $1`,
      [town.street.id],
    );
    const leader = await town.program('street_leader', '青云街道');
    return eventually(
      async () => {
        const { lists } = await leader.call(supervision.listLeaderLists, {});
        return lists[0]?.id ?? Promise.reject(new Error('no list yet'));
      },
      { within: 60_000 },
    );
  }
  const somebody = async () => (await (await town.program('resident')).call(gateway.whoAmI, {})).id;
  async function charged(): Promise<string> {
    const { id: accountId } = await (await town.program('street_leader', '青云街道')).call(gateway.whoAmI, {});
    await (
      await town.program('administrator')
    ).call(charges.publishCharges, {
      ...{ from: '2020-01-01', source: '班子分工通知' },
      charges: [{ accountId, unitIds: [town.unitId('南岗里社区')] }],
    });
    return '/charges';
  }
  async function draft(): Promise<string> {
    const id = randomUUID();
    await (await town.program('administrator')).call(directory.openDraft, { id, title: '停暖改派', basedOn: 1 });
    return id;
  }
});

describe('every page of the residents', () => {
  const at = (place: string) => `/r/${town.street.id}/${place}`.replace(/\/$/, '/');
  /** What is asked for when a page opens; the others ask nothing before somebody writes in them. */
  const asking = ['board', 'board/$id', 'exposed', 'yard', 'yard/$id'];

  test('every place is among those that are looked at', () => {
    expect(residentPages.sort()).toEqual([
      ...['', 'board', 'board/$id', 'exposed', 'q/$code', 'q/$code/urgent', 'track', 'urgent', 'yard', 'yard/$id'],
    ]);
  });

  test('with what is there to see, and without', async () => {
    const code = await town.codeAt('2号楼');
    const visitor = await stage.visitor();
    const open = [
      '',
      'urgent',
      `q/${code}`,
      `q/${code}/urgent`,
      'track',
      'board',
      `board/${things.publicity}`,
      'exposed',
      'yard',
      'nowhere',
    ];
    const found = await lookOver(visitor, [...open, `board/${nobody}`, 'q/NOBODY'].map(at));
    const resident = await town.at('resident', undefined, 'password', phone);
    found.push(...(await lookOver(resident, ['yard', `yard/${things.courtyard}`, `yard/${nobody}`].map(at))));
    await resident.setViewportSize(phone);
    await impatient(resident);
    for (const place of asking)
      found.push(
        ...(await inTrouble(resident, `${stage.house.url}${at(place.replace('$id', nobody))}`, place, null)).map(
          (one) => `${place}: ${one}`,
        ),
      );
    await resident.goto('about:blank');
    expect(found).toEqual([]);
  });
});
