import { clockOf } from '../scenarios/clock';
import { numberOf } from '../scenarios/provenance';
import type { Scenario } from '../scenarios/scenario';
import { inLanguage, type Language } from '../scenarios/text';
import type { Measure } from '../sim/experiments/report';
import type { Change, DayForecast, Shift } from '../sim/forecast/day-forecast';
import type { NowEffect, NowForecast } from '../sim/forecast/now';

const hm = (s: number) => clockOf(s).slice(0, 5);
const percent = (share: number | null) => (share === null ? '—' : `${(share * 100).toFixed(1)}%`);
export const minutesText = (s: number | null) => (s === null ? '—' : (s / 60).toFixed(1));
/** Minutes with their sign; what rounds to nothing has none. */
const signed = (s: number) => {
  const text = (Math.abs(s) / 60).toFixed(1);
  return text === '0.0' ? text : `${s < 0 ? '−' : '+'}${text}`;
};

const WEEKDAYS = {
  zh: { mon: '周一', tue: '周二', wed: '周三', thu: '周四', fri: '周五', sat: '周六', sun: '周日' },
  en: { mon: 'Mon', tue: 'Tue', wed: 'Wed', thu: 'Thu', fri: 'Fri', sat: 'Sat', sun: 'Sun' },
} as const;

