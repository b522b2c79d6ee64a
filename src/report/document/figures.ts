import { scaled } from '../../charts/scaled';
import { numberOf } from '../../scenarios/provenance';
import { inLanguage, type Language } from '../../scenarios/text';
import { changeOf, measuresToShow } from '../../sim/experiments/change';
import type { ComparisonReport } from '../../sim/experiments/compare';
import { type Measure, tellingMeasures } from '../../sim/experiments/report';
import type { WindowsPlan } from '../../sim/planning/windows-plan';
import { VERDICTS } from '../comparison-sheet';
import { cells, differenceCells, unitOf } from '../figure-text';
import { directionIn, MEASURES } from '../measures';
import { hourMinute, ORGANISATION_WORDS, verdictWords } from '../plan-words';
import { simulationSheets } from '../simulation-sheet';
import { windowsProposal } from '../windows-proposal';
import { dayChart, utilisationChart } from './chart-drawing';
import type { ReportAnswers, ReportSubject } from './contents';
import { html, type Markup } from './markup';
import { fixed, note, table } from './parts';
import { variantNames } from './variant-names';
import { DOCUMENT_WORDS } from './words';

const letterOf = (i: number) => String.fromCharCode(65 + i);

/** Every measure with its interval, and the classes beside each other. */
export function measuresPart(
  { simulation }: ReportAnswers,
  { scenario }: ReportSubject,
  language: Language,
): Markup {
  const words = DOCUMENT_WORDS[language];
  const names = new Map(scenario.classes.map((c) => [c.id, inLanguage(c.name, language)]));
  const notes = simulationSheets(simulation, scenario, language)[0]!.notes ?? [];
  return html`${table(
    [
      { name: words.measure },
      { name: words.mean, figure: true },
      { name: words.interval, figure: true },
      { name: words.n, figure: true },
      { name: words.better },
    ],
    tellingMeasures(simulation.measures).map((id) => [
      MEASURES[id][language],
      ...cells(simulation.measures[id], MEASURES[id].unit, language),
      simulation.measures[id].n,
      directionIn(id, language),
    ]),
  )}${note(notes.filter((_, i) => i < notes.length - 1 || notes.length === 1))}
<h3>${words.byClass}</h3>${table(
    [
      { name: words.className },
      { name: words.visits, figure: true },
      { name: words.wait, figure: true },
      { name: words.interval, figure: true },
      { name: words.called, figure: true },
      { name: words.n, figure: true },
    ],
    Object.entries(simulation.byClass).map(([id, measures]) => [
      names.get(id) ?? id,
      fixed(measures.arrived.mean, 1),
      ...cells(measures.waitMeanS, 'seconds', language),
      cells(measures.calledWithinShare, 'share', language)[0]!,
      measures.waitMeanS.n,
    ]),
  )}`;
}

/** Scenarios on the same visitors: who is who, and each beside the first. */
export function comparisonPart(comparison: ComparisonReport, language: Language): Markup {
  const words = DOCUMENT_WORDS[language];
  const { variants } = comparison;
  const first = variants[0]!;
  const ids = measuresToShow(comparison);
  const names = variantNames(comparison, language);
  return html`<p>${words.variants}</p><ul>${variants.map(
    ({ floorplan, failed }, i) =>
      html`<li><b>${letterOf(i)}</b> ${names[i]} · ${words.floorplan} ${floorplan ?? words.noPlan}${failed === null ? null : html` · ${words.failed(failed)}`}</li>`,
  )}</ul>
${variants.slice(1).flatMap((variant, k) => {
  const { difference } = variant;
  if (!difference) return [];
  const letter = letterOf(k + 1);
  return [
    table(
      [
        { name: words.measure },
        { name: 'A', figure: true },
        { name: letter, figure: true },
        { name: words.difference(letter), figure: true },
        { name: words.interval, figure: true },
        { name: words.n, figure: true },
        { name: words.verdict },
      ],
      ids.map((id) => {
        const of = [first.measures[id], variant.measures[id]];
        const { name: unit, scale } = unitOf(
          MEASURES[id].unit,
          of.map(({ mean }) => mean),
          language,
        );
        const shown = ({ mean }: Measure) => fixed(mean === null ? null : mean * scale, 1);
        return [
          unit === '' ? MEASURES[id][language] : `${MEASURES[id][language]} (${unit})`,
          ...of.map(shown),
          ...differenceCells(difference[id], scale),
          difference[id].n,
          VERDICTS[changeOf(id, difference[id])][language],
        ];
      }),
      words.against(letter),
    ),
  ];
})}${note(words.pairedNote)}`;
}

