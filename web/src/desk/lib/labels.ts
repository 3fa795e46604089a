import { labels as chinese } from '@wufang/contracts/labels';
import { inWords } from '../../lib/in-words.js';
import { spokenLanguage } from './words.js';

type Lists = typeof chinese;

/** English words where the identifier, which the glossary has chosen, does not say it by itself. */
const english: { [L in keyof Lists]?: Partial<Record<keyof Lists[L], string>> } = {
  level: { E: 'Emergency', U: 'Utilities', N: 'Normal', C: 'Complex' },
  workOrderState: { COMPLETED: 'Awaits callback', CLOSED_UNSOLVED: 'Unsolved, explained' },
  orderRequest: { EXTENSION: 'More time', SUSPENSION: 'Suspension', TRANSFER: 'Hand-over' },
  escalationOutcome: { OPEN: 'Waits', TAKEN_UP: 'Taken up', GUIDED: 'Guidance given', DECLINED: 'Declined', LAPSED: 'Lapsed' },
  chainSeat: { H: 'Handler', S: 'Section chief', V: 'Leader in charge', T: 'Head of the street', R: 'District' },
  estateType: { SGYY: 'Former state firm’s estate', CENTRAL_SOE: 'Central state housing' },
  watchKind: { T7: 'Seven days', T30: 'Thirty days', RAIN: 'First rain' },
  deadlineCode: {
    HANDLING_E: 'Emergency limit',
    UTIL_DONE: 'Utilities limit',
    NORMAL: 'Normal limit',
    COMPLEX: 'Complex limit',
    EMERG_FEEDBACK: 'Emergency feedback',
    UTIL_ONSITE: 'Utilities on site',
    SCREEN_E: 'Emergency screening',
    ACCEPT_EU: 'Urgent acceptance',
    FIRST_CONTACT_E: 'Emergency first contact',
    FIRST_CONTACT_U: 'Utilities first contact',
    WATCH_T7: 'Seven-day watch',
    WATCH_T30: 'Thirty-day watch',
    PUBLICITY_7D: 'Publicity',
    PUBLICITY_10WD: 'Publicity (management committee)',
    NOTICE_3WD: 'Notice of meeting',
    NOTICE_5D: 'Notice of meeting (with the owners’ committee)',
    NOTICE_15D: 'Notice of meeting (with the owners’ assembly)',
    CO_RETURN: 'Co-unit’s result',
    WHISTLE_RESULT: 'Summoned unit’s result',
  },
  leaderListKind: {
    DAY_NOON: 'Daily (noon to noon)',
    DAY: 'Daily',
    WEEK: 'Weekly',
    ASSESSMENT_MONTH: 'Monthly (assessment period)',
    MONTH: 'Monthly',
  },
};

/** What residents are told where the desk writes nothing of its own: in Chinese, whatever language the desk reads. */
export const toldResidents = chinese.screeningMessage;
export type Special = keyof typeof toldResidents;

const inEnglish = new Map<string, object>();

/** The words of every list in the language of the page: screen, message and report say the same Chinese; English is the identifier in words. */
export const labels: Lists = new Proxy(chinese, {
  get(lists, name: keyof Lists) {
    if (spokenLanguage() === 'zh') return lists[name];
    const known = inEnglish.get(name);
    if (known) return known;
    const said: Record<string, string | undefined> = english[name] ?? {};
    const list = Object.fromEntries(Object.keys(lists[name]).map((value) => [value, said[value] ?? inWords(value)]));
    inEnglish.set(name, list);
    return list;
  },
});
