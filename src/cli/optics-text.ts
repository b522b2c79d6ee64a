import type { ClassDistances, TwoWays } from '../coverage/optics/distances';
import type { Fov, SensorFormat } from '../coverage/optics/sensor';
import { classReached, EDITION_IDS, EDITIONS, type EditionId } from '../coverage/optics/standards';
import type { Provenance } from '../scenarios/provenance';
import { inLanguage, type Language } from '../scenarios/text';
import { table } from './table';

/** Where an angle comes from: the user, the lens model with square pixels, or a sensor's size. */
export type AngleSource = 'given' | 'lens' | 'sensor';

/** What `hall optics` found. */
export interface OpticsAnswer {
  readonly resolutionPx: readonly [width: number, height: number];
  readonly fov: Fov;
  readonly angles: { readonly horizontal: AngleSource; readonly vertical: AngleSource };
  readonly sensor?: {
    readonly format: SensorFormat;
    readonly focalMm: number;
    readonly widthMm: number;
    readonly heightMm: number;
    readonly provenance: Provenance;
  };
  readonly distancesM: ClassDistances;
  readonly at?: { readonly distanceM: number; readonly pxPerM: TwoWays<number | null> };
}

const WORDS = {
  zh: {
    resolution: '分辨率',
    sensor: '传感器',
    focal: (mm: number) => `焦距 ${mm} mm`,
    horizontal: '水平视角',
    vertical: '垂直视角',
    sources: {
      given: '所给',
      lens: '按镜头模型由水平视角推算，假定像素为正方形',
      sensor: '按镜头模型由传感器尺寸与焦距推算',
    },
    columns: ['等级', 'px/m', '平面公式 m', '镜头模型 m'],
    reaches: (m: number) => `距离 ${m} m 处`,
    at: ['', '平面公式', '镜头模型'],
    density: 'px/m',
    below: '不及最低等级',
    noFlat: '—',
    notes: [
      '平面公式：像素均分到平面上，广角镜头偏保守；视角达到 180° 时不适用。',
      '镜头模型：等立体角 2f·sin(θ/2)，画面中心处的距离；贴近真实镜头。',
    ],
    assumption: '假设',
    source: '出处',
    separator: '：',
    comma: '，',
    confidence: { high: '可信度高', medium: '可信度中', low: '可信度低' },
    brackets: ['（', '）'],
  },
  en: {
    resolution: 'Resolution',
    sensor: 'Sensor',
    focal: (mm: number) => `focal length ${mm} mm`,
    horizontal: 'Horizontal angle',
    vertical: 'Vertical angle',
    sources: {
      given: 'as given',
      lens: 'from the horizontal one by the lens model, taking pixels for square',
      sensor: 'from the size of the sensor and the focal length by the lens model',
    },
    columns: ['Class', 'px/m', 'flat m', 'lens m'],
    reaches: (m: number) => `At ${m} m`,
    at: ['', 'flat', 'lens'],
    density: 'px/m',
    below: 'below the lowest',
    noFlat: '—',
    notes: [
      'flat: pixels spread evenly over a plane; conservative for wide lenses, none from 180°.',
      'lens: equisolid, 2f·sin(θ/2), at the middle of the picture; close to what real lenses do.',
    ],
    assumption: 'Assumption',
    source: 'Source',
    separator: ': ',
    comma: ', ',
    confidence: { high: 'confidence high', medium: 'confidence medium', low: 'confidence low' },
    brackets: [' (', ')'],
  },
} as const;

/** Decimals of angles and densities, and of distances from 10 m. */
const DIGITS = 1;

/** A distance to the decimetre, below 10 m to the centimetre. */
const metresText = (m: number) => m.toFixed(m < 10 ? DIGITS + 1 : DIGITS);

function provenanceText({ kind, note, confidence }: Provenance, language: Language): string {
  const words = WORDS[language];
  const [open, close] = words.brackets;
  const heading = kind === 'assumption' ? words.assumption : words.source;
  const sure = confidence ? `${open}${words.confidence[confidence]}${close}` : '';
  return `${heading}${words.separator}${inLanguage(note, language)}${sure}`;
}

/** The picture: resolution, sensor, and angles with where they come from. */
function pictureText(answer: OpticsAnswer, language: Language): string {
  const words = WORDS[language];
  const { resolutionPx, fov, angles, sensor } = answer;
  const degrees = (deg: number) => `${deg.toFixed(DIGITS)}°`;
  const size = (parts: readonly string[], unit: string) => `${parts.join(' × ')} ${unit}`;
  const rows = [
    [words.resolution, size(resolutionPx.map(String), 'px'), ''],
    [words.horizontal, degrees(fov.horizontalFovDeg), words.sources[angles.horizontal]],
    [words.vertical, degrees(fov.verticalFovDeg), words.sources[angles.vertical]],
  ];
  if (sensor) {
    const sides = [sensor.widthMm, sensor.heightMm].map((mm) => mm.toFixed(2));
    rows.splice(1, 0, [
      words.sensor,
      `${sensor.format}"`,
      `${size(sides, 'mm')}${words.comma}${words.focal(sensor.focalMm)}`,
    ]);
  }
  return [table(rows), ...(sensor ? [provenanceText(sensor.provenance, language)] : [])].join('\n');
}

/** Distances of an edition's classes. */
function editionText(answer: OpticsAnswer, id: EditionId, language: Language): string {
  const words = WORDS[language];
  const { name, classes, provenance } = EDITIONS[id];
  return [
    name,
    table(
      [
        words.columns,
        ...classes.map((one) => {
          const { flat, lens } = answer.distancesM[id][one.id]!;
          return [
            one.name[language],
            String(one.pxPerM),
            flat === null ? words.noFlat : metresText(flat),
            metresText(lens),
          ];
        }),
      ],
      [1, 2, 3],
    ),
    provenanceText(provenance, language),
  ].join('\n');
}

/** Densities at a distance, and the classes that they reach. */
function atText({ distanceM, pxPerM }: NonNullable<OpticsAnswer['at']>, language: Language) {
  const words = WORDS[language];
  const row = (name: string, cell: (density: number) => string) => [
    name,
    pxPerM.flat === null ? words.noFlat : cell(pxPerM.flat),
    cell(pxPerM.lens),
  ];
  return [
    words.reaches(distanceM),
    table(
      [
        words.at,
        row(words.density, (density) => density.toFixed(DIGITS)),
        ...EDITION_IDS.map((id) =>
          row(
            EDITIONS[id].name,
            (density) => classReached(EDITIONS[id], density)?.name[language] ?? words.below,
          ),
        ),
      ],
      [1, 2],
    ),
  ].join('\n');
}

/** The answer as people read it in a terminal. */
export function opticsText(answer: OpticsAnswer, language: Language): string {
  return [
    pictureText(answer, language),
    ...EDITION_IDS.map((id) => editionText(answer, id, language)),
    ...(answer.at ? [atText(answer.at, language)] : []),
    WORDS[language].notes.join('\n'),
  ].join('\n\n');
}
