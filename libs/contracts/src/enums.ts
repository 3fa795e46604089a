import { z } from 'zod';

/** Demand types of the regulation, article 2 (接诉即办工作条例). */
export const demandTypes = ['INQUIRY', 'HELP', 'COMPLAINT', 'REPORT', 'SUGGESTION'] as const;
export const DemandType = z.enum(demandTypes).meta({ id: 'DemandType' });
export type DemandType = z.infer<typeof DemandType>;

/** Levels that choose the handling limit: emergency, utilities, normal, complex (紧急/水电气热/一般/复杂). */
export const levels = ['E', 'U', 'N', 'C'] as const;
export const Level = z.enum(levels).meta({ id: 'Level' });
export type Level = z.infer<typeof Level>;

/** How a demand came to level E: words of danger raised it, the resident says so, or a person of the street set it (or its category). */
export const levelBases = ['WORDS', 'CLAIM', 'PERSON'] as const;
export const LevelBasis = z.enum(levelBases).meta({ id: 'LevelBasis' });
export type LevelBasis = z.infer<typeof LevelBasis>;

/** What became of a complainant's personal data: handled only as far as the open matter needs it, or gone. */
export const erasureStates = ['RESTRICTED', 'ERASED'] as const;
export const ErasureState = z.enum(erasureStates).meta({ id: 'ErasureState' });
export type ErasureState = z.infer<typeof ErasureState>;

/** Why personal data must go: 个人信息保护法 art. 47. */
export const erasureBases = ['PURPOSE_FULFILLED', 'TERM_ENDED', 'CONSENT_WITHDRAWN', 'UNLAWFUL', 'OTHER_LAW'] as const;
export const ErasureBasis = z.enum(erasureBases).meta({ id: 'ErasureBasis' });
export type ErasureBasis = z.infer<typeof ErasureBasis>;

/** Whether a person has looked at a level E that no person of the street set: still to do, confirmed, or lowered. */
export const levelChecks = ['OPEN', 'CONFIRMED', 'LOWERED'] as const;
export const LevelCheck = z.enum(levelChecks).meta({ id: 'LevelCheck' });
export type LevelCheck = z.infer<typeof LevelCheck>;

/** How a demand came in (受理渠道). */
export const channels = ['HOTLINE_12345', 'PHONE_DESK', 'WEB', 'QR', 'OUTREACH', 'PATROL', 'GROUP_MESSAGE'] as const;
export const Channel = z.enum(channels).meta({ id: 'Channel' });
export type Channel = z.infer<typeof Channel>;

/** What screening may find (article 11): an ordinary demand, or one of the six special classes. */
export const screeningOutcomes = [
  'NORMAL',
  'EMERGENCY_LINE',
  'LEGAL_CHANNEL',
  'ALREADY_HANDLED',
  'SECRET_OR_PRIVATE',
  'BEYOND_DUTIES',
  'UNLAWFUL',
] as const;
export const ScreeningOutcome = z.enum(screeningOutcomes).meta({ id: 'ScreeningOutcome' });
export type ScreeningOutcome = z.infer<typeof ScreeningOutcome>;

/** States of a demand, held by intake. */
export const demandStates = ['RECEIVED', 'SCREENING', 'ANSWERED', 'REDIRECTED', 'LINKED', 'FORWARDED'] as const;
export const DemandState = z.enum(demandStates).meta({ id: 'DemandState' });
export type DemandState = z.infer<typeof DemandState>;

/** States of a work order, held by dispatch. */
export const workOrderStates = [
  'DISPATCHED',
  'DISPUTED',
  'ACCEPTED',
  'HANDLING',
  'JOINT',
  'DELIBERATING',
  'SUSPENDED',
  'COMPLETED',
  'REWORK',
  'CLOSED_SOLVED',
  'CLOSED_UNSOLVED',
  'CLOSED_EXCLUDED',
  'WATCHING',
  'ARCHIVED',
] as const;
export const WorkOrderState = z.enum(workOrderStates).meta({ id: 'WorkOrderState' });
export type WorkOrderState = z.infer<typeof WorkOrderState>;

