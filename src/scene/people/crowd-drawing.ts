import { Color, type Material } from 'three';
import { Activity, type Crowd, Pose, type Timeline } from '../../sim/hall/timeline';
import { ACTIVITY_COLOURS } from '../palette';
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
}

/** Draws everybody in the hall at an instant, as the record says. */
export class CrowdDrawing {
  readonly bodies: Bodies;
  readonly rings: Instances;
  readonly shadows: Instances;
  /** Who was drawn last; read when something is picked. */
  readonly crowd: Crowd | null;
  readonly #timeline: Timeline | null;
  readonly #staff: readonly StaffPlace[];
  readonly #mobility: readonly string[];
  readonly #attendance: Attendance = { anyOpen: false, approving: 0 };
  readonly #clothes: Clothes;
  readonly #flat: Root = { x: 0, z: 0, cos: 1, sin: 0, scale: 1 };

  constructor(
    timeline: Timeline | null,
    staff: readonly StaffPlace[],
    sides: number,
    materials: CrowdMaterials,
  ) {
    this.#timeline = timeline;
    this.#staff = staff;
    this.#mobility = timeline?.record.header.mobility ?? [];
    this.crowd = timeline?.createCrowd() ?? null;
    const people = (timeline?.mostPeople ?? 0) + staff.length;
    this.bodies = new Bodies(people, sides, materials.body);
    this.rings = new Instances(ringGeometry(), materials.ring, timeline?.mostPeople ?? 0);
    this.shadows = new Instances(discGeometry(), materials.shadow, people);
    this.#clothes = { torso: WHITE, sleeve: WHITE, leg: WHITE, skin: WHITE, hair: WHITE };
  }

  /** Brings everybody to a time, µs. Allocates nothing. */
  update(timeUs: number): void {
    this.bodies.clear();
    this.rings.clear();
    this.shadows.clear();
    const timeline = this.#timeline;
    if (timeline !== null && this.crowd !== null) {
      timeline.crowdAt(timeUs, this.crowd);
      for (let i = 0; i < this.crowd.count; i++) this.#visitor(this.crowd, i);
      attend(timeline, timeUs, this.#attendance);
      for (let i = 0; i < this.#staff.length; i++) this.#member(timeline, i, timeUs);
    }
    this.bodies.finish();
    this.rings.finish();
    this.shadows.finish();
  }

  dispose(): void {
    this.bodies.dispose();
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
    this.bodies.add(
      x,
      y,
      heading,
      figure,
      pose,
      crowd.walkedM[i]!,
      pick(visitor, 6, 100) / 100,
      busy,
      tallnessOf(visitor, figure),
      this.#clothes,
    );
    this.#ground(x, y, figure === Figure.Wheelchair ? 0.46 : 0.34);
    this.rings.put(this.#flat, 0, 0.014, 0, 0, 0.34, 1, 0.34, RING_COLOURS[activity] ?? WHITE);
  }

  #member(timeline: Timeline, i: number, timeUs: number): void {
    const place = this.#staff[i]!;
    if (!isPresent(place, timeline, timeUs, this.#attendance)) return;
    const working = isWorking(place, timeline, timeUs, this.#attendance);
    dressStaff(i, this.#clothes);
    const pose = place.sits ? Pose.Sitting : Pose.Standing;
    this.bodies.add(
      place.x,
      place.y,
      place.headingRad,
      Figure.Staff,
      pose,
      0,
      pick(i, 6, 100) / 100,
      working,
      1,
      this.#clothes,
    );
    this.#ground(place.x, place.y, 0.36);
  }

  #ground(x: number, y: number, radiusM: number): void {
    this.#flat.x = x;
    this.#flat.z = -y;
    this.shadows.put(this.#flat, 0, 0.011, 0, 0, radiusM, 1, radiusM, WHITE);
  }
}
