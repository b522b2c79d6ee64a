import type { FloorPlan, Point } from '../../scenarios/floorplan';
import { inLanguage, type Language } from '../../scenarios/text';
import { fromOwnAxes } from '../coordinates';
import { PALETTE, ZONE_TINTS } from '../palette';
import { font, type Painter } from '../text/canvas';
import { leavesOf } from './doors';
import { floorCovers, placeLabel } from './floor-labels';
import { wallLine } from './walls';

const TILE_M = 0.8;
const LABEL_M = 0.34;

/** Part of the plan that the floor's picture covers: the outline and a margin round it. */
export interface FloorExtent {
  readonly left: number;
  readonly bottom: number;
  readonly widthM: number;
  readonly depthM: number;
}

/** The outline's box and a margin, metres. */
export function floorExtent(plan: FloorPlan, marginM = 0): FloorExtent {
  const xs = plan.outline.map((p) => p[0]);
  const ys = plan.outline.map((p) => p[1]);
  const left = Math.min(...xs) - marginM;
  const bottom = Math.min(...ys) - marginM;
  return {
    left,
    bottom,
    widthM: Math.max(...xs) + marginM - left,
    depthM: Math.max(...ys) + marginM - bottom,
  };
}

/**
 * Paints the floor seen from above: tiles, zone tints and names, and the soft shadows of walls
 * and furniture (so that they cost nothing when drawn). Pixels are square; the canvas is filled.
 */
export function paintFloor(
  painter: Painter,
  plan: FloorPlan,
  extent: FloorExtent,
  pixelsPerMetre: number,
  language: Language,
): void {
  const floor = new FloorPainter(painter, extent, pixelsPerMetre);
  floor.clipTo(plan.outline);
  floor.tiles(extent);
  for (const zone of plan.zones) {
    if (zone.kind !== 'circulation')
      floor.tint(zone.polygon, ZONE_TINTS[zone.kind], zone.public ? 0.3 : 0.36);
  }
  for (const door of plan.doors) {
    for (const leaf of leavesOf(plan, door))
      floor.swing(leaf.hinge, leaf.widthM, leaf.shutDeg, leaf.standsDeg);
  }
  const covers = floorCovers(plan);
  for (const zone of plan.zones) {
    if (zone.kind === 'circulation') continue;
    const text = inLanguage(zone.name, language);
    for (const size of [LABEL_M, LABEL_M * 0.8, LABEL_M * 0.6]) {
      const at = placeLabel(zone.polygon, floor.widthOf(text, size) + 0.1, size * 1.15, covers);
      if (at === null) continue;
      floor.write(text, at, size);
      break;
    }
  }
  shadows(floor, plan);
  painter.restore();
}

function shadows(floor: FloorPainter, plan: FloorPlan): void {
  for (const wall of plan.walls) {
    const { lengthM, angleDeg } = wallLine(wall);
    const at: Point = [(wall.from[0] + wall.to[0]) / 2, (wall.from[1] + wall.to[1]) / 2];
    floor.shadow(at, angleDeg, lengthM, wall.thicknessM, 0.5, 0.2);
  }
  for (const counter of plan.counters) {
    floor.shadow(counter.at, counter.rotationDeg, counter.widthM, counter.depthM, 0.35, 0.34);
  }
  for (const column of plan.columns) {
    floor.shadow(column.at, column.rotationDeg, column.widthM, column.depthM, 0.4, 0.3);
  }
  for (const fixture of plan.fixtures) {
    floor.shadow(fixture.at, fixture.rotationDeg, fixture.widthM, fixture.depthM, 0.3, 0.34);
  }
  for (const seat of plan.seats) floor.shadow(seat.at, seat.facingDeg, 0.46, 0.44, 0.18, 0.26);
  for (const window of plan.windows) floor.shadow(window.clerkSpot, 0, 0.42, 0.42, 0.18, 0.24);
}

class FloorPainter {
  readonly #painter: Painter;
  readonly #extent: FloorExtent;
  readonly #scale: number;

  constructor(painter: Painter, extent: FloorExtent, scale: number) {
    this.#painter = painter;
    this.#extent = extent;
    this.#scale = scale;
  }