/** Why an order was closed: the complainant said so; nobody could be reached; or it came closed in an import. */
export const closeBases = ['CONFIRMED', 'UNREACHED', 'EXPLAINED', 'IMPORTED'] as const;
export const CloseBasis = z.enum(closeBases).meta({ id: 'CloseBasis' });
export type CloseBasis = z.infer<typeof CloseBasis>;

export const callbackStates = ['OPEN', 'RECORDED', 'UNREACHED', 'WITHDRAWN'] as const;
export const CallbackState = z.enum(callbackStates).meta({ id: 'CallbackState' });
export type CallbackState = z.infer<typeof CallbackState>;

/** What opened a callback: the unit says done, or the handling limit has passed (article 23). */
export const callbackCauses = ['COMPLETED', 'DUE', 'IMPORTED'] as const;
export const CallbackCause = z.enum(callbackCauses).meta({ id: 'CallbackCause' });
export type CallbackCause = z.infer<typeof CallbackCause>;

export const satisfactions = ['SATISFIED', 'BASICALLY_SATISFIED', 'DISSATISFIED'] as const;
export const Satisfaction = z.enum(satisfactions).meta({ id: 'Satisfaction' });
export type Satisfaction = z.infer<typeof Satisfaction>;

export const unitKinds = [
  'STREET',
  'COMMUNITY',
  'VILLAGE',
  'STREET_OFFICE',
  'PROPERTY_FIRM',
  'PROPERTY_RIGHTS_UNIT',
  'OWNERS_BODY',
  'DISTRICT_DEPARTMENT',
  'UTILITY',
  'DISTRICT',
] as const;
export const UnitKind = z.enum(unitKinds).meta({ id: 'UnitKind' });
export type UnitKind = z.infer<typeof UnitKind>;

/** Estate types: commodity housing, SOE estates handed over (三供一业), central units' housing (央产房), no working firm (失管). */
export const estateTypes = ['COMMODITY', 'SGYY', 'CENTRAL_SOE', 'UNMANAGED'] as const;
export const EstateType = z.enum(estateTypes).meta({ id: 'EstateType' });
export type EstateType = z.infer<typeof EstateType>;

export const homeNatures = ['COMMODITY', 'SOLD_PUBLIC', 'UNSOLD_PUBLIC', 'NON_RESIDENTIAL'] as const;
export const HomeNature = z.enum(homeNatures).meta({ id: 'HomeNature' });
export type HomeNature = z.infer<typeof HomeNature>;

/** What waits for an answer about an order, one at a time: more time (延期), to put the matter off (挂账), that another unit takes it over (转办). */
export const orderRequests = ['EXTENSION', 'SUSPENSION', 'TRANSFER'] as const;
export const OrderRequest = z.enum(orderRequests).meta({ id: 'OrderRequest' });
export type OrderRequest = z.infer<typeof OrderRequest>;

/** The breach chain (4.6): handler, section chief, deputy leader, top leader, district; the two desks, and who leads the grid workers. */
export const chainSeats = ['H', 'S', 'V', 'T', 'R', 'CALLBACK_LEAD', 'DESK_LEAD', 'GRID_LEAD'] as const;
export const ChainSeat = z.enum(chainSeats).meta({ id: 'ChainSeat' });
export type ChainSeat = z.infer<typeof ChainSeat>;

/** What a grid worker's look at the place says of a completed order (网格核实): still to come, the work is done, it is not. */
export const gridChecks = ['OWED', 'CONFIRMED', 'NOT_DONE'] as const;
export const GridCheck = z.enum(gridChecks).meta({ id: 'GridCheck' });
export type GridCheck = z.infer<typeof GridCheck>;

/** What a word with the complainant was for (联系目的, domain rules part 1 row 153): to calm, to explain, to find out, to say how it stands. */
export const contactPurposes = ['CALM', 'EXPLAIN', 'VERIFY', 'REPORT_BACK'] as const;
export const ContactPurpose = z.enum(contactPurposes).meta({ id: 'ContactPurpose' });
export type ContactPurpose = z.infer<typeof ContactPurpose>;

