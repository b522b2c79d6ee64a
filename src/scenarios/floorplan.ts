import { z } from 'zod';
import { provenance } from './provenance';
import { localText } from './text';

/** `[x, y]` in metres; x to the right, y upward in the plan. */
const point = z.tuple([z.number().finite(), z.number().finite()]);
export type Point = readonly [x: number, y: number];

const id = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_-]{0,39}$/)
  .describe('Letters, digits, - and _, beginning with a letter');
const metres = z.number().positive().max(1000);
const heightM = z.number().nonnegative().max(50);
const degrees = z.number().min(-360).max(360).describe('0 points along +x, counterclockwise');
const polygon = z.array(point).min(3).max(1000);

/** A rectangle of furniture: centre, size along its own axes, turned about its centre. */
const box = {
  id,
  at: point.describe('Centre, metres'),
  widthM: metres.describe('Along the own x axis'),
  depthM: metres.describe('Along the own y axis'),
  heightM: metres,
  rotationDeg: degrees.default(0),
};

const fixtureKind = z.enum([
  'ticketMachine',
  'kiosk',
  'enquiryScreen',
  'guideDesk',
  'writingTable',
  'approverDesk',
  'copier',
  'cabinet',
  'plant',
]);
export type FixtureKind = z.infer<typeof fixtureKind>;

/** A measured hall: everything that stands in it, in metres and degrees. z is up. */
export const floorPlanSchema = z.strictObject({
  format: z.literal('hall-twin/floorplan'),
  version: z.literal(1),
  id,
  name: localText,
  description: localText.optional(),
  provenance,
  minimumAreaM2: z
    .number()
    .positive()
    .describe('Gross floor area (建筑面积) that the plan has to reach'),
  ceilingHeightM: metres,
  outline: polygon.describe('Outer face of the outer walls: its area is the gross floor area'),
  walls: z
    .array(
      z.strictObject({
        id,
        from: point,
        to: point,
        thicknessM: metres,
        heightM: metres.optional().describe('Absent: up to the ceiling'),
      }),
    )
    .max(2000),
  doors: z
    .array(
      z.strictObject({
        id,
        kind: z.enum(['entrance', 'exit', 'entranceExit', 'emergency', 'staff']),
        wall: id.describe('The wall that it is cut into'),
        offsetM: z.number().nonnegative().describe("From the wall's `from` to the door's centre"),
        widthM: metres.describe('Clear width'),
        heightM: metres.default(2.1),
      }),
    )
    .max(200),
  columns: z.array(z.strictObject({ ...box, heightM: metres.optional() })).max(500),
  counters: z
    .array(
      z.strictObject({
        ...box,
        lowSection: z
          .strictObject({ fromM: z.number().nonnegative(), toM: metres, heightM: metres })
          .optional()
          .describe('Part of the width, from its left end, at wheelchair height'),
      }),
    )
    .max(200),
  windows: z
    .array(
      z.strictObject({
        id,
        number: z.int().min(1).max(999).describe('The number on the display and in the call'),
        area: z.enum(['comprehensive', 'department', 'issuing']),
        name: localText,
        counter: id,
        at: point.describe('Middle of the counter top where papers are handed over'),
        facingDeg: degrees.describe('From the clerk to the visitor'),
        widthM: metres,
        visitorSpot: point,
        clerkSpot: point,
      }),
    )
    .max(200),
  zones: z
    .array(
      z.strictObject({
        id,
        kind: z.enum([
          'waiting',
          'guide',
          'selfService',
          'writing',
          'comprehensive',
          'department',
          'circulation',
          'clerks',
          'backOffice',
        ]),
        name: localText,
        public: z.boolean(),
        polygon,
      }),
    )
    .max(200),
  seats: z.array(z.strictObject({ id, at: point, facingDeg: degrees })).max(2000),
  fixtures: z
    .array(
      z.strictObject({
        ...box,
        kind: fixtureKind,
        name: localText.optional(),
        userSpot: point.optional().describe('Where its user stands'),
        staffSpot: point.optional().describe('Where its staff sit or stand'),
        queueDeg: degrees
          .optional()
          .describe('Direction in which a queue grows from the user spot'),
      }),
    )
    .max(1000),
  displays: z
    .array(
      z.strictObject({
        id,
        kind: z.enum(['window', 'hall']),
        window: id.optional(),
        at: point,
        heightM: heightM.describe('Of its centre above the floor'),
        widthM: metres,
        facingDeg: degrees,
      }),
    )
    .max(300),
  signs: z
    .array(
      z.strictObject({
        id,
        kind: z.enum([
          'entrance',
          'floorMap',
          'zone',
          'noSmoking',
          'emergencyExit',
          'caution',
          'notice',
        ]),
        text: localText,
        at: point,
        heightM: heightM.describe('Of its centre above the floor'),
        widthM: metres,
        facingDeg: degrees,
      }),
    )
    .max(300),
  cameras: z
    .array(
      z.strictObject({
        id,
        at: point,
        heightM,
        yawDeg: degrees,
        pitchDeg: z.number().min(-90).max(90).describe('Negative looks down'),
        horizontalFovDeg: z.number().positive().max(360),
        verticalFovDeg: z.number().positive().max(360),
        resolutionPx: z.tuple([z.int().positive(), z.int().positive()]),
      }),
    )
    .max(500),
  pickups: z.array(z.strictObject({ id, window: id, at: point, heightM })).max(500),
});

export type FloorPlan = z.infer<typeof floorPlanSchema>;
export type FloorPlanWindow = FloorPlan['windows'][number];
export type Fixture = FloorPlan['fixtures'][number];
export type WindowArea = FloorPlanWindow['area'];
