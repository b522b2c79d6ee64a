import ReactThreeTestRenderer from '@react-three/test-renderer';
import type { InstancedMesh, Mesh, Object3D } from 'three';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HallObjects } from '../../src/scene/HallObjects';
import type { QualityLevel, SceneClock, Selection } from '../../src/scene/types';
import { SHIPPED_PLANS, shippedPlan } from '../plans';
import { day, hours, plan200 } from './day';
import { installCanvas } from './painter';

let takeAway: () => void;
beforeAll(() => {
  takeAway = installCanvas();
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
});
afterAll(() => {
  takeAway();
});

function clockAt(hour: number): SceneClock & { seek(hour: number): void } {
  let timeUs = hours(hour);
  const listeners = new Set<() => void>();
  return {
    timeUs: () => timeUs,
    playing: () => false,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    seek: (to) => {
      timeUs = hours(to);
      for (const listener of listeners) listener();
    },
  };
}

function meshes(root: Object3D): Mesh[] {
  const found: Mesh[] = [];
  root.traverseVisible((object) => {
    if ((object as Mesh).isMesh) found.push(object as Mesh);
  });
  return found;
}

/** The renderer itself still uses a class that three is about to drop; that alone is let pass. */
async function pastClockWarning<T>(create: () => Promise<T>): Promise<T> {
  // biome-ignore lint/suspicious/noConsole: what others write there is still handed on
  const warn = console.warn;
  console.warn = (...words: unknown[]) => {
    if (!String(words[0]).startsWith('THREE.Clock:')) warn(...words);
  };
  try {
    return await create();
  } finally {
    console.warn = warn;
  }
}

const peopleIn = (root: Object3D) =>
  meshes(root)
    .map((mesh) => mesh as InstancedMesh)
    // The leaves of the doors are instances as well, all of one colour.
    .filter((mesh) => mesh.isInstancedMesh && mesh.instanceColor !== null)
    .reduce((most, mesh) => Math.max(most, mesh.count), 0);

async function stage(options: {
  plan?: typeof plan200;
  empty?: boolean;
  clock: SceneClock;
  selection?: Selection | null;
  view?: 'orbit' | 'top';
  level?: QualityLevel;
}) {
  const { plan = plan200, empty = false, clock, selection = null, view = 'orbit' } = options;
  const { level = 'low' } = options;
  return await pastClockWarning(() =>
    ReactThreeTestRenderer.create(
      <HallObjects
        plan={plan}
        timeline={empty ? null : day()}
        clock={clock}
        view={view}
        selection={selection}
        onSelect={() => {}}
        language="zh"
        level={level}
      />,
      { width: 1440, height: 900 },
    ),
  );
}

describe('the scene', () => {
  it.each(SHIPPED_PLANS)('stands up with %s in few draw calls', async (id) => {
    const renderer = await stage({ plan: shippedPlan(id), empty: true, clock: clockAt(10) });
    await renderer.advanceFrames(2, 0.1);
    const drawn = meshes(renderer.scene.instance);
    expect(drawn.length).toBeGreaterThan(6);
    expect(drawn.length).toBeLessThanOrEqual(16);
    await renderer.unmount();
  });

  it('follows the clock without being rendered by React again', async () => {
    const clock = clockAt(10);
    const renderer = await stage({ clock, level: 'medium' });
    await renderer.advanceFrames(1, 0.1);
    const drawn = meshes(renderer.scene.instance);
    expect(drawn.length).toBeLessThanOrEqual(32);
    const busy = peopleIn(renderer.scene.instance);
    clock.seek(23.5);
    await renderer.advanceFrames(1, 0.1);
    expect(busy).toBeGreaterThan(50);
    expect(peopleIn(renderer.scene.instance)).toBe(0);
    await renderer.unmount();
  });

  it('marks what is selected', async () => {
    const clock = clockAt(10);
    const crowd = day().createCrowd();
    day().crowdAt(hours(10), crowd);
    const plain = await stage({ clock });
    await plain.advanceFrames(1, 0.1);
    const before = meshes(plain.scene.instance).length;
    await plain.unmount();
    for (const selection of [
      { kind: 'visitor', visitor: crowd.visitor[0]! },
      { kind: 'window', window: 'w2' },
      { kind: 'camera', camera: plan200.cameras[0]!.id },
    ] as const) {
      const marked = await stage({ clock, selection });
      await marked.advanceFrames(1, 0.1);
      expect(meshes(marked.scene.instance).length).toBeGreaterThan(before);
      await marked.unmount();
    }
  });

  it('leaves out from above what hangs overhead', async () => {
    const clock = clockAt(10);
    const orbit = await stage({ clock });
    await orbit.advanceFrames(1, 0.1);
    const standing = meshes(orbit.scene.instance).length;
    await orbit.unmount();
    const top = await stage({ clock, view: 'top' });
    await top.advanceFrames(1, 0.1);
    expect(meshes(top.scene.instance).length).toBeLessThan(standing);
    await top.unmount();
  });
});
