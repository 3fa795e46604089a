import { lazy, type FunctionComponent } from 'react';
import type { Role } from '@wufang/contracts';

/** One place of the desks: where it stands, how it is called, who finds it in the menu. What a person may really do the server says. */
export interface Page {
  path: string;
  zh: string;
  en: string;
  /** Absent: reached by links alone. */
  menu?: readonly Role[];
  /** Pages of one section have one place in the menu, and a menu of their own. */
  section?: keyof typeof sections;
  Content: FunctionComponent;
}

/** Sections of the menu by their names. */
export const sections = { administration: { zh: '管理', en: 'Administration' } } as const;

const page = (load: () => Promise<{ default: FunctionComponent }>) => lazy(load);
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
  { path: '/wall', zh: '时限墙', en: 'Wall of timers', menu: street, Content: page(() => import('../features/wall/wall.js')) },
  { path: '/intake', zh: '登记诉求', en: 'New demand', menu: intakeDesks, Content: page(() => import('../features/intake/intake.js')) },
  { path: '/screening', zh: '待研判', en: 'Screening', menu: intakeDesks, Content: page(() => import('../features/intake/queue.js')) },
  {
    path: '/incidents',
    zh: '突发事件',
    en: 'Incidents',
    menu: [...street, 'community_worker', 'firm_manager', 'department_handler'],
    Content: page(() => import('../features/incidents/incidents.js')),
  },
  {
    path: '/incidents/new',
    zh: '发起突发事件',
    en: 'Open an incident',
    Content: page(() => import('../features/incidents/open-incident.js')),
  },
  { path: '/incidents/$id', zh: '突发事件', en: 'Incident', Content: page(() => import('../features/incidents/incident.js')) },
  {
    path: '/disputes',
    zh: '派单异议',
    en: 'Objections',
    menu: ['phone_desk', 'section_chief', 'street_leader'],
    Content: page(() => import('../features/disputes/disputes.js')),
  },
  {
    path: '/callbacks',
    zh: '回访',
    en: 'Callbacks',
    menu: ['callback_desk'],
    Content: page(() => import('../features/callbacks/callbacks.js')),
  },
  { path: '/jobs', zh: '我的工单', en: 'My jobs', menu: handlers, Content: page(() => import('../features/jobs/jobs.js')) },
  { path: '/legs', zh: '协办事项', en: 'Helping others', menu: coUnits, Content: page(() => import('../features/jobs/legs.js')) },
  { path: '/password', zh: '修改密码', en: 'Change the password', Content: page(() => import('../features/account/password.js')) },
  { path: '/jobs/$id', zh: '办理', en: 'Job', Content: page(() => import('../features/jobs/job.js')) },
  { path: '/orders/$id', zh: '工单', en: 'Work order', Content: page(() => import('../features/orders/order.js')) },
  { path: '/tables', zh: '五方议事', en: 'Five-party tables', menu: seats, Content: page(() => import('../features/tables/tables.js')) },
  { path: '/duties', zh: '应办事项', en: 'What is owed', menu: seats, Content: page(() => import('../features/duties/duties.js')) },
  { path: '/issues/$id', zh: '议题', en: 'Issue', Content: page(() => import('../features/issues/issue.js')) },
  {
    path: '/rates',
    zh: '三率',
    en: 'Rates',
    menu: [...street, 'community_worker'],
    Content: page(() => import('../features/rates/rates.js')),
  },
  {
    path: '/lists',
    zh: '报表',
    en: 'Lists',
    menu: leaders,
    Content: page(() => import('../features/lists/lists.js')),
  },
  { path: '/lists/$id', zh: '报表', en: 'List', Content: page(() => import('../features/lists/list.js')) },
  {
    path: '/meetings',
    zh: '调度会',
    en: 'Scheduling meetings',
    menu: leaders,
    Content: page(() => import('../features/meetings/meetings.js')),
  },
  { path: '/meetings/$id', zh: '调度会', en: 'Scheduling meeting', Content: page(() => import('../features/meetings/meeting.js')) },
  {
    path: '/calendars',
    zh: '工作日历',
    en: 'Calendars',
    section: 'administration',
    menu: ['administrator', 'section_chief', 'inspector'],
    Content: page(() => import('../features/administration/calendars.js')),
  },
  {
    path: '/time-limits',
    zh: '时限表',
    en: 'Time limits',
    section: 'administration',
    menu: ['administrator', 'section_chief', 'inspector'],
    Content: page(() => import('../features/administration/time-limits.js')),
  },
  {
    path: '/people',
    zh: '单位与人员',
    en: 'Units and people',
    section: 'administration',
    menu: ['administrator'],
    Content: page(() => import('../features/administration/people.js')),
  },
  {
    path: '/people/$id',
    zh: '人员',
    en: 'Person',
    section: 'administration',
    Content: page(() => import('../features/administration/person.js')),
  },
  {
    path: '/imports',
    zh: '导入',
    en: 'Imports',
    section: 'administration',
    menu: ['administrator', 'section_chief', 'phone_desk'],
    Content: page(() => import('../features/administration/imports.js')),
  },
  {
    path: '/rules',
    zh: '派单目录',
    en: 'Directory',
    section: 'administration',
    menu: ['administrator', 'section_chief'],
    Content: page(() => import('../features/administration/rules.js')),
  },
  {
    path: '/operation',
    zh: '运行与留痕',
    en: 'Operation',
    section: 'administration',
    menu: ['administrator', 'inspector'],
    Content: page(() => import('../features/administration/operation.js')),
  },
];
