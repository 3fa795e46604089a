import { lazy, type FunctionComponent } from 'react';
import type { Role } from '@wufang/contracts';
import type { Guarded } from '../lib/may.js';

/** One place of the desks: where it stands, how it is called, who finds it in the menu. What a person may really do the server says. */
export interface Page {
  path: string;
  zh: string;
  en: string;
  /** Absent: reached by links alone. */
  menu?: readonly Role[];
  /** Pages of one section have one place in the menu, and a menu of their own. */
  section?: keyof typeof sections;
  /** The operation without which there is nothing on it: whose role may not do that is told so, and who can. */
  needs: Guarded;
  load: () => Promise<{ default: FunctionComponent }>;
  Content: FunctionComponent;
}

/** Sections of the menu by their names. */
export const sections = {
  decisions: { zh: '待决定', en: 'To be decided' },
  followUp: { zh: '跟进', en: 'Follow-up' },
  administration: { zh: '管理', en: 'Administration' },
} as const;

const page = (load: Page['load']): Pick<Page, 'load' | 'Content'> => ({ load, Content: lazy(load) });
const street: readonly Role[] = ['section_chief', 'street_leader', 'inspector', 'administrator', 'phone_desk'];
const seats: readonly Role[] = [
  'section_chief',
  'street_leader',
  'community_worker',
  'firm_manager',
  'rights_unit_rep',
  'owners_body_rep',
  'inspector',
];
const leaders: readonly Role[] = ['section_chief', 'street_leader', 'inspector', 'administrator'];
const handlers: readonly Role[] = ['firm_handler', 'firm_manager', 'community_worker', 'department_handler', 'section_chief'];

const coUnits: readonly Role[] = [...handlers, 'rights_unit_rep'];

const intakeDesks: readonly Role[] = ['phone_desk', 'section_chief', 'administrator'];

