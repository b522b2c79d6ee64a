/** Chinese before a text: a space unless it begins Chinese itself. */
const spaced = (text: string) => (/^\p{Script=Han}/u.test(text) ? text : ` ${text}`);

/** What proposals on windows and on shifts say alike. */
export const PROPOSAL_WORDS = {
  zh: {
    promise: (promise: string) => `服务承诺为：${promise}；未等到叫号而离开的，不计入及时叫号。`,
    expect: (n: number, share: string, within: string) =>
      `经 ${n} 次模拟，平均每天 ${share}的人在 ${within}内被叫号`,
    nobody: (n: number) => `经 ${n} 次模拟，无人等候，及时叫号的比例无从统计`,
    waits: (mean: string, p90: string, abandoned: string) =>
      `；平均等候 ${mean}，被叫到号的人中九成等候不超过 ${p90}，放弃等候的占 ${abandoned}`,
    days: (kept: string) => `；逐日计，单日即达到承诺的日子占 ${kept}`,
    overfull: (n: number) => `；其中 ${n} 次因大厅无限拥挤而中止，指标只算到中止为止`,
    verdict: (verdict: string) => `判定：${verdict}。`,
    best: (design: string) => `最接近承诺的方案为${spaced(design)}：`,
    nothing: '没有一个方案得出模拟结果。',
    sure: (confidence: string, tolerance: string) =>
      `上述结论的置信水平为 ${confidence}，容许误差为 ±${tolerance}`,
    method: (names: readonly string[], n: number) =>
      `方法为 ${names.map(spaced).join('和').trim()}，全部方案共模拟 ${n} 次。`,
    unsure: (confidence: string, ending: string) =>
      `上述建议尚未达到 ${confidence} 的置信水平（${ending}）`,
    noAnswer: (ending: string) => `尚不能得出结论（${ending}）`,
    open: (designs: string) => `；未能判定的方案：${designs}`,
    openFewer: (designs: string) => `；未能判定、因而不排除更少即可的方案：${designs}`,
    more: (n: number) => `等共 ${n} 个`,
    failed: (designs: string, reason: string) =>
      `无法模拟、未予判定的方案：${designs}；原因：${reason}。`,
    list: '、',
    stop: '。',
    presentIs: (what: string, share: string, within: string) =>
      `现状为${spaced(what)}，平均每天 ${share}的人在 ${within}内被叫号`,
    asPresent: '；建议与现状一致。',
    against: (share: string, wait: string, hours: string) =>
      `；按建议，该比例${share}，平均等候${wait}，窗口在岗时间${hours}。`,
    paired: '以上差值按同一批办事人逐次相减得出。',
    basis:
      '以上为按假设模拟的结果，不是实测数据；输入的数值及其来源见方案文件，取得实测数据后应重新计算。',
  },
  en: {
    promise: (promise: string) =>
      `The promise: ${promise}; who leaves before the call does not count as called in time.`,
    expect: (n: number, share: string, within: string) =>
      `In ${n} simulated ${n === 1 ? 'replication' : 'replications'}, on an average day ${share} are called within ${within}`,
    nobody: (n: number) =>
      `In ${n} simulated ${n === 1 ? 'replication' : 'replications'} nobody waited, so there is no share called in time`,
    waits: (mean: string, p90: string, abandoned: string) =>
      `; the mean wait is ${mean}, of those called 90 % wait at most ${p90}, and ${abandoned} give up`,
    days: (kept: string) => `; of single days, ${kept} keep the promise by themselves`,
    overfull: (n: number) =>
      `; ${n} of them ended early because the hall filled without end, and the figures cover the time until then`,
    verdict: (verdict: string) => `Verdict: ${verdict}. `,
    best: (design: string) => `Nearest to the promise comes ${design}: `,
    nothing: 'No design could be simulated.',
    sure: (confidence: string, tolerance: string) =>
      `This holds with ${confidence} confidence and a tolerance of ±${tolerance}`,
    method: (names: readonly string[], n: number) =>
      `Found with the ${names.join(' and the ')}, in ${n} replications over all designs.`,
    unsure: (confidence: string, ending: string) =>
      `This does not have ${confidence} confidence yet (${ending})`,
    noAnswer: (ending: string) => `There is no answer yet (${ending})`,
    open: (designs: string) => `; undecided: ${designs}`,
    openFewer: (designs: string) => `; undecided, so that fewer may do: ${designs}`,
    more: (n: number) => ` and others, ${n} in all`,
    failed: (designs: string, reason: string) =>
      `Not simulated and not judged: ${designs}; reason: ${reason}.`,
    list: ', ',
    stop: '.',
    presentIs: (what: string, share: string, within: string) =>
      `At present (${what}), on an average day ${share} are called within ${within}`,
    asPresent: '; the proposal is the same as the present.',
    against: (share: string, wait: string, hours: string) =>
      `; as proposed, this share ${share}, the mean wait ${wait} and the staffed time of windows ${hours}.`,
    paired: 'These differences are taken replication by replication on the same visitors.',
    basis:
      'All of this is simulated from assumptions, not measured; the inputs and their sources are in the scenario file. Work it out again when measurements are there.',
  },
} as const;