const WORDS = {
  zh: {
    list: '、',
    marketDay: '圩日',
    makeUp: '调休上班',
    factor: (x: string) => `来访为平常的 ${x} 倍`,
    visits: (n: number) => `约 ${n} 人`,
    day: (hall: string, date: string, facts: string) => `${hall}，${date}（${facts}）。`,
    kept: (share: string, within: string, promised: string, of100: number, interval: string) =>
      `预计 ${share} 的办事人在 ${within} 分钟内被叫到。模拟的 100 天里约有 ${of100} 天（${interval}）全天兑现“${promised} 在 ${within} 分钟内”。`,
    wait: (low: string, median: string, high: string) =>
      `全天平均等候：一般 ${median} 分钟，九成的日子在 ${low} 至 ${high} 分钟之间。`,
    combined: (model: string, past: string, days: number) =>
      `图中“合成预测”一线：模型占 ${model}，记录中往日同一半小时的平均占 ${past}（轮流留出 ${days} 天不参与拟合，由此得出）。`,
    combinedWait: (low: string, mean: string, high: string, from: string, to: string) =>
      `按合成预测，等候最长的半小时是 ${from}–${to}：平均 ${mean} 分钟，九成在 ${low} 至 ${high} 分钟之间。承诺与增减窗口只由模型计算。`,
    changed: '大厅、班次或来访量已与记录不同，往日的等候说明不了它：没有合成预测，只有模型。',
    allKept: '每个半小时都达到承诺。',
    broken: (spans: string) => `达不到承诺的时段：${spans}。`,
    spare: (spans: string) => `可以少开一个窗口的时段：${spans}。`,
    mends: (shifts: string, hours: string) =>
      `最省的补救：${shifts}，共 ${hours} 窗口小时；加上后每个半小时都达到承诺。`,
    notMended: (shifts: string, hours: string) =>
      `加开 ${shifts}（共 ${hours} 窗口小时）仍不能使每个半小时都达到承诺。`,
    opening: (window: string, from: string, to: string) => `${window}在 ${from}–${to} 加开`,
    adding: (window: string, from: string, to: string) =>
      `${from}–${to} 加一个与${window}相同的窗口`,
    place: '此时同类窗口已全部开放，加开需要另有位置；步行时间按该窗口计。',
    nearby: '补救班次是逐步试出来的，附近没有更省的；未证明是全局最省。',
    contains: (cv: string | null) =>
      `扇形包含：${cv === null ? '' : `各日忙闲的起伏（变异系数 ${cv}）、`}来人与办理时长的机遇。不含：参数本身的误差、前几日遗留的取件和再次来访。`,
    basis: (n: number, tried: number) =>
      `模拟 ${n} 天；增减窗口在前 ${tried} 天的同一批办事人上试算。`,
    stopped: (n: number) => `有 ${n} 天因大厅无限拥挤而中止。`,
    incomplete: '尚未算完。',
    now: (hall: string, at: string, waiting: number) => `${hall}，${at}，${waiting} 人等候。`,
    tell: (names: string, median: string, p90: string) =>
      `现在取号办理${names}：一般等 ${median} 分钟，十有九次不超过 ${p90} 分钟。`,
    tellNow: (names: string) => `现在取号办理${names}：一般不用等。`,
    tellSeldom: (names: string, p90: string) =>
      `现在取号办理${names}：多半不用等，十有九次不超过 ${p90} 分钟。`,
    tellNever: (names: string) => `现在取号办理${names}：今天多半叫不到。`,
    empty: (median: string, p90: string) =>
      `预计 ${median} 前后首次无人等候，十有九次不晚于 ${p90}。`,
    emptyNow: '现在无人等候。',
    emptyNever: '今天多半不会出现无人等候的时刻。',
    open: (window: string, wait: string, interval: string) =>
      `现在加开${window}：余下各人的平均等候变化 ${wait} 分钟（95% 区间 ${interval}）`,
    openAdded: (window: string, wait: string, interval: string) =>
      `现在加一个与${window}相同的窗口：余下各人的平均等候变化 ${wait} 分钟（95% 区间 ${interval}）`,
    close: (window: string, wait: string, interval: string) =>
      `现在关闭${window}：余下各人的平均等候变化 ${wait} 分钟（95% 区间 ${interval}）`,
    newcomer: (difference: string) => `，新来的人变化 ${difference} 分钟。`,
    newcomerSame: '，现在新来的人等得一样。',
    overdue: (windows: string) =>
      `${windows}的办理已超过方案中最长的时间，剩余时间按平均办理时间的指数分布估计。`,
    noScatter: '方案没有日间起伏，已到人数没有用上。',
  },
  en: {
    list: ', ',
    marketDay: 'market day',
    makeUp: 'make-up day',
    factor: (x: string) => `${x} times the ordinary visits`,
    visits: (n: number) => `about ${n} people`,
    day: (hall: string, date: string, facts: string) => `${hall}, ${date} (${facts}).`,
    kept: (share: string, within: string, promised: string, of100: number, interval: string) =>
      `${share} of the visitors are expected to be called within ${within} min. Of 100 simulated days about ${of100} (${interval}) keep "${promised} within ${within} min" as a whole.`,
    wait: (low: string, median: string, high: string) =>
      `Mean wait of the day: ${median} min as a rule, between ${low} and ${high} min on nine days in ten.`,
    combined: (model: string, past: string, days: number) =>
      `The line "combined forecast" in the chart: the model counts for ${model}, the mean of past days of the log at the same half hour for ${past} (settled on ${days} days left out of the fit by turns).`,
    combinedWait: (low: string, mean: string, high: string, from: string, to: string) =>
      `By the combined forecast the half hour of the longest waits is ${from}–${to}: ${mean} min on average, nine times in ten between ${low} and ${high} min. The promise, and windows more or less, are worked out by the model alone.`,
    changed:
      'The hall, its shifts or its visits are no longer those of the log, so past waits say nothing of it: there is no combined forecast, only the model.',
    allKept: 'Every half hour keeps the promise.',
    broken: (spans: string) => `The promise breaks at ${spans}.`,
    spare: (spans: string) => `One window could be spared at ${spans}.`,
    mends: (shifts: string, hours: string) =>
      `The cheapest that mends it: ${shifts}, ${hours} window hours; every half hour then keeps the promise.`,
    notMended: (shifts: string, hours: string) =>
      `Even ${shifts} (${hours} window hours) would not make every half hour keep the promise.`,
    opening: (window: string, from: string, to: string) => `${window} open from ${from} to ${to}`,
    adding: (window: string, from: string, to: string) =>
      `one more window like ${window} from ${from} to ${to}`,
    place:
      'All windows of that kind are open then, so another place is needed; walking is taken to be to that window.',
    nearby:
      'The shifts were found step by step: nothing nearby is cheaper; not proven the cheapest of all.',
    contains: (cv: string | null) =>
      `The fan contains ${cv === null ? '' : `the scatter of whole days (coefficient of variation ${cv}) and `}the chance in who comes and how long service takes. It does not contain errors of the parameters themselves, nor collections and return visits left from days before.`,
    basis: (n: number, tried: number) =>
      `${n} simulated days; windows more or less were tried on the same visitors of the first ${tried}.`,
    stopped: (n: number) => `${n} days were stopped because the hall filled without end.`,
    incomplete: 'Not worked out to the end yet.',
    now: (hall: string, at: string, waiting: number) => `${hall}, ${at}, ${waiting} waiting.`,
    tell: (names: string, median: string, p90: string) =>
      `A ticket now for ${names}: ${median} min as a rule, no more than ${p90} min nine times in ten.`,
    tellNow: (names: string) => `A ticket now for ${names}: no wait as a rule.`,
    tellSeldom: (names: string, p90: string) =>
      `A ticket now for ${names}: most likely no wait, no more than ${p90} min nine times in ten.`,
    tellNever: (names: string) => `A ticket now for ${names}: most likely not called today.`,
    empty: (median: string, p90: string) =>
      `Nobody is expected to wait around ${median} for the first time, nine times in ten by ${p90}.`,
    emptyNow: 'Nobody waits now.',
    emptyNever: 'Most likely there will be somebody waiting for the rest of the day.',
    open: (window: string, wait: string, interval: string) =>
      `Opening ${window} now: mean wait of everybody else changes by ${wait} min (95% interval ${interval})`,
    openAdded: (window: string, wait: string, interval: string) =>
      `One more window like ${window} now: mean wait of everybody else changes by ${wait} min (95% interval ${interval})`,
    close: (window: string, wait: string, interval: string) =>
      `Closing ${window} now: mean wait of everybody else changes by ${wait} min (95% interval ${interval})`,
    newcomer: (difference: string) => `, a newcomer of its classes by ${difference} min.`,
    newcomerSame: ', a newcomer now waits as long.',
    overdue: (windows: string) =>
      `Service at ${windows} has lasted longer than the scenario knows; what is left is taken as exponential with the mean service time.`,
    noScatter:
      'The scenario has no scatter of whole days, so the arrivals up to now were not used.',
  },
} as const;

