import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { council, courtyards, defaultTimeLimits, issues, projects, type StageAt, type TimeLimit } from '@wufang/contracts';
import { addDays, beijingDate } from '@wufang/kernel';
import { newId } from '@wufang/service';
import { eventually, ServiceUnderTest, type Caller } from '@wufang/testing';
import { migrations } from '../src/db/migrations/index.js';
import { deliberationParts } from '../src/parts.js';
import { idOf, inspector, inStreet, openStreet, openTable, party, stranger, yard } from './street.js';

let sut: ServiceUnderTest;
const community = party.COMMUNITY;
const communityId = idOf('南岗里社区');
const leader: Caller = { role: 'street_leader', accountId: idOf('account leader'), unitIds: [], scope: 'street' };
const office: Caller = {
  role: 'department_handler',
  accountId: idOf('account office'),
  unitIds: [idOf('城乡建设办公室')],
  scope: 'concerned',
};
const resident = (n: number): Caller => ({ role: 'resident', accountId: idOf(`account resident ${n}`), unitIds: [], scope: 'street' });
/** A neighbouring community of the same street, with the same role and a reach of its own. */
const neighbourId = idOf('云台路社区');
const neighbour: Caller = { ...community, unitIds: [neighbourId] };
/** Ids in the order of their time, as a client makes them. */
const idsInOrder = (n: number) => Array.from({ length: n }, (_, i) => newId(new Date(Date.UTC(2026, 10, 1 + i))));
const toldOf = async (id: string) =>
  (await sut.rows<{ type: string }>('select type from events where aggregate_id = $1 order by version', [id])).map(
    ({ type }) => type.split('.')[2],
  );
const place = { communityId, estateId: yard, buildingId: null, point: '2 号楼东侧' };
const month = () => beijingDate(new Date()).slice(0, 7);
/** The year in Beijing by which a project is approved. */
const thisYear = () => Number(beijingDate(new Date()).slice(0, 4));
const seconds = (n: number): StageAt => ({ minutes: n / 60 });

/** The default table with the clock of an office day's answer in seconds: enough between its stages that a held-up sweep finds both. */
const quickTable: TimeLimit[] = defaultTimeLimits.map((row) =>
  row.code === 'OFFICE_ANSWER'
    ? { ...row, limit: { clock: 'C', minutes: 6 / 60 }, stages: [{ ...row.stages[0]!, at: seconds(0.5) }, row.stages[1]!] }
    : row.code === 'PROJECT_DECIDE'
      ? { ...row, limit: { clock: 'C', minutes: 1 / 60 }, stages: row.stages.slice(-1) }
      : row,
);

beforeAll(async () => {
  sut = await ServiceUnderTest.start(deliberationParts, migrations);
  await openStreet(sut);
  await openStreet(sut, { streetId: 'quick', limits: quickTable });
}, 120_000);
afterAll(() => sut?.stop());

const shed = () => ({ id: randomUUID(), title: '2 号楼旁建电动车棚', problem: '充电车无处停放，飞线充电', type: 'SAFE' as const, place });

async function tasked(streetId = 'qingyun'): Promise<string> {
  const by = inStreet(community, streetId);
  const { id } = await sut.ok(projects.proposeProject, { ...shed(), origin: 'CLUSTER' }, by);
  await sut.ok(
    projects.taskProject,
    {
      ...{ id, budgetFen: '8640000', support: { path: '占绿地部分按七百七十八条表决', money: '机动经费', people: null } },
      tasks: [{ what: '搭建车棚并接入充电桩', unitId: idOf('城乡建设办公室'), dueOn: '2027-03-31' }],
    },
    by,
  );
  await sut.ok(projects.submitProject, { id }, by);
  return id;
}
const approval = { amountFen: '8640000', budgetSource: '街道机动经费', document: '青云街道〔2026〕31 号' };