/** Duties a clock watches (4.6) that are in force today. */
export const deadlineCodes = [
  'HANDLING_E',
  'UTIL_DONE',
  'NORMAL',
  'COMPLEX',
  'EMERG_FEEDBACK',
  'UTIL_ONSITE',
  'POLICY_ANSWER',
  'PROGRESS',
  'LEVEL_CONFIRM',
  'SCREEN_E',
  'SCREEN',
  'ACCEPT_EU',
  'ACCEPT',
  'FIRST_CONTACT_E',
  'FIRST_CONTACT_U',
  'FIRST_CONTACT',
  'CALLBACK_INSTANT',
  'CALLBACK_DUE',
  'REWORK',
  'GRID_VERIFY',
  'EXTENSION_DECIDE',
  'SUSPENSION_DECIDE',
  'TRANSFER_ANSWER',
  'ESCALATION_ASKED_E',
  'ESCALATION_ASKED',
  'TAKE_UP',
  'REVIEW',
  'PAUSE_END',
  'PAUSE_REVIEW',
  'WHISTLE_ASKED_E',
  'WHISTLE_ASKED',
  'WHISTLE_RESPOND_E',
  'WHISTLE_RESPOND',
  'WHISTLE_ONSITE',
  'WHISTLE_RESULT',
  'ASSIGNED_TASK',
  'SUPERVISION',
  'SUPERVISION_JUDGE',
  'LEADER_LIST',
  'DISPUTE_RAISE',
  'DISPUTE_DECIDE',
  'CO_RETURN',
  'SAME_DAY',
  'RAIN_DRAIN',
  'LIFT_TRAPPED',
  'LIFT_ONSITE',
  'LIFT_OUT',
  'BROADCAST',
  'CREW_HOURS',
  'INCIDENT_CONFIRM',
  'SWEEP_CHECK',
  'WATCH_T7',
  'WATCH_T30',
  'WATCH_RAIN',
  'WATCH_HEATING',
  'CAMPAIGN_END',
  'DUTY',
  'DUTY_NEXT',
  'ISSUE_SCREEN',
  'ISSUE_CONVENE',
  'ISSUE_ESCALATED',
  'NOTICE_NOW',
  'NOTICE_3WD',
  'NOTICE_5D',
  'NOTICE_15D',
  'QUORUM_WAIT',
  'ROUND_START',
  'ROUND_HOLD',
  'MINUTES',
  'PLAN_PROGRESS',
  'VOTE_OPEN',
  'VOTE_CLOSE',
  'VOTE_COUNT',
  'VOTE_PERIOD_MIN',
  'VOTE_PERIOD_MAX',
  'RESULT_POST',
  'VOTE_CORRECTION',
  'EMERGENCY_AIM',
  'SHARE_ANSWER',
  'BODY_POST',
  'BODY_CHECK',
  'BODY_PREPARE',
  'BODY_LIST',
  'BODY_FIRST_ASSEMBLY',
  'BODY_MATERIALS',
  'BODY_FILE',
  'BODY_FILING',
  'BODY_CHANGE_FILE',
  'BODY_ASSEMBLY',
  'BODY_MEETING',
  'BODY_TERM_REPORT',
  'BODY_TERM_GROUP',
  'BODY_TERM_END',
  'CONTRACT_FILE',
  'CONTRACT_DECIDE',
  'CONTRACT_HANDOVER',
  'SERVICE_END',
  'MONTHLY_PROJECT',
  'PROJECT_DECIDE',
  'PROJECT_TASK',
  'PETITION',
  'OFFICE_ANSWER',
  'RESOLUTION_DRAW',
  'SIGNING',
  'PUBLICITY_POST',
  'PUBLICITY_7D',
  'PUBLICITY_10WD',
  'OBJECTION_ANSWER',
  'ASSEMBLY_CALL',
  'PLAN_AMEND',
  'COMMITMENT_DUE',
  'INSTALMENT_DUE',
  'RECTIFY',
  'SETTLE',
  'SETTLEMENT_POST',
  'RETENTION',
] as const;
export const DeadlineCode = z.enum(deadlineCodes).meta({ id: 'DeadlineCode' });
export type DeadlineCode = z.infer<typeof DeadlineCode>;

/** The steps that a complainant who was invited follows (研究、实施、反馈). */
export const followedStages = ['STUDY', 'CARRY_OUT', 'FEEDBACK'] as const;
export const FollowedStage = z.enum(followedStages).meta({ id: 'FollowedStage' });
export type FollowedStage = z.infer<typeof FollowedStage>;