/** Name of a window as people know it. */
function windowName({ windows }: Scenario, id: string, language: Language): string {
  const window = windows.find((w) => w.id === id);
  return window ? inLanguage(window.name, language) : id;
}

/** Half hours that follow each other as one span. */
function spansText(
  spans: readonly { readonly fromS: number; readonly toS: number }[],
  language: Language,
): string {
  const joined: { fromS: number; toS: number }[] = [];
  for (const { fromS, toS } of spans) {
    const last = joined.at(-1);
    if (last?.toS === fromS) last.toS = toS;
    else joined.push({ fromS, toS });
  }
  return joined.map(({ fromS, toS }) => `${hm(fromS)}–${hm(toS)}`).join(WORDS[language].list);
}

/** A shift in words: which window, from when to when. */
export function shiftText(shift: Shift, scenario: Scenario, language: Language): string {
  const words = WORDS[language];
  const [from, to] = [hm(shift.fromS), hm(shift.toS)];
  return shift.open
    ? words.opening(windowName(scenario, shift.open, language), from, to)
    : words.adding(windowName(scenario, shift.like, language), from, to);
}

/** How many windows more, and like which. */
export function kindsText({ kinds }: Change, scenario: Scenario, language: Language): string {
  return kinds
    .map(({ like, open, windows }) => {
      const name = windowName(scenario, open ?? like, language);
      return windows > 1 ? `${name} ×${windows}` : name;
    })
    .join(WORDS[language].list);
}

const intervalOf = ({ ci95 }: Measure, text: (x: number) => string) =>
  ci95 ? `${text(ci95[0])} … ${text(ci95[1])}` : '—';

/** What the forecast with past days is made of and where it is worst. */
function combinedWords({ combined, past }: DayForecast, language: Language): string[] {
  const words = WORDS[language];
  if (past === 'changed') return [words.changed];
  if (!combined) return [];
  const { modelWeight, leftOutDays, halfHours } = combined;
  const whole = Math.round(100 * modelWeight);
  const lines = [words.combined(`${whole}%`, `${100 - whole}%`, leftOutDays)];
  const longest = halfHours.reduce<(typeof halfHours)[number] | null>(
    (most, one) => ((one.waitS ?? -1) > (most?.waitS ?? -1) ? one : most),
    null,
  );
  if (longest) {
    const [low, , , , high] = longest.quantiles;
    const { waitS, fromS, toS } = longest;
    lines.push(
      words.combinedWait(
        minutesText(low ?? null),
        minutesText(waitS),
        minutesText(high ?? null),
        hm(fromS),
        hm(toS),
      ),
    );
  }
  return lines;
}