describe('the project pool (民生项目池)', () => {
  test('a cluster of demands becomes a project, tasks, special money from the street, works with pictures, and residents accept it', async () => {
    const id = await tasked();
    const approved = await sut.ok(projects.approveProject, { id, ...approval }, leader);
    expect(approved).toMatchObject({ state: 'APPROVED', approval: { amountFen: '8640000', programNo: null } });
    await sut.ok(projects.beginProject, { id }, community);
    // the unit of a task sees its project and finishes it
    const done = await sut.ok(projects.finishProject, { id, result: '车棚已建成，20 个车位通电', afterPhotoIds: [randomUUID()] }, office);
    expect(done.state).toBe('DONE');
    const accepted = await sut.ok(projects.acceptProject, { id, by: ['2 号楼居民代表', '社区'] }, community);
    expect(accepted).toMatchObject({ state: 'ACCEPTED', acceptedBy: ['2 号楼居民代表', '社区'] });
    expect(await toldOf(id)).toEqual(['proposed', 'tasked', 'submitted', 'approved', 'begun', 'finished', 'accepted']);
  });

  test('photos are sealed, kept under the project that is to be, and shown to whoever may see the project that names them', async () => {
    const id = randomUUID();
    const picture = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
    const file = picture.toString('base64');
    const kept = await sut.ok(projects.addPhoto, { id, fileName: '改造前.jpg', file }, community);
    const asked = { id, photoId: kept.id };
    expect(await sut.refused(projects.getPhoto, asked, community)).toBe('object.not-found');
    const unnamed = await sut.ok(projects.addPhoto, { id, fileName: '拍糊了.jpg', file }, community);
    await sut.ok(projects.proposeProject, { ...shed(), id, origin: 'ORDER', beforePhotoIds: [kept.id] }, community);
    expect(await sut.ok(projects.getPhoto, asked, community)).toEqual({ type: 'image/jpeg', file });
    expect(await sut.ok(projects.getPhoto, asked, inspector)).toMatchObject({ file });
    expect(await sut.refused(projects.getPhoto, { id, photoId: unnamed.id }, community)).toBe('object.not-found');
    for (const outsider of [neighbour, stranger, office])
      expect(await sut.refused(projects.getPhoto, asked, outsider)).toBe('object.not-found');
    expect(await sut.refused(projects.addPhoto, { id, fileName: 'x.jpg', file }, neighbour)).toBe('object.not-found');
    const paper = Buffer.from('%PDF-1.7').toString('base64');
    expect(await sut.refused(projects.addPhoto, { id, fileName: 'x.pdf', file: paper }, community)).toBe('issue.file-unreadable');
    // The unit of a task, which came later than the photo, sees it.
    const support = { path: null, money: null, people: null };
    const tasks = [{ what: '搭建车棚', unitId: idOf('城乡建设办公室'), dueOn: '2027-03-31' }];
    await sut.ok(projects.taskProject, { id, budgetFen: '8640000', support, tasks }, community);
    expect(await sut.ok(projects.getPhoto, asked, office)).toMatchObject({ file });
    const [row] = await sut.rows<{ sealed: Buffer }>('select sealed from project_photos where id = $1', [kept.id]);
    expect(row!.sealed.includes(picture)).toBe(false);
    expect(row!.sealed.includes(Buffer.from(file))).toBe(false);
  });

  test('works come before acceptance and money before works; the refusal names both', async () => {
    const id = await tasked();
    expect(await sut.refused(projects.beginProject, { id }, community)).toBe('project.illegal-step');
    expect(await sut.refused(projects.acceptProject, { id, by: ['居民代表'] }, community)).toBe('project.illegal-step');
    expect(await sut.refused(projects.approveProject, { id, ...approval, amountFen: '8640001' }, leader)).toBe('project.over-budget');
  });

  test('a project that nobody decides on is told upwards; its tasks have their days while it is built', async () => {
    const clocks = (id: string) => sut.rows('select code, state from deadlines where subject_id = $1 order by code', [id]);
    const id = await tasked();
    expect(await clocks(id)).toEqual([{ code: 'PROJECT_DECIDE', state: 'armed' }]);
    await sut.ok(projects.approveProject, { id, ...approval }, leader);
    await sut.ok(projects.beginProject, { id }, community);
    expect(await clocks(id)).toEqual([
      { code: 'PROJECT_DECIDE', state: 'stopped' },
      { code: 'PROJECT_TASK', state: 'armed' },
    ]);
    await sut.ok(projects.finishProject, { id, result: '车棚已建成，20 个车位通电', afterPhotoIds: [randomUUID()] }, office);
    expect((await clocks(id)).map(({ state }) => state)).toEqual(['stopped', 'stopped']);
    const slow = await tasked('quick');
    await eventually(async () => expect(await toldOf(slow)).toContain('clock-fired'));
  });

  test('each unit ticks its own task off with a day and photos; the clock of a day ends with the last task of that day', async () => {
    const { id } = await sut.ok(projects.proposeProject, { ...shed(), origin: 'CLUSTER' }, community);
    const [first, second] = [addDays(beijingDate(new Date()), 30), addDays(beijingDate(new Date()), 60)];
    const of = (what: string, unitId: string, dueOn: string) => ({ what, unitId, dueOn });
    const [officeId, firmId] = [idOf('城乡建设办公室'), idOf('远征物业')];
    const tasks = [of('搭建车棚', officeId, first), of('接入充电桩', firmId, first), of('施划车位', communityId, second)];
    const support = { path: null, money: null, people: null };
    await sut.ok(projects.taskProject, { id, budgetFen: '8640000', support, tasks }, community);
    await sut.ok(projects.submitProject, { id }, community);
    await sut.ok(projects.approveProject, { id, ...approval }, leader);
    const file = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]).toString('base64');
    const { id: photoId } = await sut.ok(projects.addPhoto, { id, fileName: '车棚.jpg', file }, office);
    const today = beijingDate(new Date());
    const tick = (no: number, part: object = {}) => ({ id, no, doneOn: today, photoIds: [photoId], ...part });
    expect(await sut.refused(projects.finishTask, tick(1), office)).toBe('project.illegal-step');
    await sut.ok(projects.beginProject, { id }, community);
    const running = async () =>
      (
        await sut.rows<{ due_at: Date }>(
          `select due_at from deadlines where subject_id = $1 and code = 'PROJECT_TASK' and state = 'armed'`,
          [id],
        )
      ).map(({ due_at }) => beijingDate(new Date(due_at.getTime() - 1)));
    expect(await running()).toEqual([first]);

    expect(await sut.ask(projects.finishTask, tick(2), office)).toMatchObject({
      problem: { code: 'project.task-not-yours', detail: expect.stringContaining('远征物业') },
    });
    expect(await sut.refused(projects.finishTask, tick(1), neighbour)).toBe('object.not-found');
    expect(await sut.refused(projects.finishTask, tick(4), office)).toBe('project.task-unknown');
    expect(await sut.refused(projects.finishTask, tick(1, { doneOn: addDays(today, 1) }), office)).toBe('time.future');
    expect(await sut.refused(projects.finishTask, tick(1, { photoIds: [randomUUID()] }), office)).toBe('project.photo-unknown');
    expect(await sut.refused(projects.finishTask, tick(1, { note: '联系13812345678' }), office)).toBe('issue.text-private');

    expect(await sut.refused(projects.getPhoto, { id, photoId }, community)).toBe('object.not-found');
    const keyed = { ...office, idempotencyKey: `task ${id}` };
    const ticked = await sut.ok(projects.finishTask, tick(1, { note: '二十个车位' }), keyed);
    expect(ticked.tasks.map(({ done }) => done?.on ?? null)).toEqual([today, null, null]);
    expect(await sut.ok(projects.finishTask, tick(1, { note: '二十个车位' }), keyed)).toEqual(ticked);
    expect(await sut.refused(projects.finishTask, tick(1), office)).toBe('project.task-done');
    expect(await sut.ok(projects.getPhoto, { id, photoId }, community)).toMatchObject({ file });
    // The other task of that day is open, and its clock goes on as it was.
    expect(await running()).toEqual([first]);
    const firm = { ...party.FIRM, unitIds: [firmId] };
    await sut.ok(projects.finishTask, tick(2), firm);
    expect(await running()).toEqual([second]);
    const last = await sut.ok(projects.finishTask, tick(3), community);
    expect([last.state, last.tasks.every(({ done }) => done !== null)]).toEqual(['UNDER_WAY', true]);
    expect(await running()).toEqual([]);
    const told = await sut.rows<{ no: number; open: number; ends: boolean }>(
      `select (payload->>'no')::int as no, (payload->>'open')::int as open, (payload->>'endsDay')::boolean as ends from events
       where aggregate_id = $1 and type = 'deliberation.project.task-finished.v1' order by version`,
      [id],
    );
    expect(told).toEqual([
      { no: 1, open: 2, ends: false },
      { no: 2, open: 1, ends: true },
      { no: 3, open: 0, ends: true },
    ]);
  });

  test('what is declined says why and may be tasked anew', async () => {
    const id = await tasked();
    const declined = await sut.ok(projects.declineProject, { id, reason: '先征求楼前业主意见' }, leader);
    expect(declined).toMatchObject({ state: 'DECLINED', reason: '先征求楼前业主意见' });
    const again = { id, budgetFen: '500000', support: { path: null, money: null, people: null } };
    const tasks = [{ what: '先行清理飞线', unitId: idOf('远征物业'), dueOn: '2027-01-31' }];
    expect((await sut.ok(projects.taskProject, { ...again, tasks }, community)).state).toBe('TASKED');
  });

  test('a community that it is not, and a unit that has no task in it, find nothing; the inspector reads it', async () => {
    const id = await tasked();
    expect(await sut.refused(projects.getProject, { id }, neighbour)).toBe('object.not-found');
    expect(await sut.refused(projects.submitProject, { id }, neighbour)).toBe('object.not-found');
    expect(await sut.refused(projects.getProject, { id }, stranger)).toBe('object.not-found');
    expect((await sut.ok(projects.listProjects, {}, stranger)).counts).toEqual([]);
    expect((await sut.ok(projects.getProject, { id }, inspector)).id).toBe(id);
  });

  test('a project nobody wants any more is withdrawn with its reason, once, by its community or the street, and not while it is built', async () => {
    const id = await tasked();
    const withdraw = { id, reason: '并入小区整体改造，不再单独实施' };
    expect(await sut.refused(projects.withdrawProject, withdraw, neighbour)).toBe('object.not-found');
    expect(await sut.refused(projects.withdrawProject, withdraw, inStreet(leader, 'quick'))).toBe('object.not-found');
    const withNumber = { id, reason: '请联系周女士 13812345678' };
    expect(await sut.refused(projects.withdrawProject, withNumber, community)).toBe('issue.text-private');
    const keyed = { ...community, idempotencyKey: `withdraw ${id}` };
    const withdrawn = await sut.ok(projects.withdrawProject, withdraw, keyed);
    expect(withdrawn).toMatchObject({ state: 'WITHDRAWN', reason: withdraw.reason });
    expect(await sut.ok(projects.withdrawProject, withdraw, keyed)).toEqual(withdrawn);
    expect(await sut.refused(projects.withdrawProject, withdraw, community)).toBe('project.illegal-step');
    expect(await sut.refused(projects.approveProject, { id, ...approval }, leader)).toBe('project.illegal-step');
    expect(await toldOf(id)).toEqual(['proposed', 'tasked', 'submitted', 'withdrawn']);
    const board = await sut.ok(projects.listProjects, { state: 'WITHDRAWN' }, community);
    expect(board.projects.map((one) => one.id)).toEqual([id]);
    const built = await tasked();
    await sut.ok(projects.approveProject, { id: built, ...approval }, leader);
    await sut.ok(projects.beginProject, { id: built }, community);
    expect(await sut.refused(projects.withdrawProject, { ...withdraw, id: built }, leader)).toBe('project.illegal-step');
  });

  test('a hundred places a year, however many are approved at once', async () => {
    const year = thisYear();
    const ids = await Promise.all(Array.from({ length: 104 }, () => tasked()));
    const answers = await Promise.all(ids.map((id) => sut.ask(projects.approveProject, { id, ...approval, programYear: year }, leader)));
    const refused = answers.flatMap((answer) => ('problem' in answer ? [answer.problem.code] : []));
    expect(refused).toEqual(Array(4).fill('project.program-full'));
    expect(await sut.ok(projects.getProgram, { year }, inspector)).toMatchObject({ quota: 100, taken: 100 });
    const numbers = await sut.rows<{ no: number }>(
      `select (approval->>'programNo')::int as no from projects where (approval->>'programYear')::int = $1 order by 1`,
      [year],
    );
    expect(numbers.map(({ no }) => no)).toEqual(Array.from({ length: 100 }, (_, i) => i + 1));
  });

  test('a place is taken in the programme of the year it is approved in, or of the next', async () => {
    const id = await tasked();
    for (const programYear of [thisYear() - 1, thisYear() + 2])
      expect(await sut.ask(projects.approveProject, { id, ...approval, programYear }, leader)).toMatchObject({
        problem: { code: 'request.invalid', detail: expect.stringContaining(`${thisYear()} 年或 ${thisYear() + 1} 年`) },
      });
  });

  test('a project of the programme that is withdrawn gives its place back, once; its number is not given to another', async () => {
    const year = thisYear() + 1;
    const approved = async () => {
      const id = await tasked();
      const { approval: got } = await sut.ok(projects.approveProject, { id, ...approval, programYear: year }, leader);
      return { id, no: got!.programNo };
    };
    const [one, two] = [await approved(), await approved()];
    expect([one.no, two.no]).toEqual([1, 2]);
    const withdraw = { id: one.id, reason: '并入小区整体改造，不再单独实施' };
    await sut.ok(projects.withdrawProject, withdraw, community);
    expect(await sut.refused(projects.withdrawProject, withdraw, community)).toBe('project.illegal-step');
    expect(await sut.ok(projects.getProgram, { year }, inspector)).toMatchObject({ quota: 100, taken: 1 });
    expect((await approved()).no).toBe(3);
    expect(await sut.ok(projects.getProgram, { year }, inspector)).toMatchObject({ taken: 2 });
    expect(await toldOf(one.id)).toEqual(['proposed', 'tasked', 'submitted', 'approved', 'withdrawn']);
  });

  test('told twice it is there once', async () => {
    const input = { ...shed(), origin: 'ORDER' as const };
    await sut.ok(projects.proposeProject, input, community);
    await sut.ok(projects.proposeProject, input, community);
    expect(await sut.rows('select 1 from projects where id = $1', [input.id])).toHaveLength(1);
  });

  test('a phone number in a text is refused with the words that say so', async () => {
    const input = { ...shed(), origin: 'ORDER' as const, problem: '请联系周女士 13812345678' };
    expect(await sut.refused(projects.proposeProject, input, community)).toBe('issue.text-private');
  });
});

