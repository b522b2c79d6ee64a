import { useFrame } from '@react-three/fiber';
import { useMemo } from 'react';
import { Color, MeshBasicMaterial } from 'three';
import type { FloorPlan } from '../../scenarios/floorplan';
import { Pose, type Timeline } from '../../sim/hall/timeline';
import { type Clothes, dressStaff, dressVisitor, Figure } from '../people/appearance';
import { Bodies, createBody } from '../people/bodies';
import { cornerLitBodyMaterial } from '../people/body-material';
import { PARTS } from '../people/body-parts';
import { CrowdDrawing } from '../people/crowd-drawing';
import { Instances } from '../people/instances';
import { staffPlaces } from '../people/staff';
import type { SceneClock } from '../types';
import { useMade } from '../use-made';
import type { StillPerson } from './types';

const SIDES = 10;
/** The figures' heads against those that inspections reckon with: 1.53 m to the face, 1.16 m seated. */
const STANDING_SCALE = 1.53 / 1.62;
const SEATED_SCALE = 1.16 / 1.24;

/** Everybody of a recorded day at the clock's time; or, without a day, those who stand still. */
export function PeopleInside(props: {
  readonly plan: FloorPlan;
  readonly timeline: Timeline | null;
  readonly clock: SceneClock;
  readonly people: readonly StillPerson[];
}) {
  const { timeline, people } = props;
  return timeline ? <DayPeople {...props} timeline={timeline} /> : <StillPeople people={people} />;
}

function DayPeople(props: {
  readonly plan: FloorPlan;
  readonly timeline: Timeline;
  readonly clock: SceneClock;
}) {
  const { plan, timeline, clock } = props;
  const body = useMade(cornerLitBodyMaterial, []);
  const unused = useMade(() => new MeshBasicMaterial(), []);
  const staff = useMemo(() => staffPlaces(plan, timeline), [plan, timeline]);
  const drawing = useMade(() => {
    const materials = { body, ring: unused, shadow: unused, outline: unused };
    // A camera sees people where coverage has reckoned with them.
    return new CrowdDrawing(timeline, staff, SIDES, materials, null);
  }, [timeline, staff, body, unused]);
  useFrame(() => drawing.update(clock.timeUs()));
  return <Parts bodies={drawing.bodies} />;
}

function StillPeople({ people }: { readonly people: readonly StillPerson[] }) {
  const body = useMade(cornerLitBodyMaterial, []);
  const bodies = useMade(() => bodiesOf(people, body), [people, body]);
  return <Parts bodies={bodies} />;
}

function bodiesOf(
  people: readonly StillPerson[],
  material: ReturnType<typeof cornerLitBodyMaterial>,
) {
  const bodies = new Bodies(
    people.length,
    SIDES,
    (shape, most) => new Instances(shape, material, most),
  );
  const white = new Color('#ffffff');
  const clothes: Clothes = { torso: white, sleeve: white, leg: white, skin: white, hair: white };
  const body = createBody();
  people.forEach(({ at: [x, y], facingDeg, seated, staff }, i) => {
    if (staff) dressStaff(i, clothes);
    else dressVisitor(i, Figure.AdultA, clothes);
    body.x = x;
    body.y = y;
    body.headingRad = (facingDeg * Math.PI) / 180;
    body.figure = staff ? Figure.Staff : Figure.AdultA;
    body.pose = seated ? Pose.Sitting : Pose.Standing;
    body.scale = seated ? SEATED_SCALE : STANDING_SCALE;
    bodies.add(body, clothes);
  });
  bodies.finish();
  return bodies;
}

function Parts({ bodies }: { readonly bodies: Bodies }) {
  return PARTS.map((part) => (
    <primitive key={part} object={bodies.parts[part].mesh} dispose={null} />
  ));
}
