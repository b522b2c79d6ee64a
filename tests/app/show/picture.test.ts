import { describe, expect, test } from 'vitest';
import { cover, linesOf } from '../../../src/app/show/picture';

describe('a picture that is kept', () => {
  test('fills its box from the middle of the hall, without stretching it', () => {
    expect(cover(1000, 500, 500, 500)).toEqual([250, 0, 500, 500]);
    const [, , w, h] = cover(970, 670, 1280, 608);
    expect(w / h).toBeCloseTo(1280 / 608);
    expect(w).toBeLessThanOrEqual(970);
    expect(h).toBeLessThanOrEqual(670);
  });

  test('breaks captions where the language allows, and cuts what is too long', () => {
    const width = (text: string) => text.length;
    expect(linesOf('一二三四五六', width, 4, 2)).toEqual(['一二三四', '五六']);
    expect(linesOf('one two three', width, 8, 2)).toEqual(['one two', 'three']);
    expect(linesOf('一二三四五六七八九', width, 4, 2)).toEqual(['一二三四', '五六七…']);
    expect(linesOf('', width, 4, 2)).toEqual([]);
  });
});
