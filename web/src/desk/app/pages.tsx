import { lazy, type FunctionComponent } from 'react';
import type { Role } from '@wufang/contracts';

/** One place of the desks: where it stands, how it is called, who finds it in the menu. What a person may really do the server says. */
export interface Page {
  path: string;
  zh: string;
  en: string;
  /** Absent: reached by links alone. */
  menu?: readonly Role[];
  Content: FunctionComponent;
}

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
const handlers: readonly Role[] = ['firm_handler', 'firm_manager', 'community_worker', 'department_handler', 'section_chief'];

const intakeDesks: readonly Role[] = ['phone_desk', 'section_chief', 'administrator'];

/** Every page of the desks, in the order of the menu. A feature adds its line here and nothing else. */
export const pages: readonly Page[] = [
  { path: '/wall', zh: '时限墙', en: 'Wall of timers', menu: street, Content: page(() => import('../features/wall/wall.js')) },
  { path: '/intake', zh: '登记诉求', en: 'New demand', menu: intakeDesks, Content: page(() => import('../features/intake/intake.js')) },
  { path: '/screening', zh: '待研判', en: 'Screening', menu: intakeDesks, Content: page(() => import('../features/intake/queue.js')) },
  {
    path: '/callbacks',
    zh: '回访',
    en: 'Callbacks',
    menu: ['callback_desk'],
    Content: page(() => import('../features/callbacks/callbacks.js')),
  },
  { path: '/jobs', zh: '我的工单', en: 'My jobs', menu: handlers, Content: page(() => import('../features/jobs/jobs.js')) },
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
    path: '/rules',
    zh: '派单目录',
    en: 'Directory',
    menu: ['administrator', 'section_chief'],
    Content: page(() => import('../features/administration/rules.js')),
  },
  {
    path: '/operation',
    zh: '运行与留痕',
    en: 'Operation',
    menu: ['administrator', 'inspector'],
    Content: page(() => import('../features/administration/operation.js')),
  },
];