/** The search for the fewest windows: what to propose, and every design that was tried. */
export function searchPart(
  search: WindowsPlan,
  { scenario }: ReportSubject,
  language: Language,
): Markup {
  const words = DOCUMENT_WORDS[language];
  return html`${windowsProposal(search, scenario.name, language).map((text) => html`<p>${text}</p>`)}
${table(
  [
    { name: words.design },
    { name: words.windows, figure: true },
    { name: words.verdict },
    { name: words.called, figure: true },
    { name: words.interval, figure: true },
    { name: words.wait, figure: true },
    { name: words.interval, figure: true },
    { name: words.n, figure: true },
  ],
  search.candidates.flatMap(({ organisation, windows, verdict, outlook }, i) =>
    outlook
      ? [
          [
            ORGANISATION_WORDS[organisation][language] + (i === search.recommended ? ' ★' : ''),
            windows,
            verdictWords(verdict, search.ending)[language],
            ...cells(outlook.measures.calledWithinShare, 'share', language),
            ...cells(outlook.measures.waitMeanS, 'seconds', language),
            outlook.replications,
          ],
        ]
      : [],
  ),
)}`;
}

/** Waiting over the day: the curve with its band, how many wait, and the figures. */
export function waitingPart(
  { simulation, comparison }: ReportAnswers,
  { scenario }: ReportSubject,
  language: Language,
): Markup {
  const words = DOCUMENT_WORDS[language];
  const { series, replications } = simulation;
  const target = numberOf(scenario.targetWaitS) / 60;
  const names = comparison ? variantNames(comparison, language) : [];
  const compared = comparison?.variants
    .map((variant, i) => ({ ...variant, letter: letterOf(i), called: names[i]! }))
    .filter(({ failed }) => failed === null);
  const lines = (of: 'waitMeanS' | 'queueMean', scale: number) =>
    compared
      ? compared.map(({ letter, called, curves }) => ({
          id: letter,
          name: called,
          bins: curves[of].map((bin) => scaled(bin, scale)),
        }))
      : [{ id: 'A', name: 'A', bins: series[of].map((bin) => scaled(bin, scale)) }];
  const edgesS = compared?.[0]?.curves.edgesS ?? series.edgesS;
  return html`<figure>${dayChart({
    edgesS,
    lines: lines('waitMeanS', 1 / 60),
    unit: words.minutes,
    label: words.minutes,
    target: { value: target, text: words.target(String(Number(target.toFixed(1)))) },
  })}</figure><figure>${dayChart({
    edgesS,
    lines: lines('queueMean', 1),
    unit: words.people,
    label: words.people,
    target: null,
  })}</figure>${note(words.bandNote(replications))}
${table(
  [
    { name: words.time },
    { name: words.wait, figure: true },
    { name: words.interval, figure: true },
    { name: words.waiting, figure: true },
    { name: words.interval, figure: true },
    { name: words.tickets, figure: true },
    { name: words.n, figure: true },
  ],
  series.waitMeanS.map((wait, i) => [
    `${hourMinute(series.edgesS[i]!)}–${hourMinute(series.edgesS[i + 1]!)}`,
    ...cells(wait, 'seconds', language),
    ...cells(series.queueMean[i]!, 'count', language),
    fixed(series.arrived[i]!.mean, 1),
    wait.n,
  ]),
)}`;
}

/** What each window does all day. */
export function utilisationPart(
  { simulation }: ReportAnswers,
  { scenario }: ReportSubject,
  language: Language,
): Markup {
  const words = DOCUMENT_WORDS[language];
  const { series, measures, replications } = simulation;
  return html`<figure>${utilisationChart({
    series,
    label: words.sections.utilisation,
    windows: scenario.windows.map(({ id, name }) => {
      const measure = measures.utilisation[id];
      const [mean, interval] = measure ? cells(measure, 'share', language) : ['–', '–'];
      return { id, name: inLanguage(name, language), figure: `${mean} (${interval})` };
    }),
  })}<figcaption class="legend-line">${(['serving', 'walking', 'idle', 'closed'] as const).map(
    (share) => html`<span><i class="${share}"></i>${words.shares[share]}</span>`,
  )}</figcaption></figure>${note(words.utilisationNote(replications))}`;
}
