import { RULES } from '../../geometry/rules/catalogue';
import { numberOf } from '../../scenarios/provenance';
import { inLanguage, type Language } from '../../scenarios/text';
import { CHECK_WORDS, countBroken } from '../check-words';
import { sourcedParameters } from '../parameters';
import { changeText, shareText, spanText, waitText } from '../plan-words';
import { windowsProposal } from '../windows-proposal';
import type { ReportAnswers, ReportSubject } from './contents';
import { variantNames } from './variant-names';

const TEXT = {
  zh: {
    ask: (hall: string, span: string) =>
      `按这样设置，到${hall}办事要等多久，能否在 ${span}内叫到号？`,
    askAgainst: (others: string) => `与${others}相比，是好是坏？`,
    askFewest: (share: string, span: string) =>
      `要让 ${share} 的人在 ${span}内叫到号，最少要几个窗口？`,
    waits: (n: number, visits: string, wait: string, called: string, span: string) =>
      `经 ${n} 次模拟，平均每天到厅 ${visits} 人次；平均等候 ${wait}，${called}的人在 ${span}内叫到号`,
    unending: (n: number) => `；但其中 ${n} 次因大厅无限拥挤而中止，数字只算到中止为止`,
    busiest: (name: string, share: string) => `最忙的是${name}，开放时间里有 ${share}在办理`,
    against: (letter: string, name: string, wait: string, called: string) =>
      `与方案 ${letter}（${name}）相比，本方案平均等候${wait}，按时叫到号的比例${called}`,
    failed: (letter: string, name: string) => `方案 ${letter}（${name}）无法模拟`,
    clear: (clear: number, of: number) => `${of} 个窗口中 ${clear} 个监控清晰`,
    doubt: (assumed: number, of: number, visits: string | null) =>
      `这是模拟，不是实测：区间只含随机波动；${of} 个参数中有 ${assumed} 个是假设${
        visits === null ? '' : `（首要的是每日 ${visits} 人次）`
      }，假设不同，答案也会不同`,
    and: '；',
    stop: '。',
  },
  en: {
    ask: (hall: string, span: string) =>
      `How long do people wait in the ${hall} as it is planned, and are they called within ${span}?`,
    askAgainst: (others: string) => `Is that better or worse than ${others}?`,
    askFewest: (share: string, span: string) =>
      `How many windows does it take, at the fewest, to call ${share} of people within ${span}?`,
    waits: (n: number, visits: string, wait: string, called: string, span: string) =>
      `In ${n} replications ${visits} visits come on an average day; the mean wait is ${wait}, and ${called} are called within ${span}`,
    unending: (n: number) =>
      `; but ${n} of them ended early because the hall filled without end, and the figures cover the time until then`,
    busiest: (name: string, share: string) =>
      `the busiest is ${name}, which serves ${share} of its open time`,
    against: (letter: string, name: string, wait: string, called: string) =>
      `against ${letter} (${name}) the mean wait here ${wait} and the share called in time ${called}`,
    failed: (letter: string, name: string) => `${letter} (${name}) could not be simulated`,
    clear: (clear: number, of: number) => `${clear} of ${of} windows are clearly monitored`,
    doubt: (assumed: number, of: number, visits: string | null) =>
      `This is simulated, not measured: the intervals hold chance alone, ${assumed} of ${of} parameters are assumptions${
        visits === null ? '' : ` (first of all ${visits} visits a day)`
      }, and other assumptions give other answers`,
    and: '; ',
    stop: '.',
  },
} as const;

/** What is asked. */
export function questionOf(
  { comparison, search }: ReportAnswers,
  { scenario }: ReportSubject,
  language: Language,
): string {
  const text = TEXT[language];
  const span = spanText(numberOf(scenario.targetWaitS), language);
  const others = comparison ? variantNames(comparison, language).slice(1) : [];
  return [
    text.ask(inLanguage(scenario.name, language), span),
    ...(others.length > 0 ? [text.askAgainst(others.join(language === 'zh' ? '、' : ', '))] : []),
    ...(search
      ? [
          text.askFewest(
            percent(search.promise.share, language),
            spanText(search.promise.withinS, language),
          ),
        ]
      : []),
  ].join(language === 'zh' ? '' : ' ');
}