/** The answer in sentences, for page, command and file. */
export function forecastWords(
  forecast: DayForecast,
  scenario: Scenario,
  language: Language,
): string[] {
  const words = WORDS[language];
  const { day, fan, promise, broken, spare, mending } = forecast;
  const facts = [
    WEEKDAYS[language][day.weekday],
    ...(day.marketDay ? [words.marketDay] : []),
    ...(day.makeUpDay ? [words.makeUp] : []),
    ...(day.factor !== 1 ? [words.factor(String(Number(day.factor.toFixed(2))))] : []),
    ...(day.visits === null ? [] : [words.visits(Math.round(day.visits))]),
  ];
  const within = String(Number((promise.withinS / 60).toFixed(1)));
  const cv = scenario.demand?.dayFactorCv;
  const quantile = (i: number) => minutesText(fan.waitS.quantiles[i] ?? null);
  const lines = [words.day(inLanguage(scenario.name, language), day.date, facts.join(words.list))];
  if (fan.replications === 0) return [...lines, words.incomplete];
  lines.push(
    words.kept(
      percent(fan.share.mean),
      within,
      percent(promise.share),
      Math.round((fan.kept.mean ?? 0) * 100),
      intervalOf(fan.kept, percent),
    ),
    words.wait(quantile(0), quantile(2), quantile(4)),
    ...combinedWords(forecast, language),
    broken.length === 0
      ? words.allKept
      : words.broken(
          spansText(
            broken.map((i) => fan.halfHours[i]!),
            language,
          ),
        ),
  );
  if (spare.length > 0) lines.push(words.spare(spansText(spare, language)));
  if (mending) {
    const shifts = mending.shifts.map((s) => shiftText(s, scenario, language)).join(words.list);
    const hours = String(Number(mending.hours.toFixed(1)));
    lines.push((mending.mends ? words.mends : words.notMended)(shifts, hours));
    if (mending.shifts.some(({ open }) => open === null)) lines.push(words.place);
    lines.push(words.nearby);
  }
  if (fan.stopped > 0) lines.push(words.stopped(fan.stopped));
  if (!forecast.complete) lines.push(words.incomplete);
  lines.push(words.contains(cv === undefined ? null : String(numberOf(cv))));
  lines.push(words.basis(fan.replications, forecast.tried));
  return lines;
}

/** What to tell newcomers: classes that wait alike in one sentence. */
function tellWords(now: NowForecast, scenario: Scenario, language: Language): string[] {
  const words = WORDS[language];
  const alike = new Map<string, { names: string[]; one: NowForecast['newcomers'][number] }>();
  for (const one of now.newcomers) {
    const key = `${minutesText(one.medianS)} ${minutesText(one.p90S)}`;
    const c = scenario.classes.find(({ id }) => id === one.class)!;
    const known = alike.get(key) ?? { names: [], one };
    known.names.push(inLanguage(c.name, language));
    alike.set(key, known);
  }
  return [...alike.values()].map(({ names, one }) => {
    const all = names.join(words.list);
    if (one.medianS === null) return words.tellNever(all);
    if (one.p90S !== null && one.p90S < 30) return words.tellNow(all);
    if (one.medianS < 3) return words.tellSeldom(all, minutesText(one.p90S));
    return words.tell(all, minutesText(one.medianS), minutesText(one.p90S));
  });
}

/** An effect in a sentence. */
export function effectText(effect: NowEffect, scenario: Scenario, language: Language): string {
  const words = WORDS[language];
  const name = windowName(scenario, effect.window, language);
  const say = effect.kind === 'close' ? words.close : effect.added ? words.openAdded : words.open;
  const { mean } = effect.waitMeanS;
  if (mean === null) return `${say(name, '—', '—')}`;
  const text = say(name, signed(mean), intervalOf(effect.waitMeanS, signed));
  const newcomer = signed(effect.newcomerS.mean ?? 0);
  return text + (newcomer === '0.0' ? words.newcomerSame : words.newcomer(newcomer));
}

/** The rest of the day in sentences. */
export function nowWords(now: NowForecast, scenario: Scenario, language: Language): string[] {
  const words = WORDS[language];
  const lines = [words.now(inLanguage(scenario.name, language), now.at, now.waiting)];
  if (now.fan.replications === 0) return [...lines, words.incomplete];
  lines.push(...tellWords(now, scenario, language));
  const { medianS, p90S } = now.empty;
  if (now.waiting === 0) lines.push(words.emptyNow);
  else if (medianS === null) lines.push(words.emptyNever);
  else lines.push(words.empty(hm(medianS), p90S === null ? '—' : hm(p90S)));
  const best = now.effects.find(({ kind, added }) => kind === 'open' && !added);
  const first = best ?? now.effects.find(({ kind }) => kind === 'open');
  if (first) lines.push(effectText(first, scenario, language));
  const overdue = now.notes.flatMap((note) => (note.kind === 'overdue' ? [note.window] : []));
  if (overdue.length > 0)
    lines.push(
      words.overdue(overdue.map((id) => windowName(scenario, id, language)).join(words.list)),
    );
  if (now.notes.some(({ kind }) => kind === 'noScatter')) lines.push(words.noScatter);
  return lines;
}
