import type { Reason } from '../../live/counts';
import { clockOf } from '../../scenarios/clock';

/** What is counted, in words. */
export const REASONS: Readonly<Record<Reason, { readonly zh: string; readonly en: string }>> = {
  malformed: { zh: '格式不对，未采用', en: 'malformed, left out' },
  tooLong: { zh: '行太长，未采用', en: 'line too long, left out' },
  doubled: { zh: '重复，未采用', en: 'doubled, left out' },
  conflicting: { zh: '同编号而内容不同，未采用', en: 'same id, other content, left out' },
  late: { zh: '来得太晚，未采用', en: 'too late, left out' },
  ahead: { zh: '时钟超前，未采用', en: 'clock ahead, left out' },
  impossible: { zh: '与已知情况矛盾，未采用', en: 'impossible as things stand, left out' },
  tooMany: { zh: '一天事件过多，未采用', en: 'more than a day can have, left out' },
  earlier: { zh: '今天以前的，未采用', en: 'of earlier days, left out' },
  reordered: { zh: '顺序颠倒，已排好', en: 'out of order, put in order' },
  unseenTicket: { zh: '没见过取号，已采用', en: 'number never seen taken, taken in' },
  endInferred: {
    zh: '没见到办结，由下一次叫号推断',
    en: 'end not told, inferred from the next call',
  },
  openInferred: { zh: '没见到开窗，由叫号推断', en: 'opening not told, inferred from a call' },
  unknownWindow: { zh: '方案里没有的窗口', en: 'window not in the scenario' },
  unknownItem: { zh: '方案里没有的事项', en: 'item not in the scenario' },
  leftOver: { zh: '日终仍未办结', en: 'unfinished at the end of a day' },
};

/** Time of day "HH:MM:SS" of ms on the hall's clock. */
export const hallTimeText = (atMs: number) => clockOf(Math.floor(atMs / 1000) % 86_400);
