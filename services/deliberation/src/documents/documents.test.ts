import { describe, expect, test } from '@jest/globals';
import { OfficialDocument, type DocumentBlock } from '@wufang/contracts';
import { fen, formatFen } from '@wufang/kernel';
import { aPlan, homesOf, soldPublic } from '../../test/a-plan.js';
import { gatesOf } from '../domain/cost-share-gates.js';
import { readPlan } from '../domain/cost-share-plan.js';
import { shareCosts } from '../domain/cost-share.js';
import { longDate, longTime, ordinal } from './blocks.js';
import { drawable } from './fonts.js';
import { minutesDocument } from './minutes.js';
import { publicityNotice } from './notices.js';
import { resolutionDocument } from './resolution-document.js';
import { homeDocuments, payerDocuments, planDocument, type Computed } from './share-documents.js';

const frame = { issuer: '青云街道西大院五方议事桌', number: '西议〔2026〕3 号', foot: '链头' };
const signer = { name: '西大院社区居民委员会', on: '2026-11-21' };

/** C3 of the rules: a selling unit and six flats. */
const six = { '1-101': '52.36', '1-102': '47.88', '1-201': '52.36', '1-202': '47.88', '1-301': '52.36', '1-302': '47.88' };
function computed(): Computed {
  const plan = aPlan('128735.47', { homes: homesOf(six, '已售公房'), groups: [soldPublic('364500.00', '185500.00')] });
  const read = readPlan(plan, '方案一');
  const shares = shareCosts(read);
  return { plan: read, shares, gates: gatesOf(read, shares) };
}

const ofType = <T extends DocumentBlock['type']>(document: OfficialDocument, type: T) =>
  document.parts.flatMap(({ blocks }) => blocks.filter((block): block is Extract<DocumentBlock, { type: T }> => block.type === type));

describe('documents about money', () => {
  test('the plan as pages holds the sum of every payer and the arithmetic of every home', () => {
    const document = planDocument(frame, computed(), signer);
    expect(OfficialDocument.parse(document)).toEqual(document);
    const [payers] = ofType(document, 'TABLE');
    expect(payers!.rows).toContainEqual(['产权单位', '售房单位', '维修资金', '—', '85,316.51']);
    expect(payers!.sum!.at(-1)).toBe('128,735.47');
    const lines = ofType(document, 'LINES').flatMap((block) => block.lines);
    for (const home of Object.keys(six)) expect(lines.some((line) => line.trim().startsWith(`${home}：`))).toBe(true);
  });

  test('each home has a page of its own, under its label, with its own way and nobody else’s', () => {
    const document = homeDocuments(frame, computed(), signer, 'ALL', new Map([['1-302', '1单元302室']]));
    expect(OfficialDocument.parse(document)).toEqual(document);
    expect(document.parts).toHaveLength(6);
    const last = JSON.stringify(document.parts[5]);
    expect(last).toContain('1单元302室');
    expect(last).toContain('6,913.07');
    for (const other of Object.keys(six)) expect(last).not.toContain(other);
  });

  test('a home that is not in the plan is not found', () => {
    expect(() => homeDocuments(frame, computed(), signer, ['9-999'])).toThrow('object.not-found');
  });

  test('each payer has a page, and one can be asked for alone', () => {
    expect(payerDocuments(frame, computed(), signer).parts).toHaveLength(2);
    const one = payerDocuments(frame, computed(), signer, ['产权单位']);
    expect(one.parts).toHaveLength(1);
    expect(ofType(one, 'FACTS')[0]!.rows).toContainEqual(['应承担', '¥85,316.51']);
  });

  test('what is made public adds up at its foot', () => {
    const { plan, shares } = computed();
    const homes = shares.homes.map(({ shareFen }, i) => ({ label: `1单元${i + 1}**`, amountFen: shareFen }));
    const said = { issueTitle: '屋面', body: ['公示如下。'], postedOn: '2026-11-23', endsOn: '2026-11-30', periodRule: '7 天', by: '社区' };
    const paper = { ...said, answerPeriod: '3 个工作日', money: { plan, shares }, homes, contractor: null, objectTo: '社区' };
    const document = publicityNotice(frame, paper);
    expect(ofType(document, 'TEXT').map(({ text }) => text)).toContainEqual(expect.stringContaining('异议在 3 个工作日内书面答复'));
    expect(OfficialDocument.parse(document)).toEqual(document);
    const sum = shares.homes.reduce<bigint>((all, { shareFen }) => all + shareFen, 0n);
    expect(ofType(document, 'TABLE').at(-1)!.sum!.at(-1)).toBe(formatFen(fen(sum)));
  });
});