describe('the monthly project of active governance (每月主动治理项目)', () => {
  test('each community has a slot whose clock lasts the month; settling on a project stops it and opens the next', async () => {
    const slots = async () => (await sut.ok(projects.listMonthlySlots, { month: month() }, leader)).slots;
    await eventually(async () => expect((await slots()).map((one) => one.communityId)).toContain(idOf('云台路社区')));
    const { id } = await sut.ok(
      projects.proposeProject,
      { ...shed(), origin: 'MONTHLY', month: month(), place: { ...place, communityId: idOf('云台路社区'), estateId: null } },
      neighbour,
    );
    expect((await slots()).find((one) => one.communityId === idOf('云台路社区'))).toMatchObject({ projectId: id, isMissed: false });
    const clocks = await sut.rows<{ state: string; month: string }>(
      `select d.state, s.month from deadlines d join monthly_slots s on s.id = d.subject_id where s.community_id = $1 and s.street_id = 'qingyun' order by s.month`,
      [idOf('云台路社区')],
    );
    expect(clocks.map(({ state }) => state)).toEqual(['stopped', 'armed']);
    expect(
      await sut.refused(
        projects.proposeProject,
        { ...shed(), origin: 'MONTHLY', month: month(), place: { ...place, communityId: idOf('云台路社区'), estateId: null } },
        neighbour,
      ),
    ).toBe('project.month-taken');
  });

  test('a month’s project that is withdrawn leaves its month empty: its clock runs again to the same end, and another may be set', async () => {
    const own = { ...place, communityId: idOf('南岗里社区'), estateId: null };
    const propose = { ...shed(), origin: 'MONTHLY' as const, month: month(), place: own };
    const slot = async () =>
      (await sut.ok(projects.listMonthlySlots, { month: month() }, leader)).slots.find(({ communityId: of }) => of === own.communityId)!;
    const clocks = async () =>
      (
        await sut.rows<{ state: string }>(
          `select d.state from deadlines d join monthly_slots s on s.street_id = d.street_id and s.id = d.subject_id
           where s.street_id = 'qingyun' and s.community_id = $1 and s.month = $2 order by d.id`,
          [own.communityId, month()],
        )
      ).map(({ state }) => state);
    await eventually(async () => expect(await slot()).toBeDefined());
    const { dueAt } = await slot();
    const { id } = await sut.ok(projects.proposeProject, propose, community);
    expect(await slot()).toMatchObject({ projectId: id });
    await sut.ok(projects.withdrawProject, { id, reason: '楼前业主不同意，另选一项' }, community);
    expect(await slot()).toMatchObject({ projectId: null, dueAt, isMissed: false });
    expect(await clocks()).toEqual(['stopped', 'armed']);
    const again = await sut.ok(projects.proposeProject, { ...propose, id: randomUUID() }, community);
    expect(await slot()).toMatchObject({ projectId: again.id });
    expect(await clocks()).toEqual(['stopped', 'stopped']);
  });

  test('a month that is over or far off is refused', async () => {
    expect(await sut.refused(projects.proposeProject, { ...shed(), origin: 'MONTHLY', month: '2020-01' }, community)).toBe(
      'project.month-closed',
    );
  });
});

