import { describe, expect, it } from 'vitest';
import { lostWhen, WaitingTally } from '../../../src/coverage/day/lost-when';
import { worstMinute } from '../../../src/coverage/day/worst-minute';

/** Samples of [how many wait, clear?, how often]. */
function tallied(samples: readonly (readonly [number, boolean, number])[]): WaitingTally {
  const tally = new WaitingTally();
  for (const [waiting, clear, times] of samples)
    for (let i = 0; i < times; i++) tally.note(waiting, clear);
  return tally;
}

describe('when a window is lost', () => {
  it('is told by the number above which most of it is lost', () => {
    const tally = tallied([
      [3, true, 900],
      [12, true, 60],
      [13, false, 40],
      [15, false, 20],
      [15, true, 10],
    ]);
    expect(lostWhen(tally)).toEqual({ moreThan: 12, ofLost: 1, ofWaiting: 60 / 70 });
  });

  it('allows a tenth to be lost otherwise', () => {
    const few = tallied([
      [2, true, 500],
      [2, false, 5],
      [20, false, 50],
    ]);
    expect(lostWhen(few)?.moreThan).toBe(19);
    const many = tallied([
      [2, true, 500],
      [2, false, 8],
      [20, false, 50],
    ]);
    expect(lostWhen(many)).toBeNull();
  });

  it('says nothing where waiting tells nothing', () => {
    expect(
      lostWhen(
        tallied([
          [5, true, 100],
          [5, false, 20],
        ]),
      ),
    ).toBeNull();
    expect(lostWhen(tallied([[5, false, 20]]))).toBeNull();
    expect(lostWhen(tallied([[5, true, 20]]))).toBeNull();
  });
});

describe('the worst minute', () => {
  const minutes = (
    ...noted: readonly (readonly [number, number, number, number])[]
  ): Parameters<typeof worstMinute>[0] =>
    new Map(noted.map(([minute, open, clear, waiting]) => [minute, { open, clear, waiting }]));

  it('has the least of its open time clear', () => {
    expect(worstMinute(minutes([600, 60, 60, 9], [601, 60, 12, 4], [602, 60, 40, 4]), 1)).toEqual({
      startS: 36_060,
      openS: 60,
      clearS: 12,
      waiting: 4,
    });
  });

  it('is the fuller of two, and the earlier of equals', () => {
    expect(worstMinute(minutes([1, 60, 0, 3], [2, 60, 0, 8], [3, 60, 0, 8]), 1)?.startS).toBe(120);
  });

  it('is a whole minute before a moment of one', () => {
    expect(worstMinute(minutes([1, 5, 0, 3], [2, 60, 30, 3]), 1)?.startS).toBe(120);
    expect(worstMinute(minutes([1, 5, 0, 3]), 1)?.startS).toBe(60);
  });

  it('is none where nothing is lost', () => {
    expect(worstMinute(minutes([1, 60, 60, 3]), 1)).toBeNull();
    expect(worstMinute(minutes(), 1)).toBeNull();
  });
});
