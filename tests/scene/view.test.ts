import fc from 'fast-check';
import { PerspectiveCamera, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { toScene } from '../../src/scene/coordinates';
import {
  FRAMES_IGNORED,
  FrameWatch,
  firstLevel,
  JUDGED,
  leaveLevel,
  PATIENCE_MS,
  QUALITY,
  stepDown,
} from '../../src/scene/quality/ladder';
import { FramePace } from '../../src/scene/quality/pace';
import { isSoftwareRenderer } from '../../src/scene/quality/webgl';
import type { QualityLevel } from '../../src/scene/types';
import { unavailable } from '../../src/scene/unavailable';
import {
  FIELD_OF_VIEW_DEG,
  firstAzimuthDeg,
  framePlan,
  fromAbove,
} from '../../src/scene/view/framing';
import { lookingDownFrom } from '../../src/scene/view/Pose';
import { SHIPPED_PLANS, shippedPlan } from '../plans';

describe.each(SHIPPED_PLANS)('framing %s', (id) => {
  const plan = shippedPlan(id);

  it.each(['orbit', 'top'] as const)('shows the whole plan and wastes little (%s)', (view) => {
    fc.assert(
      fc.property(fc.double({ min: 0.3, max: 4, noNaN: true }), (aspect) => {
        const { position, target } = framePlan(plan, view, aspect);
        const camera = new PerspectiveCamera(FIELD_OF_VIEW_DEG[view], aspect, 0.1, 1000);
        camera.position.set(...position);
        camera.lookAt(new Vector3(...target));
        camera.updateMatrixWorld();
        const heights = view === 'top' ? [0, 1.1] : [0, plan.ceilingHeightM];
        const seen = heights.flatMap((height) =>
          plan.outline.map((p) => new Vector3(...toScene(p, height)).project(camera)),
        );
        const widest = Math.max(...seen.map((p) => Math.max(Math.abs(p.x), Math.abs(p.y))));
        expect(widest).toBeLessThanOrEqual(1);
        expect(widest).toBeGreaterThan(0.9);
      }),
      { seed: 6, numRuns: 40 },
    );
  });

  it('looks at the hall from where its displays can be read', () => {
    const azimuth = (firstAzimuthDeg(plan) * Math.PI) / 180;
    const readable = plan.displays.filter((display) => {
      const facing = (display.facingDeg * Math.PI) / 180;
      return Math.cos(facing) * Math.sin(azimuth) - Math.sin(facing) * Math.cos(azimuth) > 0;
    });
    expect(readable.length).toBeGreaterThan(plan.displays.length / 2);
  });
});

describe('a place seen from above', () => {
  const cameraAt = ({ position, target }: ReturnType<typeof fromAbove>) => {
    const camera = new PerspectiveCamera(FIELD_OF_VIEW_DEG.top, 1.5, 0.1, 1000);
    camera.position.set(...position);
    camera.lookAt(new Vector3(...target));
    camera.updateMatrixWorld();
    return camera;
  };

  it('is told by where the camera stands, and seen again there, north up', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -20, max: 20, noNaN: true }),
        fc.double({ min: -20, max: 20, noNaN: true }),
        fc.double({ min: 2.5, max: 120, noNaN: true }),
        (x, z, heightM) => {
          const left = cameraAt(fromAbove({ position: [0, heightM, 0], target: [x, 0, z] }));
          const told = lookingDownFrom(left.position, left.getWorldDirection(new Vector3()));
          const again = cameraAt(fromAbove(told));
          expect(again.position.distanceTo(left.position)).toBeLessThan(0.005);
          const north = new Vector3(x, 0, z - 1).project(again);
          expect(Math.abs(north.x)).toBeLessThan(0.01);
          expect(north.y).toBeGreaterThan(0);
        },
      ),
      { seed: 4, numRuns: 60 },
    );
  });

  it('is set upright where a link has it aslant', () => {
    const { position, target } = fromAbove({ position: [9, 8, 9], target: [1, 1, 2] });
    expect(target).toEqual([1, 0, 2]);
    expect(position[0]).toBeCloseTo(1, 6);
    expect(position[1]).toBe(8);
    expect(position[2]).toBeCloseTo(2, 2);
  });
});