describe('the residents’ council (居民议事会)', () => {
  const heldAt = () => new Date(Date.now() - 3_600_000).toISOString();
  const attendance = [
    { party: 'COMMUNITY' as const, people: 2 },
    { party: 'RIGHTS_UNIT' as const, people: 1 },
    { party: 'FIRM' as const, people: 2 },
    { party: 'RESIDENTS' as const, people: 11 },
  ];
  const opened = async () => {
    const id = randomUUID();
    await sut.ok(council.openCouncil, { id, communityId, unitIds: [idOf('远征物业')], topic: '院内积水怎么治' }, community);
    return id;
  };
  const all = (voice: 'AGREE' | 'CONCERN', words = '') => attendance.map(({ party: who }) => ({ party: who, voice, words }));

  test('round one on the problem, a plan, round two: all agree, and the record says that it is no vote', async () => {
    const id = await opened();
    await sut.ok(council.closeRoundOne, { id, heldAt: heldAt(), attendance, minutes: '管径过小，雨篦子堵塞，共三处' }, community);
    expect(
      await sut.refused(council.closeRoundTwo, { id, heldAt: heldAt(), attendance, minutes: '方案', voices: all('AGREE') }, community),
    ).toBe('council.illegal-step');
    await sut.ok(council.layPlan, { id, plan: '非开挖铺设 20 米管道，更换雨篦子' }, community);
    const closed = await sut.ok(
      council.closeRoundTwo,
      { id, heldAt: heldAt(), attendance, minutes: '逐条议过', voices: all('AGREE') },
      community,
    );
    expect(closed.state).toBe('CONSENSUS');
    expect(closed.nature).toContain('不能代替业主表决');
    expect(closed.rounds.map(({ no }) => no)).toEqual([1, 2]);
  });

  test('one reservation is no consensus; another plan may be laid', async () => {
    const id = await opened();
    await sut.ok(council.closeRoundOne, { id, heldAt: heldAt(), attendance, minutes: '查明积水原因三处' }, community);
    await sut.ok(council.layPlan, { id, plan: '开挖铺设新管道' }, community);
    const voices = [...all('AGREE').slice(1), { party: 'COMMUNITY' as const, voice: 'CONCERN' as const, words: '开挖影响出行' }];
    expect((await sut.ok(council.closeRoundTwo, { id, heldAt: heldAt(), attendance, minutes: '议方案', voices }, community)).state).toBe(
      'NO_CONSENSUS',
    );
    expect((await sut.ok(council.layPlan, { id, plan: '改为非开挖' }, community)).state).toBe('ROUND_TWO');
  });

  test('a meeting of tomorrow cannot be recorded today', async () => {
    const id = await opened();
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    expect(await sut.refused(council.closeRoundOne, { id, heldAt: tomorrow, attendance, minutes: '议过' }, community)).toBe('time.future');
  });

  test('units that were invited read it, others find nothing', async () => {
    const id = await opened();
    expect((await sut.ok(council.getCouncil, { id }, party.FIRM)).id).toBe(id);
    expect(await sut.refused(council.getCouncil, { id }, stranger)).toBe('object.not-found');
  });

  test('a session nobody needs any more is cancelled with its reason, once; one that has found consensus stays', async () => {
    const id = await opened();
    const cancel = { id, reason: '产权单位已自行疏通，不再召集' };
    expect(await sut.refused(council.cancelCouncil, cancel, neighbour)).toBe('object.not-found');
    expect(await sut.refused(council.cancelCouncil, { ...cancel, id: randomUUID() }, community)).toBe('object.not-found');
    expect(await sut.refused(council.cancelCouncil, { id, reason: '请联系周女士 13812345678' }, community)).toBe('issue.text-private');
    const keyed = { ...community, idempotencyKey: `cancel ${id}` };
    const cancelled = await sut.ok(council.cancelCouncil, cancel, keyed);
    expect(cancelled).toMatchObject({ state: 'CANCELLED', result: cancel.reason });
    expect(await sut.ok(council.cancelCouncil, cancel, keyed)).toEqual(cancelled);
    expect(await sut.refused(council.cancelCouncil, cancel, community)).toBe('council.illegal-step');
    expect(await sut.refused(council.layPlan, { id, plan: '改为非开挖' }, community)).toBe('council.illegal-step');
    expect(await toldOf(id)).toEqual(['opened', 'cancelled']);
    const agreed = await opened();
    await sut.ok(council.closeRoundOne, { id: agreed, heldAt: heldAt(), attendance, minutes: '查明积水原因三处' }, community);
    await sut.ok(council.layPlan, { id: agreed, plan: '更换雨篦子' }, community);
    await sut.ok(council.closeRoundTwo, { id: agreed, heldAt: heldAt(), attendance, minutes: '议方案', voices: all('AGREE') }, community);
    expect(await sut.refused(council.cancelCouncil, { ...cancel, id: agreed }, community)).toBe('council.illegal-step');
  });

  test('the list shows each the sessions that concern them, new ones first, by community, state and page', async () => {
    const [first, second, third] = idsInOrder(3) as [string, string, string];
    const open = (id: string, unitIds: string[] = []) =>
      sut.ok(council.openCouncil, { id, communityId: neighbourId, unitIds, topic: '院门几点关' }, neighbour);
    await open(first, [idOf('远征物业')]);
    await open(second);
    await open(third);
    await sut.ok(council.cancelCouncil, { id: second, reason: '与第三次合并' }, neighbour);
    const listed = async (input: { state?: 'CANCELLED'; before?: string; limit?: number; communityId?: string }, as: Caller) =>
      (await sut.ok(council.listCouncils, input, as)).sessions.map(({ id }) => id);
    expect(await listed({}, neighbour)).toEqual([third, second, first]);
    expect(await listed({ state: 'CANCELLED' }, neighbour)).toEqual([second]);
    expect(await listed({ limit: 2 }, neighbour)).toEqual([third, second]);
    expect(await listed({ before: second }, neighbour)).toEqual([first]);
    const there = { communityId: neighbourId };
    expect(await listed(there, inspector)).toEqual([third, second, first]);
    expect(await listed(there, party.FIRM)).toEqual([first]);
    expect(await listed(there, community)).toEqual([]);
    expect(await listed({}, stranger)).toEqual([]);
    expect(await listed({}, inStreet(leader, 'quick'))).toEqual([]);
  });
});

