import { Color, type Material } from 'three';
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
  tallnessOf,
} from './appearance';
import { Bodies } from './bodies';
import { discGeometry, ringGeometry } from './body-parts';
import { Instances, type Root } from './instances';
import type { RoomToStep } from './room-to-step';
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

/** Draws everybody in the hall at an instant, as the record says. */
export class CrowdDrawing {
  readonly bodies: Bodies;
  /** Whoever is selected, once more and a little larger. */
  readonly outline: Bodies;
  readonly rings: Instances;
  readonly shadows: Instances;
  /** Who was drawn last; read when something is picked. */
  readonly crowd: Crowd | null;
  readonly #timeline: Timeline | null;
  readonly #staff: readonly StaffPlace[];
  readonly #mobility: readonly string[];
  readonly #attendance: Attendance = { anyOpen: false, approving: 0 };
  readonly #clothes: Clothes;
  /** null: everybody is where the record has them, whoever they touch. */
  readonly #apart: Apart | null;
  #timeS = 0;
  #lively = 1;
  #selected = -1;
  readonly #flat: Root = { x: 0, z: 0, cos: 1, sin: 0, scale: 1 };

  constructor(
    timeline: Timeline | null,
    staff: readonly StaffPlace[],
    sides: number,
    materials: CrowdMaterials,
    room: RoomToStep | null,
  ) {
    this.#timeline = timeline;
    this.#staff = staff;
    this.#mobility = timeline?.record.header.mobility ?? [];
    this.crowd = timeline?.createCrowd() ?? null;
    const people = (timeline?.mostPeople ?? 0) + staff.length;
    this.#apart = room && new Apart(timeline?.mostPeople ?? 0, room);
    this.bodies = new Bodies(people, sides, materials.body);
    this.outline = new Bodies(1, sides, materials.outline);
    this.rings = new Instances(ringGeometry(), materials.ring, timeline?.mostPeople ?? 0);
    this.shadows = new Instances(discGeometry(), materials.shadow, people);
    this.#clothes = { torso: WHITE, sleeve: WHITE, leg: WHITE, skin: WHITE, hair: WHITE };
  }

  /**
   * Brings everybody to a time, µs. Allocates nothing.
   *
   * @param lively how much of their small movements people make, 0 … 1
   * @param selected who is outlined, −1 for nobody
   */
  update(timeUs: number, lively = 1, selected = -1): void {
    this.#timeS = timeUs / 1e6;
    this.#lively = lively;
    this.#selected = selected;
    this.bodies.clear();
    this.outline.clear();
    this.rings.clear();
    this.shadows.clear();
    const timeline = this.#timeline;
    if (timeline !== null && this.crowd !== null) {
      timeline.crowdAt(timeUs, this.crowd);
      this.#apart?.spread(this.crowd);
      for (let i = 0; i < this.crowd.count; i++) this.#visitor(this.crowd, i);
      attend(timeline, timeUs, this.#attendance);
      for (let i = 0; i < this.#staff.length; i++) this.#member(timeline, i, timeUs);
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
    const figure = figureOf(visitor, this.#mobility[crowd.mobility[i]!]);
    const pose = crowd.pose[i]! as Pose;
    const heading = crowd.headingRad[i]!;
    const ahead = figure === Figure.Wheelchair && pose === Pose.Sitting ? BEFORE_SEAT_M : 0;
    const x = crowd.x[i]! + ahead * Math.cos(heading);
    const y = crowd.y[i]! + ahead * Math.sin(heading);
    const activity = crowd.activity[i]!;
    const busy =
      (activity === Activity.InService || activity === Activity.AtStation) && pose !== Pose.Walking;
    dressVisitor(visitor, figure, this.#clothes);
    const restless = pick(visitor, 6, 100) / 100;
    const tall = tallnessOf(visitor, figure);
    const walked = crowd.walkedM[i]!;
    const sway = this.#sway(restless, busy);
    const clothes = this.#clothes;
    this.bodies.add(x, y, heading, figure, pose, walked, restless, busy, tall, clothes, sway);
    if (visitor === this.#selected)
      this.outline.add(x, y, heading, figure, pose, walked, restless, busy, tall, clothes, sway);
    this.#ground(x, y, figure === Figure.Wheelchair ? 0.46 : 0.34);
    this.rings.put(this.#flat, 0, 0.014, 0, 0, 0.34, 1, 0.34, RING_COLOURS[activity] ?? WHITE);
  }

  #member(timeline: Timeline, i: number, timeUs: number): void {
    const place = this.#staff[i]!;
    if (!isPresent(place, timeline, timeUs, this.#attendance)) return;
    const working = isWorking(place, timeline, timeUs, this.#attendance);
    dressStaff(i, this.#clothes);
    const pose = place.sits ? Pose.Sitting : Pose.Standing;
    const restless = pick(i, 6, 100) / 100;
    this.bodies.add(
      place.x,
      place.y,
      place.headingRad,
      Figure.Staff,
      pose,
      0,
      restless,
      working,
      1,
      this.#clothes,
      this.#sway(restless, working),
    );
    this.#ground(place.x, place.y, 0.36);
  }

  /** Where in their small movements somebody is, −1 … 1: as the time says, each in their own. */
  #sway(restless: number, busy: boolean): number {
    const period = busy ? BUSY_PERIOD_S : IDLE_PERIOD_S + 2 * restless;
    return this.#lively * Math.sin(2 * Math.PI * (this.#timeS / period + restless));
  }

  #ground(x: number, y: number, radiusM: number): void {
    this.#flat.x = x;
    this.#flat.z = -y;
    this.shadows.put(this.#flat, 0, 0.011, 0, 0, radiusM, 1, radiusM, WHITE);
  }
}
