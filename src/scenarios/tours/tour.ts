import { z } from 'zod';
import { scenarioSchema } from '../scenario';
import { clock, id } from '../schema-parts';
import { localText } from '../text';

/** What can happen to a visitor that a caption may be tied to. */
export const VISITOR_EVENTS = [
  'arrives',
  'asksGuide',
  'toldMissing',
  'takesTicket',
  'called',
  'served',
  'accepted',
  'submitted',
  'approvalStarts',
  'approved',
  'calledToIssue',
  'issued',
  'finished',
  'sentBack',
  'acceptedIncomplete',
  'promised',
  'givesUp',
  'passedOver',
  'rated',
  'leaves',
] as const;
export type VisitorEvent = (typeof VISITOR_EVENTS)[number];

/** What can happen in a hall as a whole; the last two of two halls, and of lines at the windows. */
export const HALL_EVENTS = [
  'doorsOpen',
  'mostWaiting',
  'mostPeople',
  'sessionEnds',
  'lastLeaves',
  'largestDifference',
  'idleBesideLine',
] as const;
export type HallEvent = (typeof HALL_EVENTS)[number];

/** What a caption may say of the moment that it is tied to, in braces. */
export const FACTS = [
  'time',
  'people',
  'waiting',
  'standing',
  'free',
  'inLine',
  'ticket',
  'business',
  'window',
  'waited',
  'inside',
  'approval',
  'overtaken',
  'absent',
  'left',
  'right',
  'difference',
] as const;
export type Fact = (typeof FACTS)[number];

const seconds = z.number().min(0).max(3600);

const hall = z
  .strictObject({
    scenario: z
      .union([id, scenarioSchema])
      .describe('Id of a shipped hall or demonstration, or a whole scenario'),
    name: localText.optional().describe('What it is called beside the other hall'),
    rules: z
      .array(id)
      .max(20)
      .default([])
      .describe('Mechanisms that it has besides, by the ids of the page Mechanisms'),
    visitsPerDay: z.number().min(0).max(100_000).optional().describe('In place of its own'),
    absent: z
      .array(id)
      .max(500)
      .default([])
      .describe('Windows whose clerks are absent all day and not covered'),
  })
  .describe('A hall, and what is changed in it for the tour');
export type TourHall = z.infer<typeof hall>;

const visitorQuery = z
  .strictObject({
    has: z.array(z.enum(VISITOR_EVENTS)).max(20).default([]).describe('All of this happens'),
    hasNot: z.array(z.enum(VISITOR_EVENTS)).max(20).default([]).describe('Nothing of this happens'),
    green: z.boolean().optional().describe('With the right to the green channel, or without'),
    class: id.optional().describe('Comes for this business'),
    from: clock.optional().describe('Comes at this time at the earliest'),
    to: clock.optional().describe('Comes before this time'),
    waitedAtLeastS: seconds.optional(),
    waitedAtMostS: seconds.optional(),
    pick: z
      .enum(['first', 'longestWait', 'shortestWait', 'mostOvertaken'])
      .default('first')
      .describe('Which of those who fit'),
  })
  .describe('Somebody of the recorded day');
export type VisitorQuery = z.infer<typeof visitorQuery>;

const moment = z.union([
  z
    .strictObject({ visitor: id.describe('One of the cast'), event: z.enum(VISITOR_EVENTS) })
    .describe('What happens to somebody of the cast, for the first time'),
  z.strictObject({ hall: z.enum(HALL_EVENTS) }).describe('What happens in the hall as a whole'),
]);

const camera = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('overview') }).describe('The whole hall'),
    z.strictObject({ kind: z.literal('top') }).describe('The whole hall from above'),
    z.strictObject({ kind: z.literal('follow') }).describe('Behind the visitor of the moment'),
    z
      .strictObject({
        kind: z.literal('near'),
        distanceM: z.number().min(2).max(40).default(9),
      })
      .describe('Still, where the moment takes place'),
    z
      .strictObject({
        kind: z.literal('zone'),
        zone: z.enum([
          'waiting',
          'guide',
          'selfService',
          'writing',
          'comprehensive',
          'department',
          'clerks',
          'backOffice',
        ]),
      })
      .describe('The zones of a kind'),
  ])
  .describe('From where it is seen');

const step = z.strictObject({
  at: moment,
  leadS: seconds.default(3).describe('Simulated seconds shown before the moment'),
  stayS: seconds.default(4).describe('Simulated seconds shown after it'),
  speed: z.number().min(1).max(600).default(2).describe('Simulated seconds a second'),
  camera,
  text: localText.describe('{fact} stands for what the record says of the moment'),
});
export type TourStep = z.infer<typeof step>;

/** A guided tour: a hall, people of its recorded day, and what to say when something happens. */
export const tourSchema = z.strictObject({
  format: z.literal('hall-twin/tour'),
  version: z.literal(1),
  id,
  name: localText,
  about: localText,
  hall,
  beside: hall.optional().describe('A second hall on the same clock and the same visitors'),
  seed: z.int().min(0).max(Number.MAX_SAFE_INTEGER).default(1),
  cast: z.record(id, visitorQuery).default({}).describe('Who the captions are about, by name'),
  steps: z.array(step).min(1).max(60),
});
export type Tour = z.infer<typeof tourSchema>;
