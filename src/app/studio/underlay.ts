import { createStore, type StoreApi } from 'zustand/vanilla';
import { pictureSize } from '../../drawing/import/picture-size';
import { distance } from '../../geometry/vector';
import type { FloorPlan, Point } from '../../scenarios/floorplan';
import type { KeptUnderlay, PlanArchive } from './archive';
import { isPdf, PdfRefused, pdfPage } from './pdf-page';
import type { Studio } from './store';

/** A picture that lies under the drawing. */
export interface Underlay extends Omit<KeptUnderlay, 'planId'> {
  /** Of the picture in this page's memory. */
  readonly address: string;
}

/** Why a file can't lie under the drawing. */
export const REFUSALS = ['size', 'kind', 'pixels', 'broken', 'password', 'slow'] as const;

export interface UnderlayState {
  readonly underlay: Underlay | null;
  /** The PDF that the picture is a page of, while the page is open. */
  readonly pdf: {
    readonly bytes: Uint8Array;
    readonly pages: number;
    readonly page: number;
  } | null;
  readonly reading: boolean;
  /** The line measured last, plan metres. */
  readonly measured: readonly [Point, Point] | null;
  readonly refused: (typeof REFUSALS)[number] | null;
}

/** The picture under the drawing, kept with the plan that it belongs to. */
export interface UnderlayDesk {
  readonly store: StoreApi<UnderlayState>;
  /** Lays a PNG, a JPEG or the first page of a PDF under the plan, as wide as the plan at first. */
  layUnder(file: File, plan: FloorPlan): Promise<void>;
  /** Another page of the PDF, where the one before lies. */
  turnTo(page: number): Promise<void>;
  change(change: Partial<Pick<Underlay, 'at' | 'metresPerPx' | 'opacity'>>): void;
  takeAway(): void;
}

export const MAX_PICTURE_BYTES = 30 * 1024 * 1024;
/** A scan of A0 at 150 dpi has 35 million pixels. */
export const MAX_PIXELS = 60e6;

/** A slider that has not moved for this long rests, ms. */
const REST_MS = 250;

export function createUnderlay(studio: Studio, archive: PlanArchive): UnderlayDesk {
  const none = { underlay: null, pdf: null, reading: false, measured: null, refused: null };
  const store = createStore<UnderlayState>(() => none);
  let planId: string | null = null;
  let resting: ReturnType<typeof setTimeout> | undefined;

  /** Shows a picture and forgets the one before. */
  function show(next: Omit<Underlay, 'address'> | null): void {
    const { underlay } = store.getState();
    if (underlay) URL.revokeObjectURL(underlay.address);
    store.setState({
      underlay: next && { ...next, address: URL.createObjectURL(next.picture) },
    });
  }

  /** Storage that refuses costs the picture at the next visit, not the drawing: the plan says so. */
  function keep(): void {
    clearTimeout(resting);
    const { underlay } = store.getState();
    const id = planId;
    if (id === null) return;
    resting = setTimeout(() => {
      if (!underlay) return void archive.forgetUnderlay(id).catch(() => {});
      const { address: _, ...kept } = underlay;
      archive
        .keepUnderlay({ ...kept, planId: id })
        .catch(() => studio.store.setState({ keeping: 'full' }));
    }, REST_MS);
  }

  async function take(name: string, bytes: Uint8Array, type: string, plan: FloorPlan) {
    let picture: Blob;
    let size = pictureSize(bytes);
    if (isPdf(bytes)) {
      const page = await pdfPage(bytes, 1);
      store.setState({ pdf: { bytes, pages: page.pages, page: 1 } });
      picture = page.picture;
      size = page;
    } else {
      if (!size) return refuse('kind');
      if (size.width * size.height > MAX_PIXELS) return refuse('pixels');
      store.setState({ pdf: null });
      picture = new Blob([bytes as BlobPart], { type });
    }
    const xs = plan.outline.map(([x]) => x);
    const ys = plan.outline.map(([, y]) => y);
    const [left, bottom] = [Math.min(...xs), Math.min(...ys)];
    show({
      name,
      picture,
      widthPx: size.width,
      heightPx: size.height,
      at: [left, bottom],
      metresPerPx: (Math.max(...xs) - left) / size.width,
      opacity: 0.5,
    });
    keep();
  }

  const refuse = (refused: UnderlayState['refused']) => store.setState({ refused });

  /** Does what may be refused, and says so. */
  async function reading(work: () => Promise<void>): Promise<void> {
    store.setState({ refused: null, reading: true });
    try {
      await work();
    } catch (error) {
      refuse(error instanceof PdfRefused ? error.reason : 'broken');
    } finally {
      store.setState({ reading: false });
    }
  }

  studio.store.subscribe(({ opened }, before) => {
    if (opened === before.opened) return;
    planId = opened?.id ?? null;
    show(null);
    store.setState(none);
    const id = planId;
    if (id !== null)
      void archive.underlay(id).then(
        (kept) => {
          if (kept && planId === id && !store.getState().underlay) show(kept);
        },
        () => {},
      );
  });

  return {
    store,
    async layUnder(file, plan) {
      if (file.size > MAX_PICTURE_BYTES) return refuse('size');
      await reading(async () =>
        take(file.name, new Uint8Array(await file.arrayBuffer()), file.type, plan),
      );
    },
    async turnTo(number) {
      await reading(async () => {
        const { pdf, underlay } = store.getState();
        if (!pdf || !underlay) return;
        const page = await pdfPage(pdf.bytes, number);
        store.setState({ pdf: { ...pdf, page: number } });
        show({
          ...underlay,
          picture: page.picture,
          widthPx: page.width,
          heightPx: page.height,
        });
        keep();
      });
    },
    change(change) {
      const { underlay } = store.getState();
      if (!underlay) return;
      store.setState({ underlay: { ...underlay, ...change } });
      keep();
    },
    takeAway() {
      show(null);
      store.setState({ pdf: null });
      keep();
    },
  };
}

/** The picture with the measured line as long as it really is; its start stays where it is. */
export function scaled(
  underlay: Pick<Underlay, 'at' | 'metresPerPx'>,
  [from, to]: readonly [Point, Point],
  lengthM: number,
): Pick<Underlay, 'at' | 'metresPerPx'> {
  const factor = lengthM / distance(from, to);
  return {
    metresPerPx: underlay.metresPerPx * factor,
    at: [
      from[0] + (underlay.at[0] - from[0]) * factor,
      from[1] + (underlay.at[1] - from[1]) * factor,
    ],
  };
}
