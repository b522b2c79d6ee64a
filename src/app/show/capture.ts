import { createStore, type StoreApi } from 'zustand/vanilla';
import { afterEachFrame, drawOnce } from '../../scene/frames';
import { drawPicture, type Writing } from './picture';
import { type CapturePlace, canvasScenes, planScenes } from './stage-scenes';

export interface CaptureState {
  /** What has been recorded so far; null while nothing is recorded. */
  readonly recording: { readonly seconds: number; readonly bytes: number } | null;
  /** Why no video can be made: the browser records none, or draws no WebGL. */
  readonly refused: 'recorder' | 'webgl' | 'failed' | null;
}

/** Stills and videos of what is shown. */
export interface Capture {
  readonly store: StoreApi<CaptureState>;
  /** The halls as a PNG with caption, hall and time; null where nothing is drawn. */
  still(place: CapturePlace, writing: () => Writing): Promise<Blob | null>;
  /**
   * Begins a video; `save` gets it once it is stopped, or has reached its longest or largest.
   * Where the browser cannot, the state says why.
   */
  record(place: CapturePlace, writing: () => Writing, save: (video: Blob) => void): void;
  stop(): void;
  /** The user has read why there is none. */
  forget(): void;
}

/** Formats in the order in which they are tried: smaller files first. */
const FORMATS = ['video/webm;codecs=vp9', 'video/webm;codecs=vp8', 'video/webm'];
/** A projector's picture. */
const VIDEO = { width: 1280, height: 720, fps: 25, bitsPerSecond: 4_000_000 } as const;
const STILL = { width: 1920, height: 1080 } as const;
/** Where a video ends by itself. */
export const MOST = { seconds: 600, bytes: 300 * 1024 * 1024 } as const;
const PIECE_MS = 1000;

export function createCapture(): Capture {
  const store = createStore<CaptureState>(() => ({ recording: null, refused: null }));
  let recorder: MediaRecorder | null = null;

  function record(place: CapturePlace, writing: () => Writing, save: (video: Blob) => void): void {
    if (recorder !== null) return;
    const format =
      typeof MediaRecorder === 'undefined'
        ? undefined
        : FORMATS.find((one) => MediaRecorder.isTypeSupported(one));
    if (!format || !('captureStream' in HTMLCanvasElement.prototype)) {
      store.setState({ refused: 'recorder' });
      return;
    }
    if (canvasScenes(place).length === 0) {
      store.setState({ refused: 'webgl' });
      return;
    }
    const canvas = sized(VIDEO);
    const draw = () => {
      const scenes = canvasScenes(place);
      // A page that was turned over leaves the last picture standing.
      if (scenes.length > 0) drawPicture(canvas, scenes, writing());
    };
    const own = new MediaRecorder(canvas.captureStream(VIDEO.fps), {
      mimeType: format,
      videoBitsPerSecond: VIDEO.bitsPerSecond,
    });
    recorder = own;
    const pieces: Blob[] = [];
    let bytes = 0;
    const begunMs = performance.now();
    const stopHearing = afterEachFrame(draw);
    // While time stands nothing is drawn by itself: a caption may change all the same.
    const still = setInterval(drawOnce, PIECE_MS);
    own.ondataavailable = ({ data }) => {
      if (data.size > 0) pieces.push(data);
      bytes += data.size;
      const seconds = (performance.now() - begunMs) / 1000;
      if (own.state === 'inactive') return;
      store.setState({ recording: { seconds, bytes } });
      if (seconds >= MOST.seconds || bytes >= MOST.bytes) own.stop();
    };
    const finish = (failed: boolean) => {
      stopHearing();
      clearInterval(still);
      recorder = null;
      store.setState({ recording: null, ...(failed ? { refused: 'failed' as const } : {}) });
      if (pieces.length > 0) save(new Blob(pieces, { type: 'video/webm' }));
    };
    own.onstop = () => finish(false);
    own.onerror = () => finish(true);
    store.setState({ recording: { seconds: 0, bytes: 0 }, refused: null });
    own.start(PIECE_MS);
    drawOnce();
  }

  return {
    store,
    async still(place, writing) {
      const canvas = sized(STILL);
      if (canvasScenes(place).length > 0) {
        await new Promise<void>((resolve) => {
          const stop = afterEachFrame(() => {
            stop();
            drawPicture(canvas, canvasScenes(place), writing());
            resolve();
          });
          drawOnce();
        });
      } else {
        const plans = await planScenes(place);
        if (plans.length === 0) return null;
        drawPicture(canvas, plans, writing());
      }
      return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
    },
    record,
    stop: () => recorder?.stop(),
    forget: () => store.setState({ refused: null }),
  };
}

function sized({ width, height }: { width: number; height: number }): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return canvas;
}
