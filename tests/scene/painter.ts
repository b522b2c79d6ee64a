import type { Painter } from '../../src/scene/text/canvas';

/** A 2D painter that draws nothing and remembers what was written on it. */
export function recordingPainter(): { painter: Painter; written: string[] } {
  const written: string[] = [];
  const own: Record<string, unknown> = {
    fillText: (text: string) => written.push(text),
    measureText: (text: string) => ({ width: text.length * 10 }),
    createRadialGradient: () => ({ addColorStop: () => {} }),
  };
  const painter = new Proxy(own, {
    get: (target, name) => target[String(name)] ?? (() => {}),
    set: () => true,
  });
  return { painter: painter as unknown as Painter, written };
}

/** A canvas without a browser: paints nothing; WebGL is put on it by whoever renders for tests. */
class BareCanvas extends EventTarget {
  width = 1;
  height = 1;
  readonly style = {};
  getContext(_id: string): unknown {
    return recordingPainter().painter;
  }
}

/** Gives the scene a document with nothing but canvases; returns how to take it away again. */
export function installCanvas(): () => void {
  Object.assign(globalThis, {
    HTMLCanvasElement: BareCanvas,
    document: { createElement: () => new BareCanvas() },
    cancelAnimationFrame: () => {},
  });
  return () => {
    Reflect.deleteProperty(globalThis, 'document');
    Reflect.deleteProperty(globalThis, 'HTMLCanvasElement');
    Reflect.deleteProperty(globalThis, 'cancelAnimationFrame');
  };
}
