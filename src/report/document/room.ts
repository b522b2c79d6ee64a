import type { HallCheck } from '../../coverage/hall-check';
import type { TargetReport } from '../../coverage/inspect/inspect';
import { ITEM_LISTS, itemOf, refOfPath, shapeOf } from '../../drawing/edit/items';
import { grossAreaM2 } from '../../geometry/area';
import { RULES } from '../../geometry/rules/catalogue';
import type { FloorPlan } from '../../scenarios/floorplan';
import { inLanguage, type Language } from '../../scenarios/text';
import { CHECK_WORDS, countBroken } from '../check-words';
import { COVERAGE_WORDS } from '../coverage-words';
import { type InspectionRecord, thresholdRows } from '../inspection-sheets';
import { provenanceText } from '../provenance-text';
import { windowFindings } from '../window-findings';
import { html, type Markup } from './markup';
import { fixed, mark, note, percent, table } from './parts';
import { planLegend, planSheet, scaleBar } from './plan-drawing';
import { DOCUMENT_WORDS } from './words';

/** The plan to scale, with what its colours mean. */
export function planPart(plan: FloorPlan, language: Language): Markup {
  const words = DOCUMENT_WORDS[language];
  const { scale, drawing } = planSheet(plan, language);
  return html`<p class="plan-facts"><b>${inLanguage(plan.name, language)}</b> · ${words.area(grossAreaM2(plan).toFixed(2))} · ${words.scale(scale)} · ${words.north}</p>
<figure class="plan-figure">${drawing}</figure>
<div class="plan-foot">${scaleBar(scale)}${planLegend(plan, language)}</div>${note(words.planNote)}`;
}

/** Every window as the cameras see it, with its pickup. */
export function camerasPart(
  plan: FloorPlan,
  inspection: InspectionRecord,
  language: Language,
): Markup {
  const words = DOCUMENT_WORDS[language];
  const { verdict } = COVERAGE_WORDS[language];
  const number = new Map(plan.windows.map((one) => [one.id, one.number]));
  const seen = ({ camera, pxPerM, visibleShare, horizontalDeg, verticalDeg }: TargetReport) => [
    camera ?? '–',
    fixed(pxPerM, 0),
    percent(visibleShare, language),
    `${fixed(horizontalDeg, 0)}°/${fixed(verticalDeg, 0)}°`,
  ];
  const columns = (target: string) => [
    { name: `${target}: ${words.camera}`, share: 16 },
    { name: words.density, figure: true, share: 6 },
    { name: words.visible, figure: true, share: 7 },
    { name: words.angles, figure: true, share: 9 },
  ];
  const notClear = inspection.windows.flatMap((window) => {
    const found = windowFindings(window, language);
    return found.length > 0 ? [{ id: window.id, found }] : [];
  });
  return html`${table(
    [
      { name: words.window, share: 8 },
      { name: words.verdict, share: 9 },
      ...columns(words.face),
      ...columns(words.counter),
      { name: words.pickup, share: 9, figure: true },
    ],
    inspection.windows.map((window) => [
      String(number.get(window.id) ?? window.id),
      mark(
        ({ clear: 'good', partly: 'open', no: 'bad' } as const)[window.verdict],
        verdict[window.verdict],
      ),
      ...seen(window.face),
      ...seen(window.counter),
      window.pickup.id === null
        ? mark('bad', words.noPickup)
        : `${fixed(window.pickup.distanceM, 2)} m`,
    ]),
  )}${
    notClear.length > 0
      ? html`<h3>${words.found}</h3><ul>${notClear.map(
          ({ id, found }) =>
            html`<li><b>${number.get(id) ?? id}</b> ${found.join(language === 'zh' ? '；' : '; ')}</li>`,
        )}</ul>`
      : null
  }${note(words.cameraNote(inLanguage(inspection.profile.name, language)))}
<h3>${words.limits}</h3>${table(
    [
      { name: words.limit, share: 34 },
      { name: words.value, figure: true, share: 8 },
      { name: words.kindOf, share: 14 },
      { name: words.source, share: 44 },
    ],
    thresholdRows(inspection, language),
  )}`;
}

/** Every rule with its outcome and source, and what breaks one: where, what, and the remedy. */
export function rulesPart(plan: FloorPlan, check: HallCheck, language: Language): Markup {
  const words = DOCUMENT_WORDS[language];
  const { rules, outcomes, severities, verdict, emptying } = CHECK_WORDS[language];
  const broken = countBroken(check, (rule) => RULES[rule].severity);
  const findings = check.rules.flatMap(({ findings }) => findings);
  return html`<p><b>${verdict(check, broken.must, broken.advice)}${words.stop}</b></p>${table(
    [
      { name: words.rule, share: 22 },
      { name: words.severity, share: 9 },
      { name: words.outcome, share: 14 },
      { name: words.source, share: 55 },
    ],
    check.rules.map(({ id, outcome }) => [
      rules[id],
      severities[RULES[id].severity],
      mark(outcome === 'kept' ? 'good' : outcome === 'broken' ? 'bad' : 'open', outcomes[outcome]),
      provenanceText(RULES[id].source, language),
    ]),
  )}${
    findings.length > 0
      ? html`<h3>${words.findings}</h3>${table(
          [
            { name: words.rule, share: 17 },
            { name: words.place, share: 20 },
            { name: words.wrong, share: 31 },
            { name: words.remedy, share: 32 },
          ],
          findings.map(({ rule, path, message, remedy }) => [
            rules[rule],
            placeText(plan, path, language),
            message[language],
            remedy[language],
          ]),
        )}`
      : null
  }${check.emptying ? note(emptying(check.emptying)) : null}`;
}

/** Where in the hall a path of the plan points, in words and metres. */
function placeText(plan: FloorPlan, path: string, language: Language): string {
  const words = DOCUMENT_WORDS[language];
  const ref = refOfPath(plan, path);
  if (!ref) {
    const list = ITEM_LISTS.find((one) => one === path);
    return list ? words.items[list] : path === '' ? words.whole : path;
  }
  const item = itemOf(plan, ref)!;
  const called = 'number' in item ? String(item.number) : ref.id;
  const shape = shapeOf(plan, ref);
  if (!shape) return `${words.item[ref.list]} ${called}`;
  const mean = (axis: 0 | 1) =>
    (shape.reduce((sum, point) => sum + point[axis], 0) / shape.length).toFixed(1);
  return `${words.item[ref.list]} ${called} (x ${mean(0)} m, y ${mean(1)} m)`;
}
