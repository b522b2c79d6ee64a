import { createStore, type StoreApi } from 'zustand/vanilla';
import { pictureSize } from '../../drawing/import/picture-size';
import { distance } from '../../geometry/vector';
import type { FloorPlan, Point } from '../../scenarios/floorplan';

/** A picture that lies under the drawing. */
export interface Underlay {
  readonly name: string;
  /** Of the picture in this page's memory. */
  readonly address: string;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Its lower left corner in the plan, metres. */
  readonly at: Point;
  readonly metresPerPx: number;
  readonly opacity: number;
}

export interface UnderlayState {
  readonly underlay: Underlay | null;
  /** The line measured last, plan metres. */
  readonly measured: readonly [Point, Point] | null;
  readonly refused: 'size' | 'kind' | 'pixels' | null;
}

export type UnderlayStore = StoreApi<UnderlayState>;

export const MAX_PICTURE_BYTES = 30 * 1024 * 1024;
/** A scan of A0 at 150 dpi has 35 million pixels. */
export const MAX_PIXELS = 60e6;

export function createUnderlay(): UnderlayStore {
  return createStore<UnderlayState>(() => ({ underlay: null, measured: null, refused: null }));
}

/** Lays a PNG or JPEG under the plan, as wide as the plan at first. */
export async function layUnder(store: UnderlayStore, file: File, plan: FloorPlan): Promise<void> {
  const refuse = (refused: UnderlayState['refused']) => store.setState({ refused });
  if (file.size > MAX_PICTURE_BYTES) return refuse('size');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const size = pictureSize(bytes);
  if (!size) return refuse('kind');
  if (size.width * size.height > MAX_PIXELS) return refuse('pixels');
  takeAway(store);
  const xs = plan.outline.map(([x]) => x);
  const ys = plan.outline.map(([, y]) => y);
  const [left, bottom] = [Math.min(...xs), Math.min(...ys)];
  store.setState({
    refused: null,
    underlay: {
      name: file.name,
      address: URL.createObjectURL(new Blob([bytes as BlobPart], { type: file.type })),
      widthPx: size.width,
      heightPx: size.height,
      at: [left, bottom],
      metresPerPx: (Math.max(...xs) - left) / size.width,
      opacity: 0.5,
    },
  });
}

export function takeAway(store: UnderlayStore): void {
  const { underlay } = store.getState();
  if (underlay) URL.revokeObjectURL(underlay.address);
  store.setState({ underlay: null });
}

/** The picture with the measured line as long as it really is; its start stays where it is. */
export function scaled(
  underlay: Underlay,
  [from, to]: readonly [Point, Point],
  lengthM: number,
): Underlay {
  const factor = lengthM / distance(from, to);
  return {
    ...underlay,
    metresPerPx: underlay.metresPerPx * factor,
    at: [
      from[0] + (underlay.at[0] - from[0]) * factor,
      from[1] + (underlay.at[1] - from[1]) * factor,
    ],
  };
}
