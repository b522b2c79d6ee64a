import type { Provenance } from '../../scenarios/provenance';

/** A class of an edition: what a picture of that density is good for. */
export interface DensityClass {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
  /** Least density on the target. */
  readonly pxPerM: number;
}

/** One edition of IEC/EN 62676-4, its classes from coarse to fine. */
export interface Edition {
  readonly id: EditionId;
  readonly name: string;
  readonly provenance: Provenance;
  readonly classes: readonly DensityClass[];
}

/** Editions by year. */
export const EDITION_IDS = ['2014', '2025'] as const;
export type EditionId = (typeof EDITION_IDS)[number];

const densityClass = (en: string, zh: string, pxPerM: number): DensityClass => ({
  id: en,
  name: { zh, en },
  pxPerM,
});

/** Pixel densities of the standard. The Chinese names are ours: no official translation was found. */
export const EDITIONS: Readonly<Record<EditionId, Edition>> = {
  2014: {
    id: '2014',
    name: 'IEC/EN 62676-4:2014',
    provenance: {
      kind: 'source',
      note: 'IEC/EN 62676-4:2014',
      confidence: 'high',
    },
    classes: [
      densityClass('monitor', '监视', 12.5),
      densityClass('detect', '探测', 25),
      densityClass('observe', '观察', 62.5),
      densityClass('recognise', '辨认', 125),
      densityClass('identify', '识别', 250),
    ],
  },
  2025: {
    id: '2025',
    name: 'IEC 62676-4:2025',
    provenance: {
      kind: 'source',
      note: {
        zh: 'IEC 62676-4:2025，数值据厂商转述，未见标准原文',
        en: 'IEC 62676-4:2025 as reported by a vendor; the standard itself was not seen',
      },
      confidence: 'medium',
    },
    classes: [
      densityClass('overview', '概览', 20),
      densityClass('outline', '轮廓', 40),
      densityClass('discern', '分辨', 80),
      densityClass('perceive', '感知', 125),
      densityClass('characterise', '描述特征', 250),
      densityClass('validate', '核验', 500),
      densityClass('scrutinise', '细察', 1500),
    ],
  },
};

/** The finest class that a density reaches; null below the coarsest. */
export function classReached({ classes }: Edition, pxPerM: number): DensityClass | null {
  return classes.findLast((one) => pxPerM >= one.pxPerM) ?? null;
}
