import type { Distribution } from '../../scenarios/distribution';
import { type HallState, momentToS, type WaitingPeople } from '../../scenarios/hall-state';
import { numberOf } from '../../scenarios/provenance';
import type { Scenario } from '../../scenarios/scenario';
import { gammaPosterior, type Sampler } from '../kernel/distributions';
import { type Residual, residuals } from '../kernel/residual';
import { expectedUpTo, rateAt } from './arrivals';
import type { Duty } from './duties';
import type { ClassModel, HallModel, WindowModel } from './model';

type VisitorClass = Scenario['classes'][number];

/** Somebody who is there: since when, and of which classes they may be. */
export interface PresentPerson {
  /** Number among those who are there, the subject of their own draws. */
  readonly row: number;
  readonly sinceUs: number;
  /** Cumulative probabilities; of a known class the one. */
  readonly choices: readonly { readonly classIndex: number; readonly upTo: number }[];
}

/** Somebody at a window. */
export interface WindowsVisitor extends PresentPerson {
  readonly phase: 'called' | 'serving' | 'rating';
  /** What is left of the phase, s at a clerk of ordinary speed. */
  left(classIndex: number): Residual;
}

/** A hall as it is, ready to be taken up by any number of runs. */
export interface PresentHall {
  readonly atUs: number;
  /** The windows that the state names. */
  readonly windows: readonly {
    readonly index: number;
    /** Has to be opened: no duty of the day has. */
    readonly opens: boolean;
    /** Stays for those inside and no longer. */
    readonly overtime: boolean;
    readonly visitor: WindowsVisitor | null;
  }[];
  /** In the order of their tickets. */
  readonly waiting: readonly (PresentPerson & { left(classIndex: number): Residual | null })[];
  readonly approvals: readonly (PresentPerson & {
    left(classIndex: number): readonly { sample: Residual['sample'] }[];
  })[];
  readonly issue: readonly PresentPerson[];
  /** What contradicts the model and was taken as well as could be. */
  readonly notes: readonly PresentNote[];
}

/** Somebody is served, or waits, for longer than the scenario knows; a day without scatter learns nothing. */
export type PresentNote =
  | { readonly kind: 'overdue'; readonly window: string }
  | { readonly kind: 'noScatter' };

/** A model from which runs go on, and who is there when they do. */
export interface TakenUp {
  readonly model: HallModel;
  readonly present: PresentHall;
}

/**
 * A model of one day that begins in the middle: with the windows' hours changed as the state says,
 * the day's factor as the arrivals up to now tell it, and the people who are there.
 *
 * @param state read and validated against the scenario
 */
export function takeUp(model: HallModel, state: HallState): TakenUp {
  return new Present(model, state).takenUp();
}

const us = (moment: string) => Math.round(momentToS(moment) * 1e6);

class Present {
  private readonly atUs: number;
  private readonly left = residuals();
  private rows = 0;
  private readonly notes: PresentNote[] = [];

  constructor(
    private readonly model: HallModel,
    private readonly state: HallState,
  ) {
    this.atUs = us(state.at);
  }

  takenUp(): TakenUp {
    const { model, state } = this;
    const named = state.windows.map((window) => ({
      window,
      index: model.windows.findIndex(({ id }) => id === window.id),
    }));
    const windows = [...model.windows];
    const present = named.map(({ window, index }) => {
      const { changed, opens, overtime } = this.windowOf(model.windows[index]!, window);
      windows[index] = changed;
      return { index, opens, overtime, visitor: this.visitorOf(index, window) };
    });
    return {
      model: { ...model, windows, fromUs: this.atUs, classes: this.classes() },
      present: {
        atUs: this.atUs,
        windows: present,
        waiting: this.waiting(),
        approvals: this.approvals(),
        issue: this.people(state.issue, (c) => shareApproved(this.classOf(c))),
        notes: this.notes,
      },
    };
  }

  private classOf(c: number): VisitorClass {
    return this.model.scenario.classes[c]!;
  }

  // Windows

