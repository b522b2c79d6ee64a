import { type BufferGeometry, Color, type Material } from 'three';
import { Activity, type Crowd, Pose, type Timeline } from '../../sim/hall/timeline';
import { ACTIVITY_COLOURS } from '../palette';
import { Apart } from './apart';
import {
  type Clothes,
  dressStaff,
  dressVisitor,
  Figure,
  figureOf,
  pick,
  tallnessPercent,
} from './appearance';
import { Baked } from './baked';
import { Bodies, createBody } from './bodies';
import { discGeometry, PARTS, ringGeometry } from './body-parts';
import { Drawn } from './drawn';
import { createPiece, Instances, type PartDrawing, type Root } from './instances';
import type { RoomToStep } from './room-to-step';
import { Settling } from './settling';
import { type Attendance, attend, isPresent, isWorking, type StaffPlace } from './staff';

const RING_COLOURS = Object.values(Activity)
  .filter((value): value is Activity => typeof value === 'number')
  .map((activity) => new Color(ACTIVITY_COLOURS[activity]));
const WHITE = new Color('#ffffff');

/** Whoever sits in a wheelchair does so in front of the seat, not on it, metres. */
const BEFORE_SEAT_M = 0.3;

export interface CrowdMaterials {
  readonly body: Material;
  readonly ring: Material;
  readonly shadow: Material;
  readonly outline: Material;
}

/** Above this speed people would tremble: they stand still instead. */
const LIVELY_SPEED = 10;

/** How much of their small movements people make at a speed, 0 … 1. */
export function livelinessAt(speed: number): number {
  return Math.min(1, Math.max(0, 2 - speed / LIVELY_SPEED));
}

/** Somebody with nothing to do shifts their weight, somebody at work moves their hands, s. */
const IDLE_PERIOD_S = 5.5;
const BUSY_PERIOD_S = 1.4;
/** Small movements go in steps of one part in so many: finer ones would be work that nobody sees. */
const IDLE_STEPS = 8;
const BUSY_STEPS = 32;
const RING_M = 0.34;
const SHADOW_M: Record<Figure, number> = {
  [Figure.AdultA]: 0.34,
  [Figure.AdultB]: 0.34,
  [Figure.Senior]: 0.34,
  [Figure.Wheelchair]: 0.46,
  [Figure.Staff]: 0.36,
};
const NOBODY = -1;

/** Draws everybody in the hall at an instant, as the record says. Staff come first, then visitors. */
export class CrowdDrawing {
  readonly bodies: Bodies;
  /** Whoever is selected, once more and a little larger. */
  readonly outline: Bodies;
  readonly rings: PartDrawing;
  readonly shadows: PartDrawing;
  /** Who was drawn last; read when something is picked. */
  readonly crowd: Crowd | null;
  readonly #timeline: Timeline | null;
  readonly #staff: readonly StaffPlace[];
  readonly #mobility: readonly string[];
  readonly #attendance: Attendance = { anyOpen: false, approving: 0 };
  readonly #clothes: Clothes;
  /** null: everybody is where the record has them, whoever they touch. */
  readonly #apart: Apart | null;
  readonly #settling: Settling | null;
  readonly #drawn: Drawn;
  readonly #body = createBody();
  readonly #flat: Root = { x: 0, z: 0, cos: 1, sin: 0, scale: 1 };
  readonly #disc = createPiece();
  #timeS = 0;
  #lively = 1;
  #selected = NOBODY;
  /** Whether the next row begins where it began in the frame before. */
  #aligned = true;

  /**
   * @param room where people may step aside; null: they stay where the record has them
   * @param baked whether corners are worked out here: then body and ring show vertex colours as
   *   they are, and so does the shadow's picture
   */
  constructor(
    timeline: Timeline | null,
    staff: readonly StaffPlace[],
    sides: number,
    materials: CrowdMaterials,
    room: RoomToStep | null,
    baked = false,
  ) {
    this.#timeline = timeline;
    this.#staff = staff;
    this.#mobility = timeline?.record.header.mobility ?? [];
    this.crowd = timeline?.createCrowd() ?? null;
    const people = (timeline?.mostPeople ?? 0) + staff.length;
    this.#apart = room && new Apart(timeline?.mostPeople ?? 0, room);
    this.#settling = timeline && new Settling(timeline);
    this.#drawn = new Drawn(people, PARTS.length);
    const drawn = (material: Material, isLit: boolean, geometry: BufferGeometry, most: number) =>
      baked ? new Baked(geometry, material, most, isLit) : new Instances(geometry, material, most);
    this.bodies = new Bodies(people, sides, (shape, most) =>
      drawn(materials.body, true, shape, most),
    );
    // Its material swells every instance by itself.
    this.outline = new Bodies(
      1,
      sides,
      (shape, most) => new Instances(shape, materials.outline, most),
    );
    const visitors = timeline?.mostPeople ?? 0;
    this.rings = drawn(materials.ring, false, ringGeometry(0.8, 4 * sides), visitors);
    this.shadows = drawn(materials.shadow, false, discGeometry(2 * sides), people);
    this.#clothes = { torso: WHITE, sleeve: WHITE, leg: WHITE, skin: WHITE, hair: WHITE };
  }