test('minutes that miss something are a draft that says what', () => {
  const said = {
    issueTitle: '积水',
    roundNo: 1,
    startedAt: new Date('2026-11-20T06:00:00Z'),
    endedAt: null,
    place: '会议室',
    chair: '社区',
  };
  const minutes = { ...said, quorum: '达到', attendance: [], sections: [], positions: [], chainHead: null, by: '社区', on: '2026-11-21' };
  const draft = minutesDocument(frame, { ...minutes, missing: ['成因'] });
  expect(draft.note).toBe('草稿');
  expect(ofType(draft, 'NOTE')[0]!.text).toContain('尚缺：成因');
  expect(minutesDocument(frame, { ...minutes, missing: [] }).note).toBe('');
});

test('a schedule names every payment of every payer with its day, and they add up to what was signed', () => {
  const share = (payer: string, name: string, amountFen: string) => ({
    ...{ payer, name, kind: 'STREET' as const, seat: 'STREET' as const, amountFen },
    lines: [{ capacity: 'AGREED' as const, money: 'DIRECT' as const, amountFen, homes: 0 }],
  });
  const part = (name: string, ratio: string, dueOn: string | null, isRetention = false) => ({ name, ratio, dueOn, isRetention });
  const body = {
    ...{ v: 'wufang.resolution.v1' as const, streetId: 's', id: 'r', issueId: 'i', no: 1, title: '积水', text: ['换管。'] },
    ...{ plan: { id: 'p', no: 1, scenario: '方案一', hash: 'a', totalFen: '18640001' }, commitments: [], positions: [], gates: [] },
    shares: [share('产权单位', '三院', '9320001'), share('街道', '青云街道', '9320000')],
    schedule: [part('开工款', '30%', '2026-12-10'), part('完工款', '67%', null), part('质保金', '3%', null, true)],
    ...{ attachments: [], chainHead: { seq: 1, hash: 'c' }, signers: [], drawnAt: '2026-11-29T02:00:00.000Z' },
  };
  const paper = { body, hash: 'd', signatures: [], placeName: '小区', communityName: '社区', payWithin: '45 日' };
  const schedule = ofType(resolutionDocument(frame, { ...paper, state: 'DRAWN' }), 'TABLE')[1]!;
  expect(schedule.rows).toEqual([
    ['三院', '开工款', '30%', '2026年12月10日', '27,960.00'],
    ['三院', '完工款', '67%', '签署后 45 日内', '62,444.01'],
    ['三院', '质保金', '3%', '质保期满后', '2,796.00'],
    ['青云街道', '开工款', '30%', '2026年12月10日', '27,960.00'],
    ['青云街道', '完工款', '67%', '签署后 45 日内', '62,444.00'],
    ['青云街道', '质保金', '3%', '质保期满后', '2,796.00'],
  ]);
  expect(schedule.sum!.at(-1)).toBe('186,400.01');
  const notes = ofType(resolutionDocument(frame, { ...paper, state: 'SUPERSEDED' }), 'NOTE').map(({ text }) => text);
  expect(notes[0]).toContain('已由后一版决议代替');
});

test.each([
  ['2026-11-05', '2026年11月5日'],
  ['2027-01-31', '2027年1月31日'],
])('%s is written %s', (date, written) => expect(longDate(date)).toBe(written));

test.each([
  ['2026-11-20T06:00:00Z', '2026年11月20日（星期五）14:00'],
  ['2026-11-21T16:30:00Z', '2026年11月22日（星期日）00:30'], // already the next day in Beijing
])('%s is %s', (at, written) => expect(longTime(new Date(at))).toBe(written));

test.each([
  [1, '一'],
  [10, '十'],
  [11, '十一'],
  [21, '21'],
])('heading %i counts as %s', (n, written) => expect(ordinal(n)).toBe(written));

test('what no font can draw is marked and never left blank', () => {
  expect(drawable('9号楼😀积水\u0000', (code) => code < 0x10000)).toBe('9号楼〓(U+1F600)积水 ');
});