  /** The hours of a window from now on. */
  private windowOf(window: WindowModel, now: HallState['windows'][number]) {
    const { atUs } = this;
    const isOn = ({ fromUs, toUs }: Duty) => fromUs <= atUs && atUs < toUs;
    const known = { ...window, absence: null };
    const today = window.duties[0]!;
    const on = today.find(isOn);
    if (!now.open) {
      // A clerk on standby may be called in as ever.
      if (window.onDemand && on && now.backAt === undefined)
        return { changed: known, opens: false, overtime: false };
      const backUs = now.backAt === undefined ? null : us(now.backAt);
      const duties = backUs === null ? [] : this.dutiesFrom(window, backUs);
      return { changed: { ...known, duties: [duties] }, opens: false, overtime: false };
    }
    const untilUs = now.until === undefined ? null : us(now.until);
    const session = this.model.sessions.find((s) => s.doorsUs <= atUs && atUs < s.toUs);
    const endUs = untilUs ?? on?.toUs ?? session?.toUs ?? null;
    const drains = untilUs === null && (on?.drains ?? this.staysOpen(window));
    const present: Duty[] =
      endUs === null ? [] : [{ fromUs: Math.min(atUs, on?.fromUs ?? atUs), toUs: endUs, drains }];
    const later = untilUs === null ? today.filter(({ fromUs }) => fromUs > atUs) : [];
    return {
      changed: { ...known, duties: [[...present, ...later]] },
      // Somebody on demand is only on standby by their duty.
      opens: endUs === null || window.onDemand !== null,
      overtime: endUs === null,
    };
  }

  private staysOpen({ issuing }: WindowModel): boolean {
    return !this.model.sendAway || issuing;
  }

  /** The duties from an instant on; if none is on then, up to the end of the session. */
  private dutiesFrom(window: WindowModel, fromUs: number): Duty[] {
    const left = window.duties[0]!.flatMap((duty) =>
      duty.toUs <= fromUs ? [] : [{ ...duty, fromUs: Math.max(duty.fromUs, fromUs) }],
    );
    if (left.some((duty) => duty.fromUs === fromUs)) return left;
    const session = this.model.sessions.find((s) => s.fromUs <= fromUs && fromUs < s.toUs);
    if (!session) return left;
    const toUs = Math.min(session.toUs, left[0]?.fromUs ?? session.toUs);
    const drains = toUs === session.toUs && this.staysOpen(window);
    return [{ fromUs, toUs, drains }, ...left];
  }

  private visitorOf(index: number, now: HallState['windows'][number]): WindowsVisitor | null {
    const { serving } = now;
    if (!serving) return null;
    const window = this.model.windows[index]!;
    const sinceUs = us(serving.since);
    const ageS = (this.atUs - sinceUs) / 1e6;
    const rates = serving.phase === 'rating';
    const durationOf = (c: number): Distribution => {
      if (rates) return this.model.scenario.rating!.duration;
      const { outcomes, promisedCase, service } = this.classOf(c);
      if (!window.issuing) return service;
      if (outcomes?.approval) return outcomes.approval.issue;
      return promisedCase?.result.kind === 'handedOver' ? promisedCase.result.issue : service;
    };
    const age = serving.phase === 'called' ? 0 : rates ? ageS : ageS * window.efficiency;
    const left = (c: number) => this.left(durationOf(c), age);
    const served = window.issuing
      ? this.model.classes.flatMap((_, c) => (shareApproved(this.classOf(c)) > 0 ? [c] : []))
      : [...window.classes, ...window.helps];
    const choices = this.choices(
      serving.class,
      served,
      sinceUs,
      // Who takes long is the likelier to be found at the window.
      (c) => left(c).survival * (window.issuing ? shareApproved(this.classOf(c)) : 1),
    );
    if (choices.every(({ classIndex }) => left(classIndex).overdue))
      this.notes.push({ kind: 'overdue', window: window.id });
    return { row: this.rows++, sinceUs, choices, phase: serving.phase, left };
  }

  // People

  private waiting(): PresentHall['waiting'] {
    const ageOf = (sinceUs: number) => (this.atUs - sinceUs) / 1e6;
    const left = (c: number, ageS: number) => {
      const { patience } = this.classOf(c);
      return patience ? this.left(patience, ageS) : null;
    };
    return this.people(this.state.waiting, (c, sinceUs) => {
      const residual = left(c, ageOf(sinceUs));
      return residual ? residual.survival : 1;
    }).map((person) => ({ ...person, left: (c) => left(c, ageOf(person.sinceUs)) }));
  }

