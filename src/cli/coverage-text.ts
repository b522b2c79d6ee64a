import type { BlindSpot } from '../coverage/blind-spots';
import type { Inspection, TargetReport, WindowReport } from '../coverage/inspect/inspect';
import type { Edition } from '../coverage/optics/standards';
import type { PlaneCoverage } from '../coverage/plane';
import { areasByClass } from '../coverage/plane-classes';
import { COVERAGE_WORDS, type CoverageWords } from '../report/coverage-words';
import { windowFindings } from '../report/window-findings';
import type { FloorPlan } from '../scenarios/floorplan';
import { inLanguage, type Language } from '../scenarios/text';
import { table } from './table';

interface Words {
  readonly columns: readonly string[];
  plane(height: string, area: string, visible: string, covered: string, px: string): string;
  blind(area: string, place: string, cause: string | null): string;
  atLeast(id: string, px: string, area: string): string;
  end(clear: number, partly: number, no: number, profile: string): string;
  readonly assumed: string;
}

const DEG = (value: number) => `${value.toFixed(0)}°`;
const metres = (value: number) => `${value.toFixed(2)} m`;
const percent = (share: number) => `${(100 * share).toFixed(0)} %`;

const WORDS: Readonly<Record<Language, Words>> = {
  zh: {
    columns: ['窗口', '结论', '目标', '摄像机', 'px/m', '可见', '水平角', '垂直角'],
    plane: (height, area, visible, covered, px) =>
      `高度 ${height} 的平面：共 ${area}，可见 ${visible}，不低于 ${px} 的 ${covered}`,
    blind: (area, place, cause) =>
      `  看不到 ${area}，在 ${place} 处：${cause === null ? '不在任何画面内' : `被${cause}挡住`}`,
    atLeast: (id, px, area) => `  ${id}（≥ ${px}）：${area}`,
    end: (clear, partly, no, profile) =>
      `按“${profile}”：清晰 ${clear} 个，部分 ${partly} 个，不清晰 ${no} 个`,
    assumed: '人体尺寸、台面范围、可见比例、台面阈值和拾音距离均为假设，可更改。',
  },
  en: {
    columns: ['window', 'verdict', 'target', 'camera', 'px/m', 'seen', 'horiz.', 'vert.'],
    plane: (height, area, visible, covered, px) =>
      `Plane at ${height}: ${area} in all, ${visible} seen, ${covered} at ${px} or better`,
    blind: (area, place, cause) =>
      `  unseen ${area} about ${place}: ${cause === null ? 'in no picture' : `behind ${cause}`}`,
    atLeast: (id, px, area) => `  ${id} (≥ ${px}): ${area}`,
    end: (clear, partly, no, profile) =>
      `By "${profile}": ${clear} clear, ${partly} partly, ${no} not`,
    assumed:
      'Sizes of bodies, the counter area, visible shares, the counter limits and the reach of pickups are assumptions, yours to change.',
  },
};

const angle = (value: number | null) => (value === null ? '–' : DEG(value));

/** Blind spots told; likewise. */
const MOST_BLIND = 5;

/**
 * An inspection as people read it in a terminal.
 * @param edition of the standard by whose classes the plane is told; null: not by class
 */
export function coverageText(
  plan: FloorPlan,
  { windows, profile }: Inspection,
  plane: PlaneCoverage,
  blind: readonly BlindSpot[],
  edition: Edition | null,
  language: Language,
): string {
  const words = { ...COVERAGE_WORDS[language], ...WORDS[language] };
  const row = (window: WindowReport, target: keyof CoverageWords['target'], seen: TargetReport) => [
    target === 'face' ? window.id : '',
    target === 'face' ? words.verdict[window.verdict] : '',
    words.target[target],
    seen.camera ?? '–',
    seen.pxPerM.toFixed(0),
    percent(seen.visibleShare),
    angle(seen.horizontalDeg),
    angle(seen.verticalDeg),
  ];
  const count = (verdict: WindowReport['verdict']) =>
    windows.filter((w) => w.verdict === verdict).length;
  const m2 = (value: number) => `${value.toFixed(1)} m²`;
  const px = (value: number) => `${value} px/m`;
  const { areaM2, visibleM2, coveredM2, grid } = plane;
  const findings = windows.flatMap((window) =>
    windowFindings(window, language).map((finding) => `${window.id}: ${finding}`),
  );
  return [
    `${inLanguage(plan.name, language)} (${plan.id})`,
    table(
      [
        words.columns,
        ...windows.flatMap((w) => [row(w, 'face', w.face), row(w, 'counter', w.counter)]),
      ],
      [4, 5, 6, 7],
    ),
    ...(findings.length > 0 ? ['', ...findings] : []),
    '',
    words.plane(
      metres(grid.heightM),
      m2(areaM2),
      m2(visibleM2),
      m2(coveredM2),
      px(plane.thresholdPxPerM),
    ),
    ...blind.slice(0, MOST_BLIND).map(({ areaM2: area, at, cause }) => {
      const behind = cause === null ? null : `${words.kind[cause.kind]} ${cause.id}`;
      return words.blind(m2(area), `(${at[0].toFixed(1)}, ${at[1].toFixed(1)})`, behind);
    }),
    ...(edition === null
      ? []
      : areasByClass(plane, edition).map(({ m2: area }, i) => {
          const one = edition.classes[i]!;
          return words.atLeast(one.name[language], px(one.pxPerM), m2(area));
        })),
    words.end(count('clear'), count('partly'), count('no'), profile.name[language]),
    words.assumed,
  ].join('\n');
}