/** The answer in three sentences: how long people wait, what comes with it, and how sure that is. */
export function answerOf(
  answers: ReportAnswers,
  subject: ReportSubject,
  language: Language,
): readonly [string, string, string] {
  const text = TEXT[language];
  const beside = besides(answers, subject, language).join(text.and);
  return [
    waits(answers, subject, language) + text.stop,
    (language === 'en' ? capitalised(beside) : beside) + text.stop,
    doubt(subject, language) + text.stop,
  ];
}

function waits(
  { simulation }: ReportAnswers,
  { scenario }: ReportSubject,
  language: Language,
): string {
  const text = TEXT[language];
  const { measures, replications, stopped } = simulation;
  const { arrived, waitMeanS, calledWithinShare } = measures;
  const said = text.waits(
    replications,
    (arrived.mean ?? 0).toFixed(0),
    waitText(waitMeanS, language),
    shareText(calledWithinShare, language),
    spanText(numberOf(scenario.targetWaitS), language),
  );
  return stopped.length > 0 ? said + text.unending(stopped.length) : said;
}

/** What was asked besides; the busiest window and the room where nothing was. */
function besides(
  { simulation, comparison, search, check, inspection }: ReportAnswers,
  { scenario }: ReportSubject,
  language: Language,
): string[] {
  const text = TEXT[language];
  const names = comparison ? variantNames(comparison, language) : [];
  const said = (comparison?.variants ?? []).slice(1).map((variant, i) => {
    const letter = String.fromCharCode(66 + i);
    const name = names[i + 1]!;
    if (variant.failed !== null || !variant.difference) return text.failed(letter, name);
    // The report's own scenario less the other: the other way round from the table.
    const { waitMeanS, calledWithinShare } = variant.difference;
    return text.against(
      letter,
      name,
      changeText(negative(waitMeanS), 'span', language),
      changeText(negative(calledWithinShare), 'share', language),
    );
  });
  if (search) {
    const [first] = windowsProposal(search, scenario.name, language);
    if (first) said.push(first.replace(/[。.]$/, ''));
  }
  if (said.length > 0) return said;
  const busiest = Object.entries(simulation.measures.utilisation)
    .filter(([, { mean }]) => mean !== null)
    .sort(([, a], [, b]) => b.mean! - a.mean!)[0];
  if (busiest) {
    const name = scenario.windows.find(({ id }) => id === busiest[0])?.name ?? busiest[0];
    said.push(text.busiest(inLanguage(name, language), shareText(busiest[1], language)));
  }
  if (inspection)
    said.push(
      text.clear(
        inspection.windows.filter(({ verdict }) => verdict === 'clear').length,
        inspection.windows.length,
      ),
    );
  if (check) {
    const broken = countBroken(check, (rule) => RULES[rule].severity);
    const verdict = CHECK_WORDS[language].verdict(check, broken.must, broken.advice);
    said.push(language === 'en' ? verdict.charAt(0).toLowerCase() + verdict.slice(1) : verdict);
  }
  return said;
}

function doubt({ scenario }: ReportSubject, language: Language): string {
  const all = sourcedParameters(scenario);
  const assumed = all.filter(({ provenance }) => provenance.kind === 'assumption').length;
  const { demand } = scenario;
  return TEXT[language].doubt(
    assumed,
    all.length,
    demand ? String(numberOf(demand.visitsPerDay)) : null,
  );
}

function negative<M extends { mean: number | null; ci95: readonly [number, number] | null }>(
  measure: M,
): M {
  const { mean, ci95 } = measure;
  return {
    ...measure,
    mean: mean === null ? null : -mean,
    ci95: ci95 && [-ci95[1], -ci95[0]],
  };
}

const percent = (share: number, language: Language) =>
  `${Number((share * 100).toPrecision(15))}${language === 'zh' ? '%' : ' %'}`;

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