  /** The first of each office are worked on, as many as it has approvers; the others wait for one. */
  private approvals(): PresentHall['approvals'] {
    const free = this.model.backOffices.map(({ approvers }) => approvers);
    const approved = (c: number) => shareApproved(this.classOf(c));
    return this.people(this.state.approvals, approved).map((person) => {
      const ageS = (this.atUs - person.sinceUs) / 1e6;
      // Which office, where the class is not known: that of the likeliest.
      const likeliest = this.model.classes[person.choices[0]!.classIndex]!;
      const taken = likeliest.approval?.parts.map(({ backOffice }) => free[backOffice]!-- > 0);
      return {
        ...person,
        left: (c) => {
          const { approval } = this.classOf(c).outcomes!;
          return [approval!, ...approval!.joint].map(({ duration }, part) =>
            this.left(duration, taken?.[part] ? ageS : 0),
          );
        },
      };
    });
  }

  /** Everybody of a list one by one, in the order in which they came. */
  private people(
    list: readonly WaitingPeople[],
    weightOf: (c: number, sinceUs: number) => number,
  ): PresentPerson[] {
    const { model } = this;
    const everyone = list.flatMap(({ count, since, class: id, area }) => {
      const first = us(since);
      const inArea = model.scenario.windows.filter((w) => w.area === area).flatMap((w) => w.serves);
      const among = model.classes.flatMap((c, i) => (!area || inArea.includes(c.id) ? [i] : []));
      return Array.from({ length: count }, (_, i) => ({
        // Spread evenly from the first to now.
        sinceUs: first + Math.round(((this.atUs - first) * i) / count),
        id,
        among,
      }));
    });
    everyone.sort((a, b) => a.sinceUs - b.sinceUs);
    return everyone.map(({ sinceUs, id, among }) => ({
      row: this.rows++,
      sinceUs,
      choices: this.choices(id, among, sinceUs, (c) => weightOf(c, sinceUs)),
    }));
  }

  /** Of which classes somebody may be: by how many of each come then, and how many are still there. */
  private choices(
    id: string | undefined,
    among: readonly number[],
    sinceUs: number,
    weightOf: (c: number) => number,
  ): PresentPerson['choices'] {
    const { classes } = this.model;
    if (id !== undefined) return [{ classIndex: classes.findIndex((c) => c.id === id), upTo: 1 }];
    const weights = among.map((c) => rateAt(classes[c]!.arrivals, sinceUs) * weightOf(c));
    let total = weights.reduce((sum, weight) => sum + weight, 0);
    // Nobody of them comes at that time, or could still be there: each is as likely.
    if (!(total > 0)) {
      weights.fill(1);
      total = weights.length;
    }
    let upTo = 0;
    return among
      .map((classIndex, i) => ({ classIndex, weight: weights[i]! }))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight)
      .map(({ classIndex, weight }) => {
        upTo += weight / total;
        return { classIndex, upTo };
      });
  }

  // The day

  /**
   * What the arrivals up to now say of the day: the factor is Gamma(k, 1/k) beforehand, with
   * k = 1/cv², and Gamma(k + n, 1/(k + m)) once n have come where m were expected on an ordinary
   * day (conjugate to the Poisson). All classes are busy together, so each learns from everybody.
   * Source: Gelman et al., Bayesian Data Analysis (3rd ed.), 2.6.
   */
  private classes(): HallModel['classes'] {
    const { model, state, atUs } = this;
    if (state.arrived === undefined) return model.classes;
    let scattered = 0;
    let others = 0;
    for (const { arrivals } of model.classes) {
      const expected = expectedUpTo(arrivals, atUs) * (1 - model.onlineShare);
      if (scatterOf(arrivals)) scattered += expected;
      else others += expected;
    }
    const came = Math.max(0, state.arrived - others);
    if (scattered === 0) this.notes.push({ kind: 'noScatter' });
    return model.classes.map((c): ClassModel => {
      const before = scatterOf(c.arrivals);
      if (c.arrivals.kind !== 'rates' || !before) return c;
      const scatter = gammaPosterior(1 / before.variance, came, scattered);
      return { ...c, arrivals: { ...c.arrivals, scatter } };
    });
  }
}

/** The random factor of the day, if there is any. */
function scatterOf(arrivals: ClassModel['arrivals']): Sampler | null {
  return arrivals.kind === 'rates' && (arrivals.scatter?.variance ?? 0) > 0
    ? arrivals.scatter
    : null;
}

function shareApproved({ outcomes }: VisitorClass): number {
  return numberOf(outcomes?.approval?.share ?? 0);
}