  /**
   * Brings everybody to a time, µs. Allocates nothing, and writes only who has stirred.
   *
   * @param lively how much of their small movements people make, 0 … 1
   * @param selected who is outlined, −1 for nobody
   */
  update(timeUs: number, lively = 1, selected = NOBODY): void {
    this.#timeS = timeUs / 1e6;
    this.#lively = lively;
    this.#selected = selected;
    this.#aligned = true;
    this.bodies.clear();
    this.outline.clear();
    this.rings.clear();
    this.shadows.clear();
    const timeline = this.#timeline;
    if (timeline !== null && this.crowd !== null) {
      attend(timeline, timeUs, this.#attendance);
      for (let i = 0; i < this.#staff.length; i++) this.#member(timeline, i, timeUs);
      timeline.crowdAt(timeUs, this.crowd);
      this.#settling?.at(timeUs);
      this.#apart?.spread(this.crowd);
      for (let i = 0; i < this.crowd.count; i++) this.#visitor(this.crowd, i);
    }
    this.bodies.finish();
    this.outline.finish();
    this.rings.finish();
    this.shadows.finish();
  }

  dispose(): void {
    this.bodies.dispose();
    this.outline.dispose();
    for (const flat of [this.rings, this.shadows]) {
      flat.mesh.geometry.dispose();
      flat.dispose();
    }
  }

  #visitor(crowd: Crowd, i: number): void {
    const visitor = crowd.visitor[i]!;
    const activity = crowd.activity[i]!;
    const body = this.#body;
    body.figure = figureOf(visitor, this.#mobility[crowd.mobility[i]!]);
    body.pose = crowd.pose[i]! as Pose;
    body.x = crowd.x[i]!;
    body.y = crowd.y[i]!;
    body.headingRad = crowd.headingRad[i]!;
    body.walkedM = crowd.walkedM[i]!;
    body.working =
      (activity === Activity.InService || activity === Activity.AtStation) &&
      body.pose !== Pose.Walking;
    body.restless = pick(visitor, 6, 100) / 100;
    body.scale = tallnessPercent(visitor, body.figure) / 100;
    this.#sway();
    this.#settling?.settle(visitor, body);
    const wheels = body.figure === Figure.Wheelchair;
    if (wheels && body.pose === Pose.Sitting) {
      body.x += BEFORE_SEAT_M * body.seated * Math.cos(body.headingRad);
      body.y += BEFORE_SEAT_M * body.seated * Math.sin(body.headingRad);
    }
    const doing = (activity << 6) | (body.figure << 3) | (body.pose << 1) | (body.working ? 1 : 0);
    const moved = this.#stirs(this.#staff.length + i, visitor, doing);
    if (moved || visitor === this.#selected) dressVisitor(visitor, body.figure, this.#clothes);
    if (visitor === this.#selected) this.outline.add(body, this.#clothes);
    if (!moved) {
      this.#keep(this.#staff.length + i);
      this.rings.skipTo(i + 1);
      return;
    }
    this.bodies.add(body, this.#clothes);
    this.#ground();
    this.#disc.y = 0.014;
    this.#disc.sx = RING_M;
    this.#disc.sz = RING_M;
    this.rings.put(this.#flat, this.#disc, RING_COLOURS[activity] ?? WHITE);
    this.#note(this.#staff.length + i);
  }

  #member(timeline: Timeline, i: number, timeUs: number): void {
    const place = this.#staff[i]!;
    const isHere = isPresent(place, timeline, timeUs, this.#attendance);
    const body = this.#body;
    body.figure = Figure.Staff;
    body.pose = place.sits ? Pose.Sitting : Pose.Standing;
    body.x = place.x;
    body.y = place.y;
    body.headingRad = place.headingRad;
    body.walkedM = 0;
    body.working = isHere && isWorking(place, timeline, timeUs, this.#attendance);
    body.restless = pick(i, 6, 100) / 100;
    body.scale = 1;
    body.seated = 1;
    this.#sway();
    if (!this.#stirs(i, isHere ? i : NOBODY, body.working ? 1 : 0)) {
      this.#keep(i);
      return;
    }
    if (isHere) {
      dressStaff(i, this.#clothes);
      this.bodies.add(body, this.#clothes);
      this.#ground();
    }
    this.#note(i);
  }

  /** Whether a row has to be written: somebody has moved, or the rows before it have. */
  #stirs(row: number, who: number, doing: number): boolean {
    return !this.#drawn.isSame(row, who, doing, this.#body) || !this.#aligned;
  }

  #keep(row: number): void {
    this.bodies.skipTo(this.#drawn.counts, row);
    // Everybody has one torso and one shadow.
    this.shadows.skipTo(this.bodies.parts.torso.count);
  }

  #note(row: number): void {
    this.#aligned = this.bodies.isAt(this.#drawn.counts, row);
    if (!this.#aligned) this.bodies.note(this.#drawn.counts, row);
  }

  /** Where in their small movements somebody is: as the time says, each in their own. */
  #sway(): void {
    const body = this.#body;
    const period = body.working ? BUSY_PERIOD_S : IDLE_PERIOD_S + 2 * body.restless;
    const swing = Math.sin(2 * Math.PI * (this.#timeS / period + body.restless));
    const steps = body.working ? BUSY_STEPS : IDLE_STEPS;
    body.sway = (this.#lively * Math.round(steps * swing)) / steps;
  }

  /** The soft shadow below somebody. */
  #ground(): void {
    this.#flat.x = this.#body.x;
    this.#flat.z = -this.#body.y;
    this.#disc.y = 0.011;
    const radiusM = SHADOW_M[this.#body.figure];
    this.#disc.sx = radiusM;
    this.#disc.sz = radiusM;
    this.shadows.put(this.#flat, this.#disc, WHITE);
  }
}
