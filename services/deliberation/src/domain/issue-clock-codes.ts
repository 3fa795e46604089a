import { noticeCodes } from './notice.js';

/** Clocks of an issue that end with it. */
export const talkCodes = [
  'ISSUE_SCREEN',
  'ISSUE_CONVENE',
  'ISSUE_ESCALATED',
  'PLAN_PROGRESS',
  'RESOLUTION_DRAW',
  ...noticeCodes,
  'QUORUM_WAIT',
  'ROUND_START',
  'ROUND_HOLD',
  'MINUTES',
] as const;

/** All of them. What a committee has decided is posted within its days also where the issue is over with it (北京市物业管理条例第四十五条、第五十七条). */
export const issueClockCodes = [...talkCodes, 'BODY_POST'] as const;
