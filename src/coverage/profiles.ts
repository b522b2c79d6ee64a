import type { Provenance } from '../scenarios/provenance';
import { assumption, source } from '../scenarios/sources';

/** A limit with where it comes from. */
export interface Limit {
  readonly value: number;
  readonly provenance: Provenance;
}

/** What the visitor's face asks of a camera. */
export interface FaceLimits {
  /** At least, across the face, px/m. */
  readonly pxPerM: Limit;
  /** At most, degrees between the line of sight and the way the face looks: seen from above. */
  readonly horizontalDeg: Limit;
  /** At most, degrees that the line of sight rises or falls. */
  readonly verticalDeg: Limit;
  /** At least, share of the face seen. */
  readonly visibleShare: Limit;
}

/** What the counter's surface asks of a camera. */
export interface CounterLimits {
  /** At least, in the worse direction on the surface, px/m. */
  readonly pxPerM: Limit;
  /** At least, degrees that the line of sight comes down on the surface. */
  readonly verticalDeg: Limit;
  /** At least, share of the surface seen. */
  readonly visibleShare: Limit;
}

export const PROFILE_IDS = ['identify', 'face-recognition'] as const;
export type ProfileId = (typeof PROFILE_IDS)[number];

/** Named thresholds of "clearly monitored". */
export interface Profile {
  readonly id: ProfileId;
  readonly name: { readonly zh: string; readonly en: string };
  readonly face: FaceLimits;
  readonly counter: CounterLimits;
}

const angles = source(
  'DB31/T 329.1-2019：目标与摄像机视线的夹角垂直不超过 30°、水平不超过 45°',
  'DB31/T 329.1-2019: target within 30° vertically and 45° horizontally of the line of sight',
  'medium',
);
const identify = source(
  'IEC/EN 62676-4:2014：识别级 250 px/m',
  'IEC/EN 62676-4:2014: identify, 250 px/m',
  'high',
);
const seen = assumption(
  '没有标准规定可见比例：取五分之四',
  'no norm sets a visible share: four fifths',
);

const COUNTER: CounterLimits = {
  pxPerM: {
    value: 125,
    provenance: assumption(
      '递交材料处按 IEC/EN 62676-4:2014 的辨认级 125 px/m；没有标准规定台面',
      'recognise of IEC/EN 62676-4:2014, 125 px/m, where papers are handed over: no norm names counters',
    ),
  },
  verticalDeg: {
    value: 15,
    provenance: assumption(
      '视线与台面夹角小于 15° 时看不清台面上的物品',
      'below 15° to the surface, what lies on it cannot be made out',
    ),
  },
  visibleShare: { value: 0.8, provenance: seen },
};

/** The thresholds that ship. */
export const PROFILES: Readonly<Record<ProfileId, Profile>> = {
  identify: {
    id: 'identify',
    name: { zh: '识别（250 px/m，30°/45°）', en: 'identify (250 px/m, 30°/45°)' },
    face: {
      pxPerM: { value: 250, provenance: identify },
      horizontalDeg: { value: 45, provenance: angles },
      verticalDeg: { value: 30, provenance: angles },
      visibleShare: { value: 0.8, provenance: seen },
    },
    counter: COUNTER,
  },
  'face-recognition': {
    id: 'face-recognition',
    name: { zh: '人脸识别（500 px/m，15°）', en: 'face recognition (500 px/m, 15°)' },
    face: {
      pxPerM: {
        value: 500,
        provenance: source(
          '厂商指南：人脸宽 16 cm 内 80 像素，即 500 px/m',
          'vendor guide: 80 px across a face of 16 cm, so 500 px/m',
          'medium',
        ),
      },
      horizontalDeg: {
        value: 15,
        provenance: assumption('与垂直角取同一值', 'the same as the vertical angle'),
      },
      verticalDeg: {
        value: 15,
        provenance: assumption(
          '人脸识别产品常见的安装要求',
          'as face recognition products commonly ask',
        ),
      },
      visibleShare: { value: 0.8, provenance: seen },
    },
    counter: COUNTER,
  },
};
