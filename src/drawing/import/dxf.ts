import DxfParser, { type IDxf, type IEntity } from 'dxf-parser';
import type { Point } from '../../scenarios/floorplan';
import { InputError, type Problem } from '../../scenarios/problem';

/** A piece of a line in a drawing's own units. */
export interface Segment {
  readonly from: Point;
  readonly to: Point;
}

/** A layer with what it draws. */
export interface DxfLayer {
  readonly name: string;
  readonly segments: readonly Segment[];
  /** Closed lines, corner by corner. */
  readonly rings: readonly (readonly Point[])[];
}

/** How the size of a unit is known. */
export type UnitSource = 'insunits' | 'measurement' | 'guess';

export interface DxfDrawing {
  /** The layer with most lines first. */
  readonly layers: readonly DxfLayer[];
  readonly units: { readonly metres: number; readonly from: UnitSource };
  /** Entities that are neither lines nor arcs, by kind: they are left out. */
  readonly leftOut: readonly { readonly kind: string; readonly count: number }[];
}

/** Larger drawings are refused before they are read. */
export const MAX_DXF_BYTES = 20 * 1024 * 1024;
/** More pieces of lines than a hall can have: somebody's whole city. */
const MAX_SEGMENTS = 200_000;
const MAX_DEPTH = 6;
/** A circle is drawn with so many pieces. */
const CIRCLE_PIECES = 48;

/** Metres of the units that `$INSUNITS` names. */
const INSUNITS: Readonly<Record<number, number>> = {
  1: 0.0254,
  2: 0.3048,
  4: 0.001,
  5: 0.01,
  6: 1,
  8: 0.0000254,
  9: 0.0000254,
  10: 0.9144,
  14: 0.1,
  15: 10,
  16: 100,
};

const problem = (zh: string, en: string, remedyZh: string, remedyEn: string): Problem => ({
  path: '',
  message: { zh, en },
  remedy: { zh: remedyZh, en: remedyEn },
});

/** Text of a DXF file: UTF-8, or GBK as older Chinese programs write it. Throws InputError. */
export function dxfText(bytes: Uint8Array, source: string): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  if (/^AC10\d\d/.test(head))
    throw new InputError(source, [
      problem(
        '这是 DWG 文件',
        'This is a DWG file',
        '在 CAD 里另存为 DXF（ASCII）再打开',
        'Save it as DXF (ASCII) in your CAD program and open that',
      ),
    ]);
  if (head.startsWith('AutoCAD Binary DXF'))
    throw new InputError(source, [
      problem(
        '这是二进制 DXF',
        'This is a binary DXF',
        '在 CAD 里另存为 ASCII DXF',
        'Save it as ASCII DXF in your CAD program',
      ),
    ]);
  // Before AC1021 (2007) files were written in the code page that they name.
  const version = /\$ACADVER\s+1\s+AC(\d{4})/.exec(head)?.[1];
  if (/ANSI_936|GB2312|GBK/i.test(head) && version !== undefined && Number(version) < 1021)
    return new TextDecoder('gb18030').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** `\U+XXXX`, as programs write characters that a file's code page has not. */
