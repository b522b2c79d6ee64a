import type { Inspection, TargetReport, WindowReport } from '../coverage/inspect/inspect';
import type { Limit } from '../coverage/profiles';
import type { Person } from '../coverage/space/people';
import type { FloorPlan } from '../scenarios/floorplan';
import { PRODUCT } from '../scenarios/product';
import { inLanguage, type Language } from '../scenarios/text';
import { COVERAGE_WORDS } from './coverage-words';
import { PROVENANCE_WORDS } from './provenance-text';
import type { Cell, Column, Sheet } from './sheet';

const WORDS = {
  zh: {
    windows: '窗口',
    thresholds: '阈值',
    cameras: '摄像机',
    title: '监控检查表',
    product: '产品与版本',
    floorplan: '平面图',
    profile: '阈值方案',
    people: '每个窗口一位办事人和一位工作人员，另有人排队',
    window: '窗口',
    verdict: '结论',
    reasons: '原因',
    blocked: '遮挡物',
    camera: '摄像机',
    density: '像素密度',
    visible: '可见比例',
    horizontal: '水平角',
    vertical: '垂直角',
    pickup: '拾音器',
    pickupDistance: '拾音器到办事人',
    separator: '；',
    limit: '项目',
    value: '数值',
    kind: '性质',
    source: '来源',
    atLeast: '不低于',
    atMost: '不高于',
    x: 'x',
    y: 'y',
    height: '高度',
    yaw: '水平朝向',
    pitch: '俯仰',
    hfov: '水平视角',
    vfov: '垂直视角',
    resolution: '分辨率',
    note: '按平面图计算，不是实测；拾音器的有效距离没有公布的数据，只列距离，不作结论。',
  },
  en: {
    windows: 'Windows',
    thresholds: 'Thresholds',
    cameras: 'Cameras',
    title: 'Inspection of the cameras',
    product: 'Product and version',
    floorplan: 'Floor plan',
    profile: 'Thresholds',
    people: 'A visitor and a clerk at every window, and people queueing',
    window: 'Window',
    verdict: 'Verdict',
    reasons: 'Why',
    blocked: 'Hidden by',
    camera: 'camera',
    density: 'density',
    visible: 'seen',
    horizontal: 'horizontal angle',
    vertical: 'vertical angle',
    pickup: 'Pickup',
    pickupDistance: 'Pickup to visitor',
    separator: '; ',
    limit: 'Limit',
    value: 'Value',
    kind: 'Kind',
    source: 'Source',
    atLeast: 'at least',
    atMost: 'at most',
    x: 'x',
    y: 'y',
    height: 'Height',
    yaw: 'Yaw',
    pitch: 'Pitch',
    hfov: 'Horizontal field of view',
    vfov: 'Vertical field of view',
    resolution: 'Resolution',
    note: 'Computed from the floor plan, not measured. No reach of a pickup is published: its distance is told, and no verdict rests on it.',
  },
} as const;

/** What of an inspection is put on paper. */
export interface InspectionRecord extends Pick<Inspection, 'profile' | 'windows'> {
  /** Everybody who was in the room. */
  readonly people: readonly Person[];
}

