import { QUALITY_LEVELS, type QualityLevel } from '../types';

/** What a step of the ladder switches on. */
export interface QualitySettings {
  readonly antialias: boolean;
  /** A shadow map; every level has the soft stains painted on the floor and under people. */
  readonly shadowMap: boolean;
  /** Pixels per CSS pixel while time runs: at most. */
  readonly playingDpr: number;
  /** The same while nothing moves by itself, when a frame may take its time. */
  readonly stillDpr: number;
  /** Pixels of a picture at most: what a wall of screens has beyond that is stretched. */
  readonly mostPixels: number;
  /** A frame is drawn this often at most while time runs, ms; 0: as often as the screen shows one. */
  readonly everyMs: number;
  /** Sides of the round parts of a body. */
  readonly bodySides: number;
  /**
   * Whether the corners of bodies are worked out by the page and drawn as one mesh: a renderer in
   * software takes every instance for a drawing of its own.
   */
  readonly bakedBodies: boolean;
  /** Samples along the slant of a texture; dear in software. */
  readonly anisotropy: number;
  /** Pixels a metre of the painted floor. */
  readonly floorPixelsPerMetre: number;
}

export const QUALITY: Record<QualityLevel, QualitySettings> = {
  low: {
    antialias: false,
    shadowMap: false,
    playingDpr: 0.65,
    stillDpr: 1,
    mostPixels: 1.6e6,
    everyMs: 80,
    bodySides: 4,
    bakedBodies: true,
    anisotropy: 1,
    floorPixelsPerMetre: 64,
  },
  medium: {
    antialias: false,
    shadowMap: false,
    playingDpr: 1,
    stillDpr: 1.5,
    mostPixels: 4e6,
    everyMs: 32,
    bodySides: 7,
    bakedBodies: false,
    anisotropy: 2,
    floorPixelsPerMetre: 96,
  },
  high: {
    antialias: true,
    shadowMap: true,
    playingDpr: 2,
    stillDpr: 2,
    mostPixels: 9e6,
    everyMs: 0,
    bodySides: 10,
    bakedBodies: false,
    anisotropy: 8,
    floorPixelsPerMetre: 128,
  },
};

/** The next cheaper level, or null below the cheapest. */
export function stepDown(level: QualityLevel): QualityLevel | null {
  return QUALITY_LEVELS[QUALITY_LEVELS.indexOf(level) - 1] ?? null;
}

/** A frame of a level may take this long, at the median, before the level is left, ms. */
export const PATIENCE_MS: Record<QualityLevel, number> = {
  low: Number.POSITIVE_INFINITY,
  medium: 60,
  high: 40,
};

/** The first frames of a canvas compile and send what it draws: they say nothing. */
export const FRAMES_IGNORED = 3;
/** It is judged after so many frames, or so many of those that are so slow that they took this long. */
export const JUDGED = { frames: 45, fewest: 7, withinMs: 1500 } as const;
/** A pause this long is no slow frame: the tab was hidden or the machine asleep, ms. */
const LONGEST_MS = 2000;

/**
 * Watches the length of frames while time runs. The median: one that waited for something else
 * counts for no more than another.
 */
export class FrameWatch {
  readonly #lengths = new Float64Array(JUDGED.frames);
  #ignored = 0;
  #frames = 0;
  #sumMs = 0;

  /** Takes a frame's length; the median once enough were seen (then begins anew), else null. */
  frame(lengthMs: number): number | null {
    if (!(lengthMs > 0) || lengthMs > LONGEST_MS) return null;
    if (this.#ignored < FRAMES_IGNORED) {
      this.#ignored++;
      return null;
    }
    this.#lengths[this.#frames++] = lengthMs;
    this.#sumMs += lengthMs;
    const isSlow = this.#frames >= JUDGED.fewest && this.#sumMs >= JUDGED.withinMs;
    if (this.#frames < JUDGED.frames && !isSlow) return null;
    const seen = this.#lengths.subarray(0, this.#frames).sort();
    const median = seen[seen.length >> 1]!;
    this.#frames = 0;
    this.#sumMs = 0;
    return median;
  }

  /** Forgets what it has seen: time has stood still. */
  reset(): void {
    this.#ignored = 0;
    this.#frames = 0;
    this.#sumMs = 0;
  }
}

/**
 * The cheapest level that a picture on this page has had to take: the next picture begins there,
 * and does not find it out anew. One only goes down, so nothing flickers between two levels.
 */
let known: QualityLevel | null = null;

/** The level to begin with. */
export function firstLevel(isSoftware: boolean): QualityLevel {
  return isSoftware ? 'low' : (known ?? 'high');
}

/** Notes that a level was too dear, and says which comes next. */
export function leaveLevel(level: QualityLevel): QualityLevel {
  const next = stepDown(level) ?? level;
  if (known === null || QUALITY_LEVELS.indexOf(next) < QUALITY_LEVELS.indexOf(known)) known = next;
  return next;
}
