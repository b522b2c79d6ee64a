import { describe, expect, it } from 'vitest';
import { float64Column, int32Column, uint8Column } from '../../../src/sim/stats/columns';

describe('growing columns', () => {
  it('keep what is pushed, in the type asked for', () => {
    const times = float64Column(1);
    const places = int32Column();
    const kinds = uint8Column(3);
    for (let i = 0; i < 1000; i++) {
      times.push(i * 1e12 + 0.5);
      places.push(-i);
      kinds.push(i % 256);
    }
    expect(times.trim()).toEqual(Float64Array.from({ length: 1000 }, (_, i) => i * 1e12 + 0.5));
    expect(places.trim()).toEqual(Int32Array.from({ length: 1000 }, (_, i) => -i));
    expect(kinds.trim()).toEqual(Uint8Array.from({ length: 1000 }, (_, i) => i % 256));
  });

  it('trim to a buffer of their own, of just that length', () => {
    const column = int32Column(64);
    column.push(1);
    const trimmed = column.trim();
    column.set(0, 2);
    expect(trimmed.buffer.byteLength).toBe(4);
    expect(trimmed[0]).toBe(1);
    expect(column.get(0)).toBe(2);
    expect(int32Column().trim()).toHaveLength(0);
  });

  it('refuse entries that are not there', () => {
    const column = uint8Column(0);
    column.push(5);
    expect(column.length).toBe(1);
    expect(() => column.get(1)).toThrow(RangeError);
    expect(() => column.get(-1)).toThrow(RangeError);
    expect(() => column.set(1, 0)).toThrow(RangeError);
  });
});
