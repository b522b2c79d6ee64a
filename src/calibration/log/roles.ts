import type { Log } from './types';

export type LogKind = Log['kind'];

/** What a column may tell, by kind of log. The order is that of the page's selects. */
export const ROLES = {
  tickets: [
    'date',
    'ticket',
    'number',
    'call',
    'start',
    'end',
    'wait',
    'service',
    'window',
    'item',
    'outcome',
    'priority',
    'queue',
  ],
  snapshots: ['date', 'at', 'queue', 'open', 'waiting', 'current', 'service'],
  intervals: ['date', 'interval', 'from', 'to', 'queue', 'people', 'open', 'waitMean', 'waitMax'],
  cases: ['case', 'activity', 'date', 'at', 'item'],
} as const satisfies Readonly<Record<LogKind, readonly string[]>>;

export type Role = (typeof ROLES)[LogKind][number];

export const LOG_KINDS = Object.keys(ROLES) as LogKind[];

type Both = { readonly zh: string; readonly en: string };

export const ROLE_NAMES: Readonly<Record<Role, Both>> = {
  date: { zh: '日期', en: 'date' },
  ticket: { zh: '取号时间', en: 'ticket time' },
  number: { zh: '号码', en: 'ticket number' },
  call: { zh: '叫号时间', en: 'call time' },
  start: { zh: '开始办理', en: 'start of service' },
  end: { zh: '办理结束', en: 'end of service' },
  wait: { zh: '等候时长', en: 'wait' },
  service: { zh: '办理时长', en: 'service time' },
  window: { zh: '窗口', en: 'window' },
  item: { zh: '事项', en: 'item' },
  outcome: { zh: '结果', en: 'outcome' },
  priority: { zh: '优先级', en: 'priority' },
  queue: { zh: '队列', en: 'queue' },
  at: { zh: '时刻', en: 'time' },
  open: { zh: '开放窗口数', en: 'open counters' },
  waiting: { zh: '等候人数', en: 'people waiting' },
  current: { zh: '当前号码', en: 'current ticket' },
  interval: { zh: '时段', en: 'interval' },
  from: { zh: '时段开始', en: 'from' },
  to: { zh: '时段结束', en: 'to' },
  people: { zh: '人数', en: 'people' },
  waitMean: { zh: '平均等候', en: 'mean wait' },
  waitMax: { zh: '最长等候', en: 'longest wait' },
  case: { zh: '办件编号', en: 'case' },
  activity: { zh: '环节', en: 'step' },
};

export const KIND_NAMES: Readonly<Record<LogKind, Both>> = {
  tickets: { zh: '逐号记录', en: 'single tickets' },
  snapshots: { zh: '排队快照', en: 'snapshots of the queue' },
  intervals: { zh: '分时段汇总', en: 'totals of intervals' },
  cases: { zh: '跨日办件', en: 'cases over days' },
};

/** What a cell of a role must be. */
export type CellKind = 'moment' | 'day' | 'duration' | 'count' | 'name' | 'range' | 'ticket';
export const CELL_KIND: Readonly<Record<Role, CellKind>> = {
  date: 'day',
  ticket: 'moment',
  number: 'ticket',
  call: 'moment',
  start: 'moment',
  end: 'moment',
  wait: 'duration',
  service: 'duration',
  window: 'name',
  item: 'name',
  outcome: 'name',
  priority: 'name',
  queue: 'name',
  at: 'moment',
  open: 'count',
  waiting: 'count',
  current: 'ticket',
  interval: 'range',
  from: 'moment',
  to: 'moment',
  people: 'count',
  waitMean: 'duration',
  waitMax: 'duration',
  case: 'name',
  activity: 'name',
};

/** Whether a name is a role of a kind of log. */
export function isRole(kind: LogKind, name: string): name is Role {
  return (ROLES[kind] as readonly string[]).includes(name);
}
