import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layAtlas, uvOf } from '../../src/scene/text/atlas';
import { DisplayBoard } from '../../src/scene/text/display-board';
import { Calls, callText, recentCalls, windowText } from '../../src/scene/text/display-text';
import { hangAtlas } from '../../src/scene/text/quads';
import { layPictures, numberPictures, signPictures } from '../../src/scene/text/signs';
import { EventKind } from '../../src/sim/hall/record';
import { WindowState } from '../../src/sim/hall/timeline';
import { SHIPPED_PLANS, shippedPlan } from '../plans';
import { day, hours, plan200 } from './day';
import { recordingPainter } from './painter';

describe('atlas', () => {
  it('lays pictures side by side and inside', () => {
    const size = fc.record({
      w: fc.integer({ min: 1, max: 500 }),
      h: fc.integer({ min: 1, max: 300 }),
    });
    fc.assert(
      fc.property(fc.array(size, { minLength: 1, maxLength: 30 }), (sizes) => {
        const atlas = layAtlas(sizes, 1024, 16384);
        atlas.cells.forEach((a, i) => {
          expect([a.w, a.h]).toEqual([sizes[i]!.w, sizes[i]!.h]);
          expect(a.x >= 0 && a.y >= 0).toBe(true);
          expect(a.x + a.w <= atlas.width && a.y + a.h <= atlas.height).toBe(true);
          const [left, bottom, right, top] = uvOf(atlas, i);
          expect(left < right && bottom < top && left >= 0 && top <= 1).toBe(true);
          atlas.cells.slice(0, i).forEach((b) => {
            const apart = a.x + a.w < b.x || b.x + b.w < a.x || a.y + a.h < b.y || b.y + b.h < a.y;
            expect(apart).toBe(true);
          });
        });
      }),
      { seed: 5, numRuns: 60 },
    );
  });

  it('refuses what does not fit', () => {
    expect(() => layAtlas([{ w: 1024, h: 10 }], 1024)).toThrow(RangeError);
    expect(() => layAtlas(new Array(40).fill({ w: 900, h: 300 }), 1024, 4096)).toThrow(RangeError);
  });
});

describe.each(SHIPPED_PLANS)('the writing in %s', (id) => {
  const plan = shippedPlan(id);

  it.each(['zh', 'en'] as const)('paints every sign in %s', (language) => {
    const pictures = signPictures(plan, language);
    const atlas = layPictures(pictures);
    const { painter, written } = recordingPainter();
    pictures.forEach((picture, i) => {
      picture.paint(painter, atlas.cells[i]!);
    });
    for (const sign of plan.signs) {
      const text = typeof sign.text === 'string' ? sign.text : sign.text[language];
      expect(written).toContain(text);
    }
    expect(
      hangAtlas(
        atlas,
        pictures.map((p) => p.hanging),
      ).getAttribute('position').count,
    ).toBe(4 * plan.signs.length);
  });

  it('numbers every window on its counter', () => {
    const pictures = numberPictures(plan);
    const { painter, written } = recordingPainter();
    const atlas = layPictures(pictures);
    pictures.forEach((picture, i) => {
      picture.paint(painter, atlas.cells[i]!);
    });
    expect(written).toEqual(plan.windows.map((window) => String(window.number)));
  });
});

describe('displays', () => {
  const timeline = day();
  const w1 = plan200.windows[0]!;

  it('shows the ticket only while somebody is called or served', () => {
    expect(windowText(w1, WindowState.Calling, 'A012', 'zh')).toEqual({
      number: '1',
      state: WindowState.Calling,
      stateText: '请到窗口',
      ticket: 'A012',
    });
    expect(windowText(w1, WindowState.Idle, 'A012', 'en').ticket).toBe('');
    expect(windowText(w1, WindowState.Closed, '', 'zh').stateText).toBe('暂停服务');
    expect(callText('A012', 3, 'zh')).toBe('请A012号到3号窗口');
  });

  it('paints what the record says, and again only when that changes', () => {
    const board = new DisplayBoard(plan200, timeline, 'zh');
    const { painter, written } = recordingPainter();
    const timeUs = hours(10);
    expect(board.update(painter, timeUs)).toBe(true);
    timeline.record.header.windows.forEach((_, i) => {
      const visitor = timeline.windowVisitor(i, timeUs);
      if (visitor >= 0) expect(written).toContain(timeline.ticket(visitor));
    });
    for (const window of plan200.windows) expect(written).toContain(String(window.number));
    written.length = 0;
    expect(board.update(painter, timeUs)).toBe(false);
    expect(written).toEqual([]);
    let painted = 0;
    for (let s = 1; s <= 1200; s++) if (board.update(painter, timeUs + s * 1e6)) painted++;
    expect(painted).toBeGreaterThan(5);
    expect(painted).toBeLessThan(600);
    board.update(painter, timeUs);
    written.length = 0;
    expect(board.update(painter, timeUs)).toBe(false);
  });

  it('lists the latest calls first', () => {
    const calls = new Calls(timeline.record);
    const { events, header } = timeline.record;
    const timeUs = hours(10.25);
    const before: number[] = [];
    for (let i = 0; i < events.length; i++) {
      if (events.kind[i] === EventKind.Call && events.timeUs[i]! <= timeUs) before.push(i);
    }
    expect(calls.countAt(timeUs)).toBe(before.length);
    expect(calls.countAt(-1)).toBe(0);
    const lines = recentCalls(calls, calls.countAt(timeUs), 3, timeline, plan200, 'zh');
    const expected = before
      .slice(-3)
      .reverse()
      .map((i) => {
        const id = header.windows[events.place[i]!];
        const window = plan200.windows.find((candidate) => candidate.id === id)!;
        return `请${timeline.ticket(events.visitor[i]!)}号到${window.number}号窗口`;
      });
    expect(lines).toEqual(expected);
  });

  it('shows every window closed without a recorded day', () => {
    const { painter, written } = recordingPainter();
    new DisplayBoard(plan200, null, 'en').update(painter, 0);
    expect(written.filter((text) => text === 'Closed').length).toBe(plan200.windows.length);
  });
});
