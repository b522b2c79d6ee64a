import { describe, expect, test, vi } from 'vitest';
import { planDxf } from '../../src/drawing/export/dxf';
import { dxfText, readDxf } from '../../src/drawing/import/dxf';
import { roomFromLayers } from '../../src/drawing/import/walls';
import { grossAreaM2 } from '../../src/geometry/area';
import { checkStructure } from '../../src/geometry/checks/structure';
import { InputError } from '../../src/scenarios/problem';
import { shippedPlan } from '../plans';

const base = shippedPlan('hall-200');

/** A drawing of pairs of group codes and values. */
const dxf = (header: readonly (string | number)[], entities: readonly (string | number)[]) =>
  [
    ...[0, 'SECTION', 2, 'HEADER', ...header, 0, 'ENDSEC'],
    ...[0, 'SECTION', 2, 'ENTITIES', ...entities, 0, 'ENDSEC', 0, 'EOF'],
  ].join('\n');

const line = (layer: string, x0: number, y0: number, x1: number, y1: number) => [
  ...[0, 'LINE', 8, layer, 10, x0, 20, y0, 30, 0, 11, x1, 21, y1, 31, 0],
];

/** Both faces of the walls of a room, in millimetres, and an axis on another layer. */
const ROOM = [
  ...line('墙体', 0, 0, 16000, 0),
  ...line('墙体', 16000, 0, 16000, 12000),
  ...line('墙体', 16000, 12000, 0, 12000),
  ...line('墙体', 0, 12000, 0, 0),
  ...line('墙体', 240, 240, 15760, 240),
  ...line('墙体', 15760, 240, 15760, 11760),
  ...line('墙体', 15760, 11760, 240, 11760),
  ...line('墙体', 240, 11760, 240, 240),
  ...line('轴线', -3000, 6000, 20000, 6000),
];

