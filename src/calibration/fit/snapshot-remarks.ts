import type { Looks } from './looks';
import type { Pool } from './pools';
import type { Unknown } from './types';

/** How a queue's service time is known. */
export function queueRemark(pool: Pool, looks: Looks, q: number, pace: number) {
  const calls = Math.round(looks.busyCalls[q]!);
  const shared = pool.queues.length > 1;
  return {
    zh: `${shared ? `与另外 ${pool.queues.length - 1} 个队列共用窗口，办理时间取显示屏的平均` : `有人等候时叫号 ${calls} 次，由此得到办理时间`}；再按实际等候校正为 ${(1 / pace).toFixed(2)} 倍。形状按指数分布假设。`,
    en: `${shared ? `Shares counters with ${pool.queues.length - 1} other queues; service is the display’s average` : `${calls} calls while people waited give the service time`}, times ${(1 / pace).toFixed(2)} so that waits are as seen. The shape is assumed exponential.`,
  };
}

/** What displays do not tell. */
export function noteSnapshotUnknowns(unknowns: Unknown[], looks: Looks): void {
  const add = (about: string, zh: string, en: string) => unknowns.push({ about, text: { zh, en } });
  add(
    'service',
    '每次办理多久没有记录，只有平均；分布形状按指数分布假设。',
    'Single service times are not recorded, only their mean; the shape is assumed exponential.',
  );
  add(
    'patience',
    '谁中途离开、谁没有取到号都没有记录：离开的人要到被叫号时才从队列消失；方案假设等候人数达到记录中的最多时不再发号。',
    'Who left, or got no ticket, is not recorded: people who leave only vanish from the queue when they are called. The scenario assumes that no tickets are given while as many wait as ever did in the log.',
  );
  add(
    'noShow',
    '过号无从得知：叫了没来的号和办过的号看起来一样。',
    'Unanswered calls cannot be told from served ones.',
  );
  add(
    'waits',
    '单个人的等候没有记录；平均等候由排队人数和到达率按 Little 公式得出。',
    'Single waits are not recorded; mean waits follow from queue and arrivals by Little’s law.',
  );
  if (looks.resets > 0)
    add(
      'resets',
      `号码归零 ${looks.resets} 次，按重新开始计。`,
      `Numbers were reset ${looks.resets} times and are counted anew from there.`,
    );
}
