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
  /** Sides of the round parts of a body. */
  readonly bodySides: number;
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
    bodySides: 6,
    anisotropy: 1,
    floorPixelsPerMetre: 64,
  },
  medium: {
    antialias: false,
    shadowMap: false,
    playingDpr: 1,
    stillDpr: 1.5,
    mostPixels: 4e6,
    bodySides: 7,
    anisotropy: 2,
    floorPixelsPerMetre: 96,
  },
  high: {
    antialias: true,
    shadowMap: true,
    playingDpr: 2,
    stillDpr: 2,
    mostPixels: 9e6,
    bodySides: 10,
    anisotropy: 8,
    floorPixelsPerMetre: 128,
  },
};

/** The next cheaper level, or null below the cheapest. */
export function stepDown(level: QualityLevel): QualityLevel | null {
  return QUALITY_LEVELS[QUALITY_LEVELS.indexOf(level) - 1] ?? null;
}

/** Frames of a level may take this long on average before it is left, ms. */
export const PATIENCE_MS: Record<QualityLevel, number> = {
  low: Number.POSITIVE_INFINITY,
  medium: 60,
  high: 40,
};

/** Frames looked at before judging. */
export const FRAMES_JUDGED = 45;
/** A pause this long is no slow frame: the tab was hidden or the machine asleep, ms. */
const LONGEST_MS = 2000;

/** Averages the length of frames while time runs. */
export class FrameWatch {
  #frames = 0;
  #sumMs = 0;

  /** Takes a frame's length; the mean once enough were seen (then begins anew), else null. */
  frame(lengthMs: number): number | null {
    if (!(lengthMs > 0) || lengthMs > LONGEST_MS) return null;
    this.#frames++;
    this.#sumMs += lengthMs;
    if (this.#frames < FRAMES_JUDGED) return null;
    const mean = this.#sumMs / this.#frames;
    this.reset();
    return mean;
  }

  reset(): void {
    this.#frames = 0;
    this.#sumMs = 0;
  }
}
