/** Names of quantities that several cases share. */
export const WORDS = {
  wait: { zh: '平均等候', en: 'Mean wait' },
  queue: { zh: '平均等候人数', en: 'Mean number waiting' },
  inHall: { zh: '平均在厅时间', en: 'Mean time in hall' },
  utilisation: { zh: '窗口利用率', en: 'Utilisation of the windows' },
  within: { zh: '等候不超过 1 秒的比例', en: 'Share who wait at most 1 s' },
  p90: { zh: '九成等候不超过', en: '90 % wait at most' },
  p95: { zh: '九成五等候不超过', en: '95 % wait at most' },
  turnedAway: { zh: '被谢绝的比例', en: 'Share turned away' },
  gaveUp: { zh: '放弃等候的比例', en: 'Share who give up' },
} as const;

/** A quantity of one thing among several: "name: quantity". */
export function of(
  name: { readonly zh: string; readonly en: string },
  quantity: { readonly zh: string; readonly en: string },
): { zh: string; en: string } {
  return { zh: `${name.zh}：${quantity.zh}`, en: `${name.en}: ${quantity.en.toLowerCase()}` };
}