function unescaped(name: string): string {
  return name.replace(/\\U\+([0-9A-Fa-f]{4})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/**
 * Lines and arcs of a DXF drawing by layer, blocks taken apart, arcs as chords. Units are those of
 * `$INSUNITS`, else millimetres or inches by `$MEASUREMENT` as far as the size makes sense, else a
 * guess by the size alone.
 *
 * @throws InputError if it is no DXF, empty, or has too much in it
 */
export function readDxf(text: string, source: string): DxfDrawing {
  let parsed: IDxf | null = null;
  try {
    parsed = new DxfParser().parseSync(text);
  } catch {
    parsed = null;
  }
  if (!parsed)
    throw new InputError(source, [
      problem(
        '不是能读的 DXF 文件',
        'This is no DXF file that can be read',
        '在 CAD 里另存为 ASCII DXF（R12 或更新）',
        'Save it as ASCII DXF (R12 or newer) in your CAD program',
      ),
    ]);
  const reader = new Reader(parsed, source);
  reader.read(parsed.entities ?? [], (p) => p, null, 0);
  const layers = [...reader.layers]
    .map(([name, { segments, rings }]) => ({ name: unescaped(name), segments, rings }))
    .filter(({ segments }) => segments.length > 0)
    .sort((a, b) => b.segments.length - a.segments.length);
  if (layers.length === 0)
    throw new InputError(source, [
      problem(
        '图里没有直线、多段线或圆弧',
        'There are no lines, polylines or arcs in it',
        '在 CAD 里把外部参照绑定、把对象分解后再存',
        'Bind references and explode objects in your CAD program, then save again',
      ),
    ]);
  return {
    layers,
    units: unitsOf(parsed, layers),
    leftOut: [...reader.leftOut].map(([kind, count]) => ({ kind, count })),
  };
}

type Place = (p: Point) => Point;

class Reader {
  readonly layers = new Map<string, { segments: Segment[]; rings: (readonly Point[])[] }>();
  readonly leftOut = new Map<string, number>();
  #count = 0;

  constructor(
    private readonly dxf: IDxf,
    private readonly source: string,
  ) {}

  /** @param around layer of the block's insertion, for what lies on layer 0 of the block */
  read(entities: readonly IEntity[], place: Place, around: string | null, depth: number): void {
    for (const entity of entities) {
      const own = entity.layer ?? '0';
      const layer = own === '0' && around !== null ? around : own;
      const line = pointsOf(entity);
      if (line) this.#add(layer, line.points.map(place), line.closed);
      else if (entity.type === 'INSERT' && depth < MAX_DEPTH)
        this.#insert(entity, place, layer, depth);
      else this.leftOut.set(entity.type, (this.leftOut.get(entity.type) ?? 0) + 1);
    }
  }

  #insert(entity: IEntity, place: Place, layer: string, depth: number): void {
    const insert = entity as IEntity & {
      name: string;
      position: { x: number; y: number };
      xScale?: number;
      yScale?: number;
      rotation?: number;
    };
    const blocks = this.dxf.blocks ?? {};
    const block = Object.hasOwn(blocks, insert.name) ? blocks[insert.name] : undefined;
    if (!block?.entities) return;
    const turn = ((insert.rotation ?? 0) * Math.PI) / 180;
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
    const base = block.position ?? { x: 0, y: 0 };
    this.read(
      block.entities,
      ([x, y]) => {
        const u = (x - base.x) * (insert.xScale ?? 1);
        const v = (y - base.y) * (insert.yScale ?? 1);
        return place([
          insert.position.x + u * cos - v * sin,
          insert.position.y + u * sin + v * cos,
        ]);
      },
      layer,
      depth + 1,
    );
  }

  #add(name: string, points: readonly Point[], closed: boolean): void {
    const sound = points.filter((p) => p.every(Number.isFinite));
    const layer = this.layers.get(name) ?? { segments: [], rings: [] };
    this.layers.set(name, layer);
    const pairs = closed ? sound.length : sound.length - 1;
    for (let i = 0; i < pairs; i++) {
      const [from, to] = [sound[i]!, sound[(i + 1) % sound.length]!];
      if (from[0] === to[0] && from[1] === to[1]) continue;
      if (++this.#count > MAX_SEGMENTS)
        throw new InputError(this.source, [
          problem(
            `图里的线超过 ${MAX_SEGMENTS} 段`,
            `There are more than ${MAX_SEGMENTS} pieces of lines in it`,
            '在 CAD 里只留大厅所在的部分再存',
            'Keep only the part with the hall in your CAD program, then save again',
          ),
        ]);
      layer.segments.push({ from, to });
    }
    if (closed && sound.length > 2) layer.rings.push(sound);
  }
}

/** The corners of a line, polyline, arc or circle; null for anything else. */
function pointsOf(entity: IEntity): { points: Point[]; closed: boolean } | null {
  switch (entity.type) {
    case 'LINE':
    case 'LWPOLYLINE':
    case 'POLYLINE': {
      const { vertices = [], shape = false } = entity as IEntity & {
        vertices?: { x: number; y: number; bulge?: number }[];
        shape?: boolean;
      };
      const points: Point[] = [];
      vertices.forEach((vertex, i) => {
        points.push([vertex.x, vertex.y]);
        const next = vertices[i + 1] ?? (shape ? vertices[0] : undefined);
        if (vertex.bulge && next) points.push(...bulged(vertex, next, vertex.bulge));
      });
      return { points, closed: shape };
    }
    case 'ARC':
    case 'CIRCLE': {
      const {
        center,
        radius,
        startAngle = 0,
        endAngle = 2 * Math.PI,
      } = entity as IEntity & {
        center: { x: number; y: number };
        radius: number;
        startAngle?: number;
        endAngle?: number;
      };
      const whole = entity.type === 'CIRCLE';
      const sweep = whole ? 2 * Math.PI : (endAngle - startAngle + 4 * Math.PI) % (2 * Math.PI);
      const pieces = Math.max(2, Math.ceil((sweep / (2 * Math.PI)) * CIRCLE_PIECES));
      const points = Array.from({ length: whole ? pieces : pieces + 1 }, (_, i): Point => {
        const angle = (whole ? 0 : startAngle) + (sweep * i) / pieces;
        return [center.x + radius * Math.cos(angle), center.y + radius * Math.sin(angle)];
      });
      return { points, closed: whole };
    }
    default:
      return null;
  }
}

/** Points on the arc between two vertices; `bulge` is the tangent of a quarter of its angle. */
function bulged(a: { x: number; y: number }, b: { x: number; y: number }, bulge: number): Point[] {
  const angle = 4 * Math.atan(bulge);
  const pieces = Math.ceil((Math.abs(angle) / (2 * Math.PI)) * CIRCLE_PIECES);
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  // The centre lies to the left of the chord for a positive bulge under one.
  const off = (1 - bulge * bulge) / (4 * bulge);
  const [cx, cy] = [a.x + dx / 2 - dy * off, a.y + dy / 2 + dx * off];
  return Array.from({ length: Math.max(0, pieces - 1) }, (_, i): Point => {
    const turn = (angle * (i + 1)) / pieces;
    const [u, v] = [a.x - cx, a.y - cy];
    return [
      cx + u * Math.cos(turn) - v * Math.sin(turn),
      cy + u * Math.sin(turn) + v * Math.cos(turn),
    ];
  });
}

/** A hall is between these sizes, metres: what a guess of the units has to come to. */
const HALL_M = { least: 5, most: 500 } as const;

function unitsOf(dxf: IDxf, layers: readonly DxfLayer[]): DxfDrawing['units'] {
  const header: Readonly<Record<string, unknown>> = dxf.header ?? {};
  // biome-ignore lint/complexity/useLiteralKeys: names of the format
  const named = INSUNITS[Number(header['$INSUNITS'])];
  if (named !== undefined) return { metres: named, from: 'insunits' };
  const size = extentOf(layers);
  const sensible = (metres: number) =>
    size * metres >= HALL_M.least && size * metres <= HALL_M.most;
  // biome-ignore lint/complexity/useLiteralKeys: names of the format
  const measurement = header['$MEASUREMENT'];
  if (measurement === 0 && sensible(0.0254)) return { metres: 0.0254, from: 'measurement' };
  if (measurement === 1 && sensible(0.001)) return { metres: 0.001, from: 'measurement' };
  return { metres: [0.001, 1, 0.01, 0.0254].find(sensible) ?? 0.001, from: 'guess' };
}

/** The larger side of the rectangle about everything drawn. */
function extentOf(layers: readonly DxfLayer[]): number {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { segments } of layers)
    for (const { from, to } of segments)
      for (const [x, y] of [from, to]) {
        x0 = Math.min(x0, x);
        x1 = Math.max(x1, x);
        y0 = Math.min(y0, y);
        y1 = Math.max(y1, y);
      }
  return Math.max(x1 - x0, y1 - y0);
}