  clipTo(outline: readonly Point[]): void {
    this.#painter.save();
    this.#trace(outline);
    this.#painter.clip();
  }

  tiles(extent: FloorExtent): void {
    const painter = this.#painter;
    const across = Math.ceil(extent.widthM / TILE_M);
    const along = Math.ceil(extent.depthM / TILE_M);
    for (let i = 0; i < across; i++) {
      for (let j = 0; j < along; j++) {
        const [x, y] = this.#pixel([extent.left + i * TILE_M, extent.bottom + (j + 1) * TILE_M]);
        const size = TILE_M * this.#scale;
        painter.fillStyle = PALETTE.tile;
        painter.fillRect(x, y, size + 1, size + 1);
        // Tiles are never quite of one shade; a fixed pattern, so that it looks the same always.
        const shade = ((i * 7 + j * 13 + i * j * 5) % 11) / 11;
        painter.fillStyle = `rgba(120,105,85,${(0.035 * shade).toFixed(3)})`;
        painter.fillRect(x, y, size + 1, size + 1);
        painter.strokeStyle = PALETTE.joint;
        painter.lineWidth = Math.max(1, this.#scale * 0.012);
        painter.strokeRect(x, y, size, size);
      }
    }
  }

  tint(polygon: readonly Point[], colour: string, alpha: number): void {
    const painter = this.#painter;
    painter.save();
    this.#trace(polygon);
    painter.globalAlpha = alpha;
    painter.fillStyle = colour;
    painter.fill();
    painter.globalAlpha = alpha * 0.9;
    painter.strokeStyle = colour;
    painter.lineWidth = this.#scale * 0.05;
    painter.stroke();
    painter.restore();
  }

  swing(hinge: Point, widthM: number, closedDeg: number, openDeg: number): void {
    const painter = this.#painter;
    const [x, y] = this.#pixel([hinge[0], hinge[1]]);
    const rad = (deg: number) => (-deg * Math.PI) / 180;
    painter.beginPath();
    painter.moveTo(x, y);
    painter.arc(x, y, widthM * this.#scale, rad(closedDeg), rad(openDeg), openDeg > closedDeg);
    painter.closePath();
    painter.fillStyle = 'rgba(80,110,140,0.12)';
    painter.fill();
  }

  widthOf(text: string, sizeM: number): number {
    this.#painter.font = font(sizeM * this.#scale, 600);
    return this.#painter.measureText(text).width / this.#scale;
  }

  write(text: string, at: Point, sizeM: number): void {
    const painter = this.#painter;
    const [x, y] = this.#pixel(at);
    painter.font = font(sizeM * this.#scale, 600);
    painter.textAlign = 'center';
    painter.textBaseline = 'middle';
    painter.fillStyle = 'rgba(52,68,88,0.62)';
    painter.fillText(text, x, y);
  }

  /** A soft dark stain under a box, a little larger than it. */
  shadow(at: Point, rotationDeg: number, w: number, d: number, blurM: number, alpha: number): void {
    const painter = this.#painter;
    const corners = [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
    ].map(([sx, sy]) => fromOwnAxes(at, rotationDeg, (sx! * w) / 2, (sy! * d) / 2));
    painter.save();
    painter.shadowColor = `rgba(48,44,40,${alpha})`;
    painter.shadowBlur = blurM * this.#scale;
    // Light comes from the upper left of the plan, as on architects' drawings.
    painter.shadowOffsetX = 0.07 * this.#scale;
    painter.shadowOffsetY = 0.06 * this.#scale;
    this.#trace(corners);
    painter.fillStyle = `rgba(48,44,40,${alpha * 0.8})`;
    painter.fill();
    painter.restore();
  }

  #trace(polygon: readonly Point[]): void {
    this.#painter.beginPath();
    polygon.forEach((point, i) => {
      const [x, y] = this.#pixel(point);
      if (i === 0) this.#painter.moveTo(x, y);
      else this.#painter.lineTo(x, y);
    });
    this.#painter.closePath();
  }

  #pixel(point: Point): [number, number] {
    return [
      (point[0] - this.#extent.left) * this.#scale,
      (this.#extent.bottom + this.#extent.depthM - point[1]) * this.#scale,
    ];
  }
}