/** An inspection as tables: the windows with their verdicts, the limits, the cameras. */
export function inspectionSheets(
  plan: FloorPlan,
  inspection: InspectionRecord,
  language: Language,
): readonly Sheet[] {
  const words = WORDS[language];
  const { profile, people } = inspection;
  const hall = inLanguage(plan.name, language);
  const queueing = people.filter(({ owner }) => owner.kind === 'queue').length;
  const about: Sheet['about'] = [
    [words.floorplan, `${hall} (${plan.id})`],
    [words.product, `${PRODUCT.name} ${PRODUCT.version}`],
    [words.profile, inLanguage(profile.name, language)],
    [words.people, queueing],
  ];
  const sheet = (name: string, columns: readonly Column[], rows: Sheet['rows']): Sheet => ({
    name,
    title: `${hall} · ${words.title} · ${name}`,
    about,
    columns,
    rows,
    notes: [words.note],
  });
  return [
    sheet(
      words.windows,
      windowColumns(language),
      inspection.windows.map((window) => windowRow(window, language)),
    ),
    sheet(
      words.thresholds,
      [words.limit, words.value, words.kind, words.source].map((name) => ({ name })),
      thresholdRows(inspection, language),
    ),
    sheet(
      words.cameras,
      [
        { name: words.cameras },
        { name: words.x, unit: 'm', format: 'decimal' },
        { name: words.y, unit: 'm', format: 'decimal' },
        { name: words.height, unit: 'm', format: 'decimal' },
        { name: words.yaw, unit: '°', format: 'decimal' },
        { name: words.pitch, unit: '°', format: 'decimal' },
        { name: words.hfov, unit: '°', format: 'decimal' },
        { name: words.vfov, unit: '°', format: 'decimal' },
        { name: words.resolution, unit: 'px' },
      ],
      plan.cameras.map((camera) => [
        camera.id,
        ...camera.at,
        camera.heightM,
        camera.yawDeg,
        camera.pitchDeg,
        camera.horizontalFovDeg,
        camera.verticalFovDeg,
        camera.resolutionPx.join(' × '),
      ]),
    ),
  ];
}

function windowColumns(language: Language): Column[] {
  const words = WORDS[language];
  const { target } = COVERAGE_WORDS[language];
  const of = (name: string): Column[] => [
    { name: `${name}: ${words.camera}` },
    { name: `${name}: ${words.density}`, unit: 'px/m', format: 'decimal' },
    { name: `${name}: ${words.visible}`, format: 'share' },
    { name: `${name}: ${words.horizontal}`, unit: '°', format: 'decimal' },
    { name: `${name}: ${words.vertical}`, unit: '°', format: 'decimal' },
  ];
  return [
    { name: words.window },
    { name: words.verdict },
    ...of(target.face),
    ...of(target.counter),
    { name: words.pickup },
    { name: words.pickupDistance, unit: 'm', format: 'decimal' },
    { name: words.reasons },
    { name: words.blocked },
  ];
}

function windowRow(window: WindowReport, language: Language): Cell[] {
  const words = WORDS[language];
  const { verdict, target, reason, kind } = COVERAGE_WORDS[language];
  const of = (seen: TargetReport): Cell[] => [
    seen.camera,
    seen.pxPerM,
    seen.visibleShare,
    seen.horizontalDeg,
    seen.verticalDeg,
  ];
  const blockers = new Set(window.blockedBy.map((one) => `${kind[one.kind]} ${one.id}`));
  return [
    window.id,
    verdict[window.verdict],
    ...of(window.face),
    ...of(window.counter),
    window.pickup.id,
    window.pickup.distanceM,
    window.reasons.map((one) => reason(target[one.target], one)).join(words.separator),
    [...blockers].join(words.separator),
  ];
}

/** The limits that an inspection went by, each with where it comes from. */
export function thresholdRows({ profile }: InspectionRecord, language: Language): Cell[][] {
  const words = WORDS[language];
  const { target } = COVERAGE_WORDS[language];
  const row = (part: string, name: string, side: string, unit: string, limit: Limit): Cell[] => [
    `${part}: ${name}, ${side} (${unit})`,
    limit.value,
    PROVENANCE_WORDS[language][limit.provenance.kind],
    inLanguage(limit.provenance.note, language),
  ];
  const { face, counter } = profile;
  return [
    row(target.face, words.density, words.atLeast, 'px/m', face.pxPerM),
    row(target.face, words.visible, words.atLeast, '0–1', face.visibleShare),
    row(target.face, words.horizontal, words.atMost, '°', face.horizontalDeg),
    row(target.face, words.vertical, words.atMost, '°', face.verticalDeg),
    row(target.counter, words.density, words.atLeast, 'px/m', counter.pxPerM),
    row(target.counter, words.visible, words.atLeast, '0–1', counter.visibleShare),
    row(target.counter, words.vertical, words.atLeast, '°', counter.verticalDeg),
  ];
}
