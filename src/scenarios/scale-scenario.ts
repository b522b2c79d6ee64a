import { clockToS } from './clock';
import type { Distribution, SimpleDistribution } from './distribution';
import { numberOf, type Parameter, type Provenance } from './provenance';
import type { VisitorClass } from './scenario';
import { assumption } from './sources';

/** What a number that a study has changed says of itself. */
export const VARIED: Provenance = assumption(
  '敏感性分析中变动的值',
  'varied in a sensitivity study',
);

/** A parameter with another value, marked as varied; itself if the value is its own. */
function varied(parameter: Parameter, value: number): Parameter {
  return value === numberOf(parameter) ? parameter : { value, provenance: VARIED };
}

/** A parameter times a factor, marked as varied if that changes it. */
export function scaleParameter(parameter: Parameter, factor: number): Parameter {
  return varied(parameter, numberOf(parameter) * factor);
}

/**
 * The distribution of `factor` times what is drawn: the same shape and the same variation about
 * another mean. The same uniforms draw `factor` times as much, but for rounding. It is marked as
 * varied as a whole, as it is listed as a whole; a part that the factor does not touch keeps what
 * it says of itself.
 *
 * @param factor positive
 */
export function scaleDistribution(d: Distribution, factor: number): Distribution {
  if (d.dist !== 'mixture') return scaleSimple(d, factor);
  return {
    ...d,
    components: d.components.map((part) => ({ ...part, of: scaleSimple(part.of, factor) })),
    provenance: VARIED,
  };
}

function scaleSimple(d: SimpleDistribution, factor: number): SimpleDistribution {
  // A bare number stays bare: the distribution around it says where it comes from.
  const times = (parameter: Parameter): Parameter =>
    typeof parameter === 'number' ? parameter * factor : scaleParameter(parameter, factor);
  const provenance = VARIED;
  switch (d.dist) {
    case 'deterministic':
      return { ...d, valueS: times(d.valueS), provenance };
    case 'exponential':
    case 'erlang':
    case 'gamma':
    case 'lognormal':
      return { ...d, meanS: times(d.meanS), provenance };
    case 'weibull':
      return { ...d, scaleS: times(d.scaleS), provenance };
    case 'uniform':
      return { ...d, minS: times(d.minS), maxS: times(d.maxS), provenance };
    case 'triangular':
      return {
        ...d,
        minS: times(d.minS),
        modeS: times(d.modeS),
        maxS: times(d.maxS),
        provenance,
      };
    case 'empirical':
      return { ...d, valuesS: d.valuesS.map((value) => value * factor), provenance };
  }
}

/** The arrivals of a class, `factor` times as many; shares of the day's visits and fixed lists stay. */
export function scaleArrivals(
  arrivals: VisitorClass['arrivals'],
  factor: number,
): VisitorClass['arrivals'] {
  switch (arrivals.kind) {
    case 'poisson':
      return { ...arrivals, perHour: scaleParameter(arrivals.perHour, factor) };
    case 'poissonByInterval':
      return {
        ...arrivals,
        intervals: arrivals.intervals.map((i) => ({ ...i, perHour: i.perHour * factor })),
        provenance: VARIED,
      };
    case 'renewal':
      return { ...arrivals, between: scaleDistribution(arrivals.between, 1 / factor) };
    // A share follows the visits of the day, and a log is a log.
    case 'share':
    case 'list':
      return arrivals;
  }
}

type Appointments = NonNullable<VisitorClass['appointments']>;

/**
 * As many bookings as the factor asks for, on average. While there are places, more of them are
 * booked; beyond that each time gets as few more places as will do, and a little less than all of
 * them are booked. Places are numbered through the day, so then others come than without the factor.
 */
export function scaleBookings(appointments: Appointments, factor: number): Appointments {
  const filled = numberOf(appointments.booked) * factor;
  if (filled <= 1) return { ...appointments, booked: varied(appointments.booked, filled) };
  const slots = appointments.slots.map((s) => ({ ...s, places: Math.ceil(s.places * filled) }));
  const booked = (filled * placesOf(appointments.slots)) / placesOf(slots);
  return {
    ...appointments,
    slots,
    booked: varied(appointments.booked, Math.min(1, booked)),
    provenance: VARIED,
  };
}

function placesOf(slots: Appointments['slots']): number {
  return slots.reduce(
    (sum, { from, to, everyS, places }) =>
      sum + places * Math.ceil((clockToS(to) - clockToS(from)) / everyS),
    0,
  );
}

/** Every time that a visitor of a class is served at a window, scaled. */
export function scaleService(c: VisitorClass, factor: number): VisitorClass {
  const { outcomes, promisedCase, acceptedIncomplete } = c;
  const scaled = { ...c, service: scaleDistribution(c.service, factor) };
  if (outcomes?.approval) {
    const issue = scaleDistribution(outcomes.approval.issue, factor);
    scaled.outcomes = { ...outcomes, approval: { ...outcomes.approval, issue } };
  }
  if (promisedCase?.result.kind === 'handedOver') {
    const issue = scaleDistribution(promisedCase.result.issue, factor);
    scaled.promisedCase = { ...promisedCase, result: { ...promisedCase.result, issue } };
  }
  if (acceptedIncomplete) {
    const handIn = scaleDistribution(acceptedIncomplete.handIn, factor);
    scaled.acceptedIncomplete = { ...acceptedIncomplete, handIn };
  }
  return scaled;
}

type Outcomes = NonNullable<VisitorClass['outcomes']>;

/**
 * So many times as many are sent back, and as many fewer done at once: no more than are done now.
 * Who waits for an approval or is promised a decision stays as many.
 */
export function shiftPapers(outcomes: Outcomes, factor: number): Outcomes {
  const done = numberOf(outcomes.done);
  const before = numberOf(outcomes.sentBack ?? 0);
  if (before === 0) return outcomes;
  const sentBack = Math.min(before * factor, before + done, 1);
  return {
    ...outcomes,
    done: varied(outcomes.done, Math.min(1, Math.max(0, done + before - sentBack))),
    sentBack: varied(outcomes.sentBack!, sentBack),
  };
}
