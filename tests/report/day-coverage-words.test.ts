import { describe, expect, it } from 'vitest';
import type { WindowDay } from '../../src/coverage/day/day-coverage';
import { clockText, dayCoverageSentence, shareText } from '../../src/report/day-coverage-words';

const window: WindowDay = {
  id: 'w6',
  openS: 25_000,
  clearS: 23_500,
  share: 0.94,
  faceS: 23_500,
  counterS: 25_000,
  emptyClear: true,
  worst: null,
  lostWhen: { moreThan: 12, ofLost: 0.97, ofWaiting: 0.8 },
  obstructions: [{ doing: 'waiting', at: [3.5, 4], seconds: 900 }],
  open: [],
  lost: [],
};

describe('a day of a window in a sentence', () => {
  it('says when it is lost', () => {
    expect(dayCoverageSentence(window, 'en')).toBe(
      'Seen 94% of the time, lost when more than 12 wait',
    );
    expect(dayCoverageSentence(window, 'zh')).toBe('开放时间的 94% 清晰，等候超过 12 人时看不清');
  });

  it('says who stood where if waiting does not tell', () => {
    const other = { ...window, lostWhen: null };
    expect(dayCoverageSentence(other, 'en')).toBe(
      'Seen 94% of the time, lost for 25 min, mostly behind somebody waiting at (3.5, 4.0)',
    );
    expect(dayCoverageSentence(other, 'zh')).toBe(
      '开放时间的 94% 清晰，共 25 分钟看不清，多因 (3.5, 4.0) 处等候的人遮挡',
    );
  });

  it('names who is served rather than how many wait', () => {
    const served = {
      ...window,
      obstructions: [{ doing: 'served' as const, at: [1, 6] as const, seconds: 1400 }],
    };
    expect(dayCoverageSentence(served, 'en')).toContain('mostly behind somebody who is served at');
  });

  it('does not blame people for what the empty room hides', () => {
    const never = { ...window, share: 0, clearS: 0, emptyClear: false, lostWhen: null };
    expect(dayCoverageSentence(never, 'en')).toContain('even in the empty room');
    expect(dayCoverageSentence({ ...window, share: 1, clearS: 25_000 }, 'en')).toContain('all its');
    expect(dayCoverageSentence({ ...window, share: null, openS: 0 }, 'zh')).toBe('全天未开');
  });
});

describe('shares and times', () => {
  it('never round up to all or down to nothing', () => {
    expect([1, 0.99996, 0.9951, 0.94, 0.002, 0.0004, 0].map(shareText)).toEqual([
      '100%',
      '> 99.9%',
      '99.5%',
      '94%',
      '0.2%',
      '< 0.1%',
      '0%',
    ]);
  });

  it('are those of the clock', () => {
    expect(clockText(36_307)).toBe('10:05:07');
  });
});