describe('the palm courtyard (掌上四合院)', () => {
  const yardOf = async () => {
    const id = randomUUID();
    await sut.ok(
      courtyards.openCourtyard,
      { id, name: '1 号楼四合院', communityId, estateId: yard, branch: '南岗里第二党支部' },
      community,
    );
    return id;
  };
  const raised = async () => {
    const id = randomUUID();
    await sut.ok(
      courtyards.raiseMatter,
      { id, courtyardId: await yardOf(), title: '雨后院内积水', text: '大雨后院内积水三四十厘米，居民无法出行' },
      resident(1),
    );
    return id;
  };

  test('a resident raises a matter, neighbours support it once each, the branch convenes, a unit comes in and answers, the yard settles it', async () => {
    const id = await raised();
    for (const n of [1, 2, 3, 3, 2]) await sut.ok(courtyards.supportMatter, { id }, resident(n));
    await sut.ok(courtyards.convene, { id, unitIds: [idOf('远征物业')] }, community);
    await sut.ok(courtyards.answerMatter, { id, unitId: idOf('远征物业'), text: '本周清掏雨篦子' }, party.FIRM);
    const settled = await sut.ok(courtyards.settleMatter, { id, result: '已清掏，雨后无积水' }, community);
    expect(settled).toMatchObject({ state: 'SETTLED', supporters: 3, answers: [{ text: '本周清掏雨篦子' }] });
    expect(JSON.stringify(settled)).not.toContain(idOf('account resident 2'));
  });

  test('a unit that was not asked in has no voice there, and none speaks for another', async () => {
    const id = await raised();
    await sut.ok(courtyards.convene, { id, unitIds: [idOf('远征物业')] }, community);
    expect(await sut.refused(courtyards.answerMatter, { id, unitId: idOf('安居帮扶物业'), text: '我们来办' }, stranger)).toBe(
      'object.not-found',
    );
    expect(await sut.refused(courtyards.answerMatter, { id, unitId: idOf('远征物业'), text: '我们来办' }, stranger)).toBe(
      'object.not-found',
    );
  });

  test('what the yard cannot solve goes to the table of five with its supporters', async () => {
    const tableId = await openTable(sut);
    const id = await raised();
    for (const n of [1, 2, 3, 4]) await sut.ok(courtyards.supportMatter, { id }, resident(n));
    const scope = { level: 'ESTATE' as const, estateId: yard, buildingId: null, stairwell: null };
    const issueId = randomUUID();
    const brought = await sut.ok(courtyards.bringMatter, { id, issueId, tableId, scope }, community);
    expect(brought).toMatchObject({ state: 'BROUGHT_TO_TABLE', issueId });
    expect(await sut.ok(issues.getIssue, { id: issueId }, community)).toMatchObject({
      state: 'PROPOSED',
      origin: 'COURTYARD',
      households: 4,
    });
    expect(await sut.refused(courtyards.settleMatter, { id, result: '已解决' }, community)).toBe('courtyard.illegal-step');
  });

  test('what is not for the yard is declined with the reason, once, while nobody has been called in', async () => {
    const id = await raised();
    const decline = { id, reason: '属于供电公司管理，已转 95598' };
    expect(await sut.refused(courtyards.declineMatter, decline, neighbour)).toBe('object.not-found');
    expect(await sut.refused(courtyards.declineMatter, { ...decline, id: randomUUID() }, community)).toBe('object.not-found');
    expect(await sut.refused(courtyards.declineMatter, { id, reason: '请联系周女士 13812345678' }, community)).toBe('issue.text-private');
    const keyed = { ...community, idempotencyKey: `decline ${id}` };
    const declined = await sut.ok(courtyards.declineMatter, decline, keyed);
    expect(declined).toMatchObject({ state: 'DECLINED', result: decline.reason });
    expect(await sut.ok(courtyards.declineMatter, decline, keyed)).toEqual(declined);
    expect(await sut.refused(courtyards.declineMatter, decline, community)).toBe('courtyard.illegal-step');
    expect(await sut.refused(courtyards.supportMatter, { id }, resident(2))).toBe('courtyard.illegal-step');
    expect(await toldOf(id)).toEqual(['raised', 'declined']);
    const called = await raised();
    await sut.ok(courtyards.convene, { id: called, unitIds: [idOf('远征物业')] }, community);
    expect(await sut.refused(courtyards.declineMatter, { ...decline, id: called }, community)).toBe('courtyard.illegal-step');
  });

  test('residents find the courtyards by name and what goes on in each; a unit finds what it convenes or was called in for', async () => {
    const yards = { 甲院: randomUUID(), 乙院: randomUUID() };
    for (const [name, id] of Object.entries(yards))
      await sut.ok(courtyards.openCourtyard, { id, name, communityId: neighbourId, branch: '云台路党支部' }, neighbour);
    const found = async (as: Caller) => (await sut.ok(courtyards.listCourtyards, { communityId: neighbourId }, as)).courtyards;
    expect((await found(resident(1))).map(({ id }) => id).sort()).toEqual(Object.values(yards).sort());
    expect((await found(resident(1)))[0]).toMatchObject({ communityId: neighbourId, branch: '云台路党支部', stairwell: null });
    const elsewhere = await yardOf();
    const whole = (await sut.ok(courtyards.listCourtyards, {}, resident(1))).courtyards.map(({ id }) => id);
    expect(whole).toEqual(expect.arrayContaining([elsewhere, ...Object.values(yards)]));
    expect(await found(inStreet(resident(1), 'quick'))).toEqual([]);

    const [first, second, third] = idsInOrder(3) as [string, string, string];
    const raise = (id: string, courtyardId: string) =>
      sut.ok(courtyards.raiseMatter, { id, courtyardId, title: '院门夜间不关', text: '夜里有外来车辆进院停放' }, resident(1));
    for (const id of [first, second, third]) await raise(id, yards.甲院);
    await raise(randomUUID(), yards.乙院);
    await sut.ok(courtyards.convene, { id: second, unitIds: [idOf('远征物业')] }, neighbour);
    const matters = async (input: { state?: 'CONVENED'; before?: string; limit?: number }, as: Caller) =>
      (await sut.ok(courtyards.listMatters, { courtyardId: yards.甲院, ...input }, as)).matters.map(({ id }) => id);
    expect(await matters({}, resident(2))).toEqual([third, second, first]);
    expect(await matters({ state: 'CONVENED' }, resident(2))).toEqual([second]);
    expect(await matters({ limit: 1 }, resident(2))).toEqual([third]);
    expect(await matters({ before: second }, resident(2))).toEqual([first]);
    expect(await matters({}, neighbour)).toEqual([third, second, first]);
    expect(await matters({}, party.FIRM)).toEqual([second]);
    expect(await matters({}, stranger)).toEqual([]);
    const foreign = { courtyardId: yards.甲院 };
    expect(await sut.refused(courtyards.listMatters, foreign, inStreet(resident(1), 'quick'))).toBe('object.not-found');
    expect(await sut.refused(courtyards.listMatters, { courtyardId: randomUUID() }, resident(1))).toBe('object.not-found');
  });
});

