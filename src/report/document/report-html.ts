import { SCENARIO_BLOCK } from '../../scenarios/carried';
import { PRODUCT } from '../../scenarios/product';
import { inLanguage, type Language } from '../../scenarios/text';
import { cells } from '../figure-text';
import { answerOf, questionOf } from './answer';
import { assumptionsPart } from './assumptions';
import { type ReportAnswers, type ReportSubject, type SectionId, sectionsWithin } from './contents';
import { comparisonPart, measuresPart, searchPart, utilisationPart, waitingPart } from './figures';
import { dataText, html, Markup } from './markup';
import { camerasPart, planPart, rulesPart } from './room';
import { stylesOf } from './styles';
import { DOCUMENT_WORDS } from './words';

/** How a report is put together. */
export interface ReportOptions {
  /** One or both; the first is the one on show. */
  readonly languages: readonly Language[];
  /** Absent: every part that has something to say. */
  readonly sections?: readonly SectionId[];
}

/** What is forbidden to the file even where its contents should be hostile. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/**
 * A report as one HTML file that asks for nothing from anywhere and runs no script. The same
 * answers, subject and options give the same bytes.
 */
export function reportHtml(
  answers: ReportAnswers,
  subject: ReportSubject,
  { languages, sections }: ReportOptions,
): string {
  const wanted = sectionsWithin(answers, subject, sections);
  const first = languages[0]!;
  const styles = stylesOf(
    languages.map((language) => ({
      language,
      heading: titleOf(subject, language),
      footing: `${inLanguage(subject.scenario.name, language)} · ${subject.date}`,
    })),
  );
  return `${
    html`<!doctype html>
<html lang="${first === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="generator" content="${PRODUCT.name} ${PRODUCT.version}">
<title>${titleOf(subject, first)}</title>
<style>
${styles}
</style>
</head>
<body>
${languages.map((language, i) => html`<input class="pick" type="radio" name="lang" id="lang-${language}" aria-label="${DOCUMENT_WORDS[language].language}"${new Markup(i === 0 ? ' checked' : '')}>`)}
${
  languages.length > 1
    ? html`<div class="switch">${languages.map((language) => html`<label for="lang-${language}" lang="${language}">${DOCUMENT_WORDS[language].language}</label>`)}</div>`
    : null
}
${languages.map((language) => paper(answers, subject, wanted, language))}
<script type="application/json" id="${SCENARIO_BLOCK}">${dataText(subject.carried)}</script>
</body>
</html>`.text
  }\n`;
}

/** What a report is called. */
export function titleOf({ title, scenario }: ReportSubject, language: Language): string {
  if (title !== null) return title;
  const hall = inLanguage(scenario.name, language);
  const { kind } = DOCUMENT_WORDS[language];
  return language === 'zh' ? `${hall} · ${kind}` : `${hall}: ${kind.toLowerCase()}`;
}

function paper(
  answers: ReportAnswers,
  subject: ReportSubject,
  sections: readonly SectionId[],
  language: Language,
): Markup {
  const words = DOCUMENT_WORDS[language];
  return html`<main class="${language}" lang="${language === 'zh' ? 'zh-CN' : 'en'}">
${cover(answers, subject, language)}
${sections.map(
  (id, i) =>
    html`<section class="part-${id}"><h2>${i + 1}. ${words.sections[id]}</h2>
${part(id, answers, subject, sections, language)}</section>
`,
)}</main>
`;
}

function cover({ simulation }: ReportAnswers, subject: ReportSubject, language: Language): Markup {
  const words = DOCUMENT_WORDS[language];
  const { scenario, floorplan, date, author } = subject;
  const facts: readonly (readonly [string, string])[] = [
    [words.hall, inLanguage(scenario.name, language)],
    [
      words.floorplan,
      floorplan ? `${inLanguage(floorplan.name, language)} (${floorplan.id})` : words.noPlan,
    ],
    [words.date, date],
    ...(author === null ? [] : ([[words.author, author]] as const)),
    [words.replications, String(simulation.replications)],
    [words.seed, String(simulation.seed)],
    [words.product, `${simulation.product.name} ${simulation.product.version}`],
  ];
  return html`<div class="cover"><p class="kind">${words.kind}</p><h1>${subject.title ?? inLanguage(scenario.name, language)}</h1>
<dl>${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
<p class="about">${words.about}</p></div>`;
}

function part(
  id: SectionId,
  answers: ReportAnswers,
  subject: ReportSubject,
  sections: readonly SectionId[],
  language: Language,
): Markup {
  const { floorplan, scenario } = subject;
  switch (id) {
    case 'answer':
      return answerPart(answers, subject, sections, language);
    case 'plan':
      return planPart(floorplan!, language);
    case 'measures':
      return measuresPart(answers, subject, language);
    case 'comparison':
      return comparisonPart(answers.comparison!, language);
    case 'search':
      return searchPart(answers.search!, subject, language);
    case 'waiting':
      return waitingPart(answers, subject, language);
    case 'utilisation':
      return utilisationPart(answers, subject, language);
    case 'cameras':
      return camerasPart(floorplan!, answers.inspection!, language);
    case 'rules':
      return rulesPart(floorplan!, answers.check!, language);
    case 'assumptions':
      return assumptionsPart(scenario, language);
    case 'again':
      return againPart(answers, subject, language);
  }
}

function answerPart(
  answers: ReportAnswers,
  subject: ReportSubject,
  sections: readonly SectionId[],
  language: Language,
): Markup {
  const words = DOCUMENT_WORDS[language];
  const { measures } = answers.simulation;
  const tile = (name: string, [mean, interval]: readonly string[]) =>
    html`<div><small>${name}</small><b>${mean}</b><small>${interval}</small></div>`;
  return html`<h3>${words.question}</h3><p class="question">${questionOf(answers, subject, language)}</p>
<h3>${words.answer}</h3><div class="answer">${answerOf(answers, subject, language).map((sentence) => html`<p>${sentence}</p>`)}</div>
<div class="tiles">${tile(words.visits, cells(measures.arrived, 'count', language))}${tile(words.wait, cells(measures.waitMeanS, 'seconds', language))}${tile(words.called, cells(measures.calledWithinShare, 'share', language))}${tile(words.waiting, cells(measures.queueMean, 'count', language))}</div>
<ol class="contents">${sections.map((id) => html`<li>${words.sections[id]}</li>`)}</ol>`;
}

function againPart(
  { simulation }: ReportAnswers,
  { command, hash }: ReportSubject,
  language: Language,
): Markup {
  const words = DOCUMENT_WORDS[language];
  return html`<dl><dt>${words.product}</dt><dd>${simulation.product.name} ${simulation.product.version}</dd>
<dt>${words.seed}</dt><dd>${simulation.seed}</dd><dt>${words.replications}</dt><dd>${simulation.replications}</dd>
<dt>${words.hash}</dt><dd><code>${hash}</code></dd></dl>
<p class="note">${words.hashNote}</p><h3>${words.command}</h3><pre>${command}</pre>
<p>${words.openAgain}</p><p>${words.sameBytes} ${words.simulated}</p>`;
}
