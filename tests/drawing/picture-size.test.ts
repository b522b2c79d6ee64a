import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pictureSize } from '../../src/drawing/import/picture-size';

test('the size of a real PNG', () => {
  const png = readFileSync(new URL('../../docs/hall.png', import.meta.url));
  expect(pictureSize(png)).toEqual({ width: 1440, height: 900 });
});

test('a PNG that says it is enormous is told without decoding', () => {
  const head = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13];
  const ihdr = [0x49, 0x48, 0x44, 0x52, 0, 1, 0x86, 0xa0, 0, 1, 0x86, 0xa0];
  expect(pictureSize(Uint8Array.from([...head, ...ihdr]))).toEqual({
    width: 100_000,
    height: 100_000,
  });
});

test('a JPEG: segments are passed over to the frame', () => {
  const app0 = [0xff, 0xe0, 0, 4, 1, 2];
  const sof = [0xff, 0xc2, 0, 11, 8, 0x03, 0x20, 0x04, 0xb0, 3, 0, 0, 0];
  expect(pictureSize(Uint8Array.from([0xff, 0xd8, ...app0, ...sof]))).toEqual({
    width: 1200,
    height: 800,
  });
});

test('anything else has none', () => {
  for (const bytes of [[], [0xff, 0xd8], [0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0, 0, 0, 0, 0, 0]])
    expect(pictureSize(Uint8Array.from(bytes))).toBeNull();
  expect(pictureSize(new TextEncoder().encode('<svg onload="alert(1)"></svg>     '))).toBeNull();
});