describe('the secretaries’ office day (书记办公日)', () => {
  const asked = async (streetId = 'qingyun') => {
    const id = randomUUID();
    const question = {
      officeDayOn: '2026-11-27',
      communityId,
      unitId: idOf('城乡建设办公室'),
      title: '东门外路灯',
      question: '谁来修，何时修',
    };
    const view = await sut.ok(courtyards.askQuestion, { id, ...question }, inStreet(community, streetId));
    return { id, view };
  };

  test('a community asks, the unit answers in time, the community makes a project of it', async () => {
    const { id, view } = await asked();
    expect(view).toMatchObject({ state: 'ASKED', isAnsweredInTime: null });
    const answered = await sut.ok(courtyards.answerQuestion, { id, answer: '纳入冬季亮灯计划，下月完成' }, office);
    expect(answered).toMatchObject({ state: 'ANSWERED', isAnsweredInTime: true });
    expect(await sut.rows('select state from deadlines where subject_id = $1', [id])).toEqual([{ state: 'stopped' }]);
    const project = await sut.ok(projects.proposeProject, { ...shed(), origin: 'OFFICE_DAY', originIds: [id] }, community);
    const settled = await sut.ok(courtyards.settleQuestion, { id, projectId: project.id }, community);
    expect(settled).toMatchObject({ state: 'SETTLED', outcome: 'PROJECT', projectId: project.id });
    const { totals } = await sut.ok(courtyards.listQuestions, {}, leader);
    expect(totals).toMatchObject({ officeDays: 1, projects: 1 });
  });

  test('or brings it to the table of an estate, where it says that it comes from an office day; what is not there is not taken for it', async () => {
    const [known] = await sut.rows<{ id: string }>(`select id from tables where street_id = 'qingyun' and estate_id = $1`, [yard]);
    const tableId = known?.id ?? (await openTable(sut));
    const { id } = await asked();
    expect(await sut.refused(issues.proposeIssue, matter(tableId, id), community)).toBe('courtyard.illegal-step');
    await sut.ok(courtyards.answerQuestion, { id, answer: '须五方商定由谁出资' }, office);
    for (const other of [randomUUID(), idOf('no question')])
      expect(await sut.refused(issues.proposeIssue, matter(tableId, other), community)).toBe('object.not-found');
    expect(await sut.refused(issues.proposeIssue, matter(tableId, id), party.FIRM)).toBe('object.not-found');
    for (const become of [{ issueId: randomUUID() }, { projectId: randomUUID() }])
      expect(await sut.refused(courtyards.settleQuestion, { id, ...become }, community)).toBe('object.not-found');
    const issue = await sut.ok(issues.proposeIssue, matter(tableId, id), community);
    expect(issue.origin).toBe('OFFICE_DAY');
    const told = `select payload->>'sourceId' as source from events where aggregate_id = $1 and type = 'deliberation.issue.proposed.v1'`;
    expect(await sut.rows(told, [issue.id])).toEqual([{ source: id }]);
    const settled = await sut.ok(courtyards.settleQuestion, { id, issueId: issue.id }, community);
    expect(settled).toMatchObject({ state: 'SETTLED', outcome: 'ISSUE', issueId: issue.id });
  });
  const matter = (tableId: string, officeQuestionId: string) => ({
    ...{ id: randomUUID(), tableId, title: '东门外路灯', problem: '东门外路灯不亮，晚上行人摔倒', officeQuestionId },
    scope: { level: 'ESTATE' as const, estateId: yard, buildingId: null, stairwell: null },
  });

  test('an unanswered question reminds the unit, then its chief and the leader, and is told as late', async () => {
    const { id } = await asked('quick');
    await eventually(async () => {
      const fired = await sut.rows<{ payload: { kind: string; tell: string[] } }>(
        `select payload from events where aggregate_id = $1 and type like '%clock-fired%' order by version`,
        [id],
      );
      expect(fired.map(({ payload }) => `${payload.kind} ${payload.tell.join('')}`)).toEqual(['warning H', 'breach SV']);
    });
    const { questions } = await sut.ok(courtyards.listQuestions, {}, inStreet(leader, 'quick'));
    expect(questions.find((one) => one.id === id)).toMatchObject({ isAnsweredInTime: false });
  });
});