describe('quality', () => {
  it('judges by the median of enough frames and forgets long pauses', () => {
    const watch = new FrameWatch();
    for (let i = 0; i < FRAMES_IGNORED; i++) expect(watch.frame(400)).toBeNull();
    for (let i = 1; i < JUDGED.frames; i++) expect(watch.frame(i < 10 ? 60 : 20)).toBeNull();
    expect(watch.frame(10_000)).toBeNull();
    expect(watch.frame(20)).toBe(20);
    expect(watch.frame(20)).toBeNull();
  });

  it('ends on the cheapest step within a few seconds where frames take long, and never goes back', () => {
    for (const [lengthMs, ends] of [
      [250, 'low'],
      [50, 'medium'],
      [17, 'high'],
    ] as const) {
      let level: QualityLevel = 'high';
      const seen: QualityLevel[] = [];
      let watch = new FrameWatch();
      for (let ms = 0; ms < 6000; ms += lengthMs) {
        const median = watch.frame(lengthMs);
        if (median === null || median <= PATIENCE_MS[level]) continue;
        level = stepDown(level) ?? level;
        seen.push(level);
        watch = new FrameWatch();
      }
      expect(level).toBe(ends);
      expect(seen.length).toBe(new Set(seen).size);
    }
  });

  it('draws at its pace where the renderer can, and leaves it some rest where it cannot', () => {
    for (const [takesMs, least, most] of [
      [16, 78, 96],
      [120, 160, 200],
      [600, 600, 616],
    ] as const) {
      const pace = new FramePace(80);
      let drawn = 0;
      let busyUntil = 0;
      let lastMs = 0;
      // The screen could show a frame every 16 ms, but for the time that the renderer is busy.
      for (let ms = 0; ms < 60_000; ms += 16) {
        if (ms < busyUntil || !pace.isDue(ms)) continue;
        busyUntil = ms + takesMs;
        drawn = ms - lastMs;
        lastMs = ms;
      }
      expect(drawn).toBeGreaterThanOrEqual(least);
      expect(drawn).toBeLessThanOrEqual(most);
      expect(pace.everyMs).toBeLessThanOrEqual(250);
    }
  });

  it('begins where an earlier picture of the page has ended', () => {
    expect(firstLevel(false)).toBe('high');
    expect(firstLevel(true)).toBe('low');
    expect(leaveLevel('high')).toBe('medium');
    expect(firstLevel(false)).toBe('medium');
    expect(leaveLevel('medium')).toBe('low');
    expect(leaveLevel('high')).toBe('medium');
    expect(firstLevel(false)).toBe('low');
  });

  it('goes down step by step and ends', () => {
    expect(stepDown('high')).toBe('medium');
    expect(stepDown('medium')).toBe('low');
    expect(stepDown('low')).toBeNull();
    expect(QUALITY.low.shadowMap || QUALITY.low.antialias).toBe(false);
    expect(QUALITY.low.playingDpr).toBeLessThan(QUALITY.medium.playingDpr);
  });

  it('knows software by its name', () => {
    expect(
      isSoftwareRenderer('ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device), SwiftShader)'),
    ).toBe(true);
    expect(isSoftwareRenderer('llvmpipe (LLVM 15.0.7, 256 bits)')).toBe(true);
    expect(isSoftwareRenderer('Microsoft Basic Render Driver')).toBe(true);
    expect(isSoftwareRenderer('ANGLE (Intel, Intel(R) UHD Graphics 620)')).toBe(false);
  });

  it('says in both languages why nothing is drawn', () => {
    for (const kind of ['missing', 'lost', 'failed'] as const) {
      expect(unavailable(kind, 'zh').message).not.toBe(unavailable(kind, 'en').message);
    }
    expect(unavailable('failed', 'en', 'out of memory').message).toContain('out of memory');
  });
});