/** Every page of the desks, in the order of the menu. A feature adds its line here and nothing else. */
export const pages: readonly Page[] = [
  {
    path: '/wall',
    needs: 'dispatch.ledger.list',
    zh: '时限墙',
    en: 'Wall of timers',
    menu: street,
    ...page(() => import('../features/wall/wall.js')),
  },
  {
    path: '/decisions',
    needs: 'dispatch.dispute.uphold',
    zh: '待决定',
    en: 'To be decided',
    section: 'decisions',
    menu: ['section_chief', 'street_leader', 'phone_desk'],
    ...page(() => import('../features/orders/decisions.js')),
  },
  {
    path: '/intake',
    needs: 'intake.demand.receive',
    zh: '登记诉求',
    en: 'New demand',
    menu: intakeDesks,
    ...page(() => import('../features/intake/intake.js')),
  },
  {
    path: '/screening',
    needs: 'intake.demand.list',
    zh: '待研判',
    en: 'Screening',
    menu: intakeDesks,
    ...page(() => import('../features/intake/queue.js')),
  },
  {
    path: '/incidents',
    needs: 'dispatch.incident.list',
    zh: '突发事件',
    en: 'Incidents',
    menu: [...street, 'community_worker', 'firm_manager', 'department_handler'],
    ...page(() => import('../features/incidents/incidents.js')),
  },
  {
    path: '/incidents/new',
    needs: 'dispatch.incident.open',
    zh: '发起突发事件',
    en: 'Open an incident',
    ...page(() => import('../features/incidents/open-incident.js')),
  },
  {
    path: '/incidents/$id',
    needs: 'dispatch.incident.get',
    zh: '突发事件',
    en: 'Incident',
    ...page(() => import('../features/incidents/incident.js')),
  },
  {
    path: '/disputes',
    needs: 'dispatch.dispute.list',
    zh: '派单异议',
    en: 'Objections',
    section: 'decisions',
    menu: ['phone_desk', 'section_chief', 'street_leader'],
    ...page(() => import('../features/disputes/disputes.js')),
  },
  {
    path: '/callbacks',
    needs: 'intake.callback.list',
    zh: '回访',
    en: 'Callbacks',
    menu: ['callback_desk'],
    ...page(() => import('../features/callbacks/callbacks.js')),
  },
  {
    path: '/jobs',
    needs: 'dispatch.ledger.list',
    zh: '我的工单',
    en: 'My jobs',
    menu: handlers,
    ...page(() => import('../features/jobs/jobs.js')),
  },
  {
    path: '/legs',
    needs: 'dispatch.leg.list',
    zh: '协办事项',
    en: 'Helping others',
    menu: coUnits,
    ...page(() => import('../features/jobs/legs.js')),
  },
  {
    path: '/messages',
    needs: 'notify.message.list',
    zh: '消息',
    en: 'Messages',
    ...page(() => import('../features/messages/messages.js')),
  },
  {
    path: '/about/$id',
    needs: 'notify.message.list',
    zh: '消息所说的事项',
    en: 'What the message is about',
    ...page(() => import('../features/messages/about.js')),
  },
  {
    path: '/password',
    needs: 'gateway.account.change-password',
    zh: '修改密码',
    en: 'Change the password',
    ...page(() => import('../features/account/password.js')),
  },
  { path: '/jobs/$id', needs: 'dispatch.work-order.get', zh: '办理', en: 'Job', ...page(() => import('../features/jobs/job.js')) },
  {
    path: '/orders/$id',
    needs: 'dispatch.work-order.get',
    zh: '工单',
    en: 'Work order',
    ...page(() => import('../features/orders/order.js')),
  },
  {
    path: '/tables',
    needs: 'deliberation.table.list',
    zh: '五方议事',
    en: 'Five-party tables',
    menu: seats,
    ...page(() => import('../features/tables/tables.js')),
  },
  {
    path: '/duties',
    needs: 'deliberation.duty.list',
    zh: '应办事项',
    en: 'What is owed',
    menu: seats,
    ...page(() => import('../features/duties/duties.js')),
  },
  {
    path: '/votes',
    needs: 'deliberation.vote.list',
    zh: '业主表决',
    en: 'Owners’ votes',
    menu: ['counting_group', 'owners_body_rep'],
    ...page(() => import('../features/votes/votes.js')),
  },
  {
    path: '/votes/$id',
    needs: 'deliberation.vote.get',
    zh: '业主表决',
    en: 'Owners’ vote',
    ...page(() => import('../features/votes/vote.js')),
  },
  {
    path: '/emergency-uses/$id',
    needs: 'deliberation.emergency.get',
    zh: '应急使用维修资金',
    en: 'Emergency use of the fund',
    ...page(() => import('../features/mine/emergency-use.js')),
  },
  {
    path: '/mine',
    needs: 'deliberation.home-share.list',
    zh: '我家的事',
    en: 'My home',
    menu: ['resident'],
    ...page(() => import('../features/mine/mine.js')),
  },
  { path: '/issues/$id', needs: 'deliberation.issue.get', zh: '议题', en: 'Issue', ...page(() => import('../features/issues/issue.js')) },
  {
    path: '/rates',
    needs: 'scoring.rates.get',
    zh: '三率',
    en: 'Rates',
    menu: [...street, 'community_worker'],
    ...page(() => import('../features/rates/rates.js')),
  },
  {
    path: '/lists',
    needs: 'dispatch.leader-list.list',
    zh: '报表',
    en: 'Lists',
    menu: leaders,
    ...page(() => import('../features/lists/lists.js')),
  },
  { path: '/lists/$id', needs: 'dispatch.leader-list.get', zh: '报表', en: 'List', ...page(() => import('../features/lists/list.js')) },
  {
    path: '/meetings',
    needs: 'dispatch.scheduling-meeting.list',
    zh: '调度会',
    en: 'Scheduling meetings',
    menu: leaders,
    ...page(() => import('../features/meetings/meetings.js')),
  },
  {
    path: '/meetings/$id',
    needs: 'dispatch.scheduling-meeting.get',
    zh: '调度会',
    en: 'Scheduling meeting',
    ...page(() => import('../features/meetings/meeting.js')),
  },
  {
    path: '/asked',
    needs: 'dispatch.assigned-task.list',
    zh: '街道交办',
    en: 'Asked by the street',
    section: 'followUp',
    menu: coUnits,
    ...page(() => import('../features/asked/asked.js')),
  },
  {
    path: '/tasks',
    needs: 'dispatch.assigned-task.list',
    zh: '交办任务',
    en: 'Tasks',
    section: 'followUp',
    menu: [...coUnits, 'owners_body_rep', 'street_leader', 'inspector'],
    ...page(() => import('../features/tasks/tasks.js')),
  },
  {
    path: '/looks',
    needs: 'dispatch.watch-check.list',
    zh: '回看',
    en: 'Looks again',
    section: 'followUp',
    menu: [...coUnits, 'phone_desk', 'street_leader', 'inspector'],
    ...page(() => import('../features/looks/looks.js')),
  },
  {
    path: '/claims',
    needs: 'dispatch.claim.board',
    zh: '揭榜',
    en: 'Claim board',
    section: 'followUp',
    menu: ['community_worker', 'department_handler', ...leaders],
    ...page(() => import('../features/claims/claims.js')),
  },
  {
    path: '/supervisions',
    needs: 'dispatch.supervision.list',
    zh: '督办',
    en: 'Supervision',
    section: 'followUp',
    menu: leaders,
    ...page(() => import('../features/supervision/supervisions.js')),
  },
  {
    path: '/whistles',
    needs: 'dispatch.whistle.list',
    zh: '吹哨报到',
    en: 'Whistles',
    section: 'followUp',
    menu: leaders,
    ...page(() => import('../features/whistles/whistles.js')),
  },
  {
    path: '/whistles/$id',
    needs: 'dispatch.whistle.get',
    zh: '吹哨',
    en: 'Whistle',
    ...page(() => import('../features/whistles/whistle.js')),
  },
  {
    path: '/sweeps',
    needs: 'dispatch.sweep.list',
    zh: '举一反三',
    en: 'Like places',
    section: 'followUp',
    menu: street,
    ...page(() => import('../features/sweeps/sweeps.js')),
  },
  {
    path: '/sweeps/$id',
    needs: 'dispatch.sweep.get',
    zh: '举一反三',
    en: 'Like places',
    ...page(() => import('../features/sweeps/sweep.js')),
  },
  {
    path: '/watched',
    needs: 'dispatch.watched-order.list',
    zh: '本社区工单',
    en: 'Orders of my community',
    menu: ['citizen_supervisor'],
    ...page(() => import('../features/watched/watched.js')),
  },
  {
    path: '/watched/$id',
    needs: 'dispatch.watched-order.get',
    zh: '监督的工单',
    en: 'Watched order',
    ...page(() => import('../features/watched/one.js')),
  },
  {
    path: '/rosters',
    needs: 'dispatch.duty.list',
    zh: '周期任务与值班',
    en: 'Duties and rosters',
    section: 'followUp',
    menu: [...handlers, 'phone_desk', 'street_leader', 'administrator'],
    ...page(() => import('../features/rosters/rosters.js')),
  },
  {
    path: '/resources',
    needs: 'registry.resource.find',
    zh: '资源服务库',
    en: 'Resource library',
    section: 'followUp',
    menu: ['section_chief', 'community_worker', 'phone_desk', 'administrator'],
    ...page(() => import('../features/resources/resources.js')),
  },
  {
    path: '/calendars',
    needs: 'registry.calendar.list',
    zh: '工作日历',
    en: 'Calendars',
    section: 'administration',
    menu: ['administrator', 'section_chief', 'inspector'],
    ...page(() => import('../features/administration/calendars.js')),
  },
  {
    path: '/time-limits',
    needs: 'registry.time-limits.list',
    zh: '时限表',
    en: 'Time limits',
    section: 'administration',
    menu: ['administrator', 'section_chief', 'inspector'],
    ...page(() => import('../features/administration/time-limits.js')),
  },
  {
    path: '/people',
    needs: 'gateway.account.list',
    zh: '单位与人员',
    en: 'Units and people',
    section: 'administration',
    menu: ['administrator'],
    ...page(() => import('../features/administration/people.js')),
  },
  {
    path: '/people/$id',
    needs: 'gateway.account.list',
    zh: '人员',
    en: 'Person',
    section: 'administration',
    ...page(() => import('../features/administration/person.js')),
  },
  {
    path: '/chain-seats',
    needs: 'notify.chain-seat.list',
    zh: '超时链席位',
    en: 'Seats of the chain',
    section: 'administration',
    menu: ['administrator', 'street_leader', 'inspector'],
    ...page(() => import('../features/rosters/chain-seats.js')),
  },
  {
    path: '/imports',
    needs: 'intake.import.list',
    zh: '导入',
    en: 'Imports',
    section: 'administration',
    menu: ['administrator', 'section_chief', 'phone_desk'],
    ...page(() => import('../features/administration/imports.js')),
  },
  {
    path: '/rules',
    needs: 'dispatch.directory.get',
    zh: '派单目录',
    en: 'Directory',
    section: 'administration',
    menu: ['administrator', 'section_chief'],
    ...page(() => import('../features/directory/rules.js')),
  },
  {
    path: '/rules/drafts/$id',
    needs: 'dispatch.directory-draft.get',
    zh: '派单目录草稿',
    en: 'Draft of the directory',
    section: 'administration',
    ...page(() => import('../features/directory/draft.js')),
  },
  {
    path: '/rules/statistics',
    needs: 'dispatch.directory.statistics',
    zh: '各行的成效',
    en: 'How rows have done',
    section: 'administration',
    ...page(() => import('../features/directory/statistics.js')),
  },
  {
    path: '/categories',
    needs: 'intake.category-tree.get',
    zh: '问题分类',
    en: 'Categories',
    section: 'administration',
    menu: ['administrator', 'section_chief'],
    ...page(() => import('../features/categories/categories.js')),
  },
  {
    path: '/classifier',
    needs: 'intake.classifier.list',
    zh: '分类模型',
    en: 'Classifier',
    section: 'administration',
    menu: ['administrator', 'section_chief'],
    ...page(() => import('../features/classifier/classifier.js')),
  },
  {
    path: '/pilots',
    needs: 'dispatch.hand-up-pilot.list',
    zh: '有事您找我',
    en: 'Hand-up pilot',
    section: 'administration',
    menu: ['administrator', 'section_chief'],
    ...page(() => import('../features/pilots/pilots.js')),
  },
  {
    path: '/operation',
    needs: 'gateway.dead-event.list',
    zh: '运行与留痕',
    en: 'Operation',
    section: 'administration',
    menu: ['administrator', 'inspector'],
    ...page(() => import('../features/administration/operation.js')),
  },
];

const start = ({ path }: Page) => path.replace(/\/\$.*/, '');

/** The page that an address is on, without the part before it that all desks share: the one that says most of it. Example: '/orders/7' -> that of '/orders/$id'. */
export function pageAt(path: string): Page | undefined {
  const { length } = path.split('/').filter(Boolean);
  const found = pages.filter((page) => `${path}/`.startsWith(`${start(page)}/`));
  const exact = found.filter((page) => page.path.split('/').length - 1 === length);
  return (exact.length > 0 ? exact : found).sort((a, b) => start(b).length - start(a).length)[0];
}