describe('reading a drawing', () => {
  test('Chinese layers, units by $INSUNITS, walls from both faces', () => {
    const drawing = readDxf(dxf([9, '$INSUNITS', 70, 4], ROOM), 'room.dxf');
    expect(drawing.layers.map(({ name, segments }) => [name, segments.length])).toEqual([
      ['墙体', 8],
      ['轴线', 1],
    ]);
    expect(drawing.units).toEqual({ metres: 0.001, from: 'insunits' });
    const found = roomFromLayers(base, drawing.layers.slice(0, 1), drawing.units.metres)!;
    expect([found.paired, found.single, found.outline]).toEqual([4, 0, 'around']);
    expect(grossAreaM2(found.plan)).toBeCloseTo(192, 9);
    for (const wall of found.plan.walls) expect(wall.thicknessM).toBeCloseTo(0.24, 9);
    const south = found.plan.walls.find(({ from, to }) => from[1] === 0.12 && to[1] === 0.12)!;
    expect([south.from[0], south.to[0]].sort((a, b) => a - b)).toEqual([0, 16]);
    expect(checkStructure(found.plan).map(({ path }) => path)).toEqual(['doors', 'doors']);
  });

  test.each([
    ['$MEASUREMENT says metric: millimetres', [9, '$MEASUREMENT', 70, 1], 1, 0.001, 'measurement'],
    ['nothing said, large numbers: millimetres', [], 1, 0.001, 'guess'],
    ['nothing said, small numbers: metres', [], 0.001, 1, 'guess'],
  ] as const)('%s', (_, header, scale, metres, from) => {
    const [x, y] = [16000 * scale, 12000 * scale];
    const lines = [...line('W', 0, 0, x, 0), ...line('W', x, 0, x, y)];
    expect(readDxf(dxf(header, lines), 'a.dxf').units).toEqual({ metres, from });
  });

  test('blocks are taken apart, turned and scaled; arcs become chords', () => {
    const block = [
      ...[0, 'SECTION', 2, 'BLOCKS', 0, 'BLOCK', 8, '0', 2, 'B', 10, 0, 20, 0, 30, 0],
      ...line('0', 0, 0, 1, 0),
      ...[0, 'ENDBLK', 0, 'ENDSEC'],
    ];
    const insert = [0, 'INSERT', 8, '墙', 2, 'B', 10, 5, 20, 5, 41, 2, 42, 2, 50, 90];
    const text = [
      ...block,
      ...[0, 'SECTION', 2, 'ENTITIES', ...insert],
      ...[0, 'CIRCLE', 8, '柱', 10, 0, 20, 0, 40, 1],
      ...[0, 'ENDSEC', 0, 'EOF'],
    ].join('\n');
    const { layers } = readDxf(text, 'b.dxf');
    const wall = layers.find(({ name }) => name === '墙')!.segments[0]!;
    expect(wall.from).toEqual([5, 5]);
    expect(wall.to[0]).toBeCloseTo(5, 9);
    expect(wall.to[1]).toBeCloseTo(7, 9);
    const circle = layers.find(({ name }) => name === '柱')!;
    expect(circle.segments).toHaveLength(48);
    for (const { from } of circle.segments) expect(Math.hypot(...from)).toBeCloseTo(1, 9);
  });

  test('a bulge of one is a half circle', () => {
    const poly = [
      ...[0, 'LWPOLYLINE', 8, 'A', 90, 2, 70, 0],
      ...[10, 0, 20, 0, 42, 1, 10, 2, 20, 0],
    ];
    const { layers } = readDxf(dxf([], poly), 'c.dxf');
    const lowest = Math.min(...layers[0]!.segments.map(({ to }) => to[1]));
    expect(lowest).toBeCloseTo(-1, 9);
  });

  test('GBK bytes of an older program; DWG and binary are refused with advice', () => {
    expect(dxfText(Uint8Array.from([0xc7, 0xbd, 0xcc, 0xe5]), 'x.dxf')).toBe('墙体');
    // These two bytes are a letter in UTF-8 too: the header decides.
    const head = new TextEncoder().encode('9\n$ACADVER\n1\nAC1015\n9\n$DWGCODEPAGE\n3\nANSI_936\n');
    expect(dxfText(Uint8Array.from([...head, 0xc7, 0xbd]), 'x.dxf').endsWith('墙')).toBe(true);
    expect(() => dxfText(new TextEncoder().encode('AC1027\0\0'), 'x.dwg')).toThrow(InputError);
    expect(() => dxfText(new TextEncoder().encode('AutoCAD Binary DXF'), 'x.dxf')).toThrow(
      InputError,
    );
  });

  test('what is no drawing is refused, quickly and quietly', () => {
    const noise = vi.spyOn(console, 'error').mockImplementation(() => {});
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    for (const text of ['', 'hello', '<svg onload="alert(1)"/>', '0\nSECTION\n', '0\n'.repeat(1e5)])
      expect(() => readDxf(text, 'x.dxf'), text.slice(0, 10)).toThrow(InputError);
    expect(noise).not.toHaveBeenCalled();
    expect(warned).not.toHaveBeenCalled();
    noise.mockRestore();
    warned.mockRestore();
  });

  test('a layer called __proto__ is a layer', () => {
    const { layers } = readDxf(dxf([], line('__proto__', 0, 0, 9, 0)), 'p.dxf');
    expect(layers[0]!.name).toBe('__proto__');
    expect('segments' in {}).toBe(false);
  });

  test('a block that holds itself ends', () => {
    const text = [
      ...[0, 'SECTION', 2, 'BLOCKS', 0, 'BLOCK', 8, '0', 2, 'B', 10, 0, 20, 0],
      ...line('A', 0, 0, 1, 0),
      ...[0, 'INSERT', 8, 'A', 2, 'B', 10, 1, 20, 0],
      ...[0, 'ENDBLK', 0, 'ENDSEC', 0, 'SECTION', 2, 'ENTITIES'],
      ...[0, 'INSERT', 8, 'A', 2, 'B', 10, 0, 20, 0, 0, 'ENDSEC', 0, 'EOF'],
    ].join('\n');
    expect(readDxf(text, 'loop.dxf').layers[0]!.segments.length).toBeLessThan(10);
  });
});

test('a saved drawing read again has the same outline, area and walls', () => {
  const drawing = readDxf(planDxf(base), 'again.dxf');
  expect(drawing.units).toEqual({ metres: 0.001, from: 'insunits' });
  const layer = (name: string) => drawing.layers.find((one) => one.name === name)!;
  expect(layer('SEAT').rings).toHaveLength(base.seats.length);
  const found = roomFromLayers(base, [layer('OUTLINE'), layer('WALL')], 0.001)!;
  expect(found.outline).toBe('drawn');
  expect(found.plan.outline).toEqual(base.outline);
  expect(grossAreaM2(found.plan)).toBe(200);
});
