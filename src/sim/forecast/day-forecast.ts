import { type DayAsked, type DayFacts, factsOf, onDate } from '../../scenarios/on-date';
import { PRODUCT } from '../../scenarios/product';
import { type Ask, type Evaluator, NotRun, type Variant } from '../experiments/evaluator';
import type { Measure } from '../experiments/report';
import { compileHall } from '../hall/model';
import { type ServicePromise, underPromise } from '../planning/promise';
import { meanWithInterval } from '../stats/confidence';
import { type WaitFigures, waitEdgesS } from '../stats/wait-log';
import { type CombinedForecast, combinedWith, pastOf } from './combined';
import {
  closedWindow,
  type ExtraShift,
  type Group,
  groupsOf,
  isStaffed,
  withExtras,
  withoutOne,
} from './extra-windows';
import { type DayFan, fanOf, ratio } from './fan';

/** A day to come, and what is promised. */
export interface ForecastRequest {
  readonly base: Variant;
  readonly day: DayAsked;
  readonly promise: ServicePromise;
  /** Simulated days of the fan. */
  readonly replications: number;
}

/** A shift in addition, as people read it. */
export interface Shift extends ExtraShift {
  /** Classes that it serves. */
  readonly serves: readonly string[];
  /** The window that it is like. */
  readonly like: string;
  /** A window that is closed then and could be opened; null: all are open, another place is needed. */
  readonly open: string | null;
}

/** What one window more or less in a half hour does. */
export interface Change {
  readonly fromS: number;
  readonly toS: number;
  /** How many windows more (or fewer), and of which kinds. */
  readonly windows: number;
  readonly kinds: readonly {
    /** A window of the kind. */
    readonly like: string;
    readonly serves: readonly string[];
    readonly windows: number;
    /** One that is closed then and could be opened; null: all are open, another place is needed. */
    readonly open: string | null;
  }[];
  /** Share called in time of those who come then, with the change, and its paired difference. */
  readonly share: Measure;
  readonly difference: Measure;
  /** Whether the half hour keeps the promise with it. */
  readonly enough: boolean;
}

/** The cheapest extra shifts that were found to mend the day. */
export interface Mending {
  /** Whether every half hour keeps the promise with them. */
  readonly mends: boolean;
  readonly shifts: readonly Shift[];
  /** Window hours in addition. */
  readonly hours: number;
  /** The day with them, on the same visitors. */
  readonly after: DayFan;
}

export interface DayForecast {
  readonly product: { readonly name: string; readonly version: string };
  readonly scenario: string;
  readonly floorplan: string | null;
  readonly seed: number;
  readonly promise: ServicePromise;
  readonly day: DayFacts;
  readonly fan: DayFan;
  /** With the means of past days, for a scenario fitted to a log; and whether hall and visits are still those of the log. */
  readonly combined: CombinedForecast | null;
  readonly past: 'none' | 'same' | 'changed';
  /** Windows on duty in each half hour of the fan, without those on demand. */
  readonly windows: readonly number[];
  /** Half hours whose share is below the promised one, by index. */
  readonly broken: readonly number[];
  readonly more: readonly Change[];
  readonly spare: readonly Change[];
  /** null: nothing is broken, or not looked for yet. */
  readonly mending: Mending | null;
  /** Simulated days that changes were tried on. */
  readonly tried: number;
  /** Whether everything that was asked has been worked out. */
  readonly complete: boolean;
}

/** Simulated days that changes are tried on, the first of those of the fan. */
const TRIED = 200;
/** Windows more that are tried in one half hour. */
const MOST_MORE = 4;
/** Rounds of adding a window wherever the promise breaks. */
const MOST_ROUNDS = 8;

/**
 * The waits of a day to come as a fan, half hour by half hour; where the promise breaks; what a
 * window more or less in one half hour would do; and the cheapest extra shifts that mend the day.
 *
 * Half hours that need another window are those whose visitors are called in time less often than
 * promised; each window that is tried is of the kind that most of the late ones wait for. Half hours that could spare one are tried with the window whose group has the
 * least load for each of its windows. All changes meet the same visitors as the day itself (common
 * random numbers). The shifts are found step by step: a window more wherever the promise breaks; then every half hour that can go again goes. It is the cheapest nearby, not
 * proven the cheapest of all.
 *
 * @throws InputError if the hall is closed that day
 */
export async function forecastDay(
  request: ForecastRequest,
  evaluator: Evaluator,
  onProgress: (done: number, of: number, answer: () => DayForecast) => void = () => {},
): Promise<DayForecast> {
  return new DaySearch(request, evaluator, onProgress).run();
}

class DaySearch {
  private readonly base: Variant;
  private readonly facts: DayFacts;
  private readonly edgesS: readonly number[];
  private readonly groups: readonly Group[];
  /** Half hours of the grid in which the hall is open, by index; with the session each lies in. */
  private readonly open: readonly { readonly bin: number; readonly session: number }[];
  private figures: readonly WaitFigures[] = [];
  private fan: DayFan;
  private more: Change[] = [];
  private spare: Change[] = [];
  private mending: Mending | null = null;
  private complete = false;
  private done = 0;

  constructor(
    private readonly request: ForecastRequest,
    private readonly evaluator: Evaluator,
    private readonly onProgress: (done: number, of: number, answer: () => DayForecast) => void,
  ) {
    const { base, day, promise } = request;
    const scenario = underPromise(onDate(base.scenario, day), promise);
    this.base = { ...base, scenario };
    this.facts = factsOf(scenario, day);
    const model = compileHall(scenario, null);
    this.edgesS = waitEdgesS(model);
    this.groups = groupsOf(scenario);
    this.open = this.edgesS.slice(1).flatMap((toS, bin) => {
      const fromS = this.edgesS[bin]!;
      const session = model.sessions.findIndex(
        (s) => s.doorsUs / 1e6 < toS && fromS < s.toUs / 1e6,
      );
      return session < 0 ? [] : [{ bin, session }];
    });
    this.fan = fanOf([], this.edgesS, promise);
  }

  async run(): Promise<DayForecast> {
    const { replications } = this.request;
    const figures = await this.evaluate([this.base], replications);
    if (!figures) return this.answer();
    this.figures = figures[0]!;
    this.fan = fanOf(this.figures, this.edgesS, this.request.promise);
    this.tell();
    if (!(await this.findMore())) return this.answer();
    if (!(await this.findSpare())) return this.answer();
    if (!(await this.mend())) return this.answer();
    this.complete = true;
    return this.answer();
  }

  private get tried(): number {
    return Math.min(TRIED, this.request.replications);
  }

  private tell(): void {
    this.onProgress(this.done, Math.max(this.done, this.request.replications), () => this.answer());
  }

  /** Figures of variants on the first so many days; null if stopped. */
  private async evaluate(
    variants: readonly Variant[],
    to = this.tried,
  ): Promise<readonly (readonly WaitFigures[])[] | null> {
    const asks = variants.map((variant): Ask => ({ variant, from: 0, to }));
    const answers = await this.evaluator.evaluate('waits', asks);
    if (!answers) return null;
    this.done += variants.length * to;
    return answers.map((answer) => {
      if (!answer.ok) throw new NotRun(answer.reason);
      return answer.figures;
    });
  }

  private halfHour(bin: number) {
    return { fromS: this.edgesS[bin]!, toS: this.edgesS[bin + 1]! };
  }

  private shareIn(figures: readonly WaitFigures[], bin: number): Measure {
    return ratio(
      figures.map((f) => f.within[bin]!),
      figures.map((f) => f.ended[bin]!),
    );
  }

  private keeps(figures: readonly WaitFigures[], bin: number): boolean {
    return (this.shareIn(figures, bin).mean ?? 1) >= this.request.promise.share;
  }

  private broken(figures = this.figures): number[] {
    return this.open.flatMap(({ bin }) => (this.keeps(figures, bin) ? [] : [bin]));
  }

  /** The group whose windows most of the late ones of a half hour waited for. */
  private worstGroup(figures: readonly WaitFigures[], bin: number): number {
    const { classes } = this.base.scenario;
    const late = this.groups.map(({ serves }) =>
      classes.reduce(
        (sum, { id }, c) =>
          serves.includes(id)
            ? sum + figures.reduce((n, f) => n + f.late[bin * classes.length + c]!, 0)
            : sum,
        0,
      ),
    );
    return late.indexOf(Math.max(...late));
  }

  private change(bin: number, groups: readonly number[], figures: readonly WaitFigures[]): Change {
    const halfHour = this.halfHour(bin);
    const share = this.shareIn(figures, bin);
    const kinds = [...new Set(groups)].map((g) => ({
      like: this.groups[g]!.windows.at(-1)!.id,
      serves: this.groups[g]!.serves,
      windows: groups.filter((one) => one === g).length,
      open: closedWindow(this.groups[g]!, halfHour),
    }));
    return {
      ...halfHour,
      windows: groups.length,
      kinds,
      share,
      difference: meanWithInterval(
        figures.map((f, r) => {
          const before = this.figures[r]!;
          if (f.ended[bin] === 0 || before.ended[bin] === 0) return null;
          return f.within[bin]! / f.ended[bin]! - before.within[bin]! / before.ended[bin]!;
        }),
      ),
      enough: (share.mean ?? 1) >= this.request.promise.share,
    };
  }

  /** One window more in each broken half hour, then another, each of the kind that most late ones wait for. */
  private async findMore(): Promise<boolean> {
    const firsts = this.figures.slice(0, this.tried);
    let open: { bin: number; extras: ExtraShift[]; figures: readonly WaitFigures[] }[] =
      this.broken().map((bin) => ({ bin, extras: [] as ExtraShift[], figures: firsts }));
    const found = new Map<number, Change>();
    for (let windows = 1; windows <= MOST_MORE && open.length > 0; windows++) {
      const asked = open.map(({ bin, extras, figures }) => [
        ...extras,
        { group: this.worstGroup(figures, bin), ...this.halfHour(bin) },
      ]);
      const results = await this.evaluate(
        asked.map((extras) => withExtras(this.base, this.groups, extras)),
      );
      if (!results) return false;
      open = open.map(({ bin }, i) => ({ bin, extras: asked[i]!, figures: results[i]! }));
      for (const { bin, extras, figures } of open)
        found.set(
          bin,
          this.change(
            bin,
            extras.map(({ group }) => group),
            figures,
          ),
        );
      open = open.filter(({ bin }) => !found.get(bin)!.enough);
      this.more = [...found.values()].sort((a, b) => a.fromS - b.fromS);
      this.tell();
    }
    return true;
  }

  /** One window less in each half hour that keeps the promise: does all of its session still? */
  private async findSpare(): Promise<boolean> {
    const broken = new Set(this.broken());
    const tried = this.open.flatMap(({ bin, session }) => {
      if (broken.has(bin)) return [];
      const halfHour = this.halfHour(bin);
      const candidates = this.groups
        .map((group, g) => ({
          g,
          staffed: group.windows.filter((w) => isStaffed(w, halfHour)).length,
          waits: this.waitsOf(g, bin),
        }))
        .filter(({ staffed }) => staffed > 1)
        .sort((a, b) => a.waits / a.staffed - b.waits / b.staffed);
      const [quietest] = candidates;
      const variant = quietest && withoutOne(this.base, this.groups[quietest.g]!, halfHour);
      return variant ? [{ bin, session, group: quietest.g, variant }] : [];
    });
    const results = await this.evaluate(tried.map(({ variant }) => variant));
    if (!results) return false;
    this.spare = tried.flatMap(({ bin, session, group }, i) => {
      const figures = results[i]!;
      const before = this.figures.slice(0, figures.length);
      const stillKept = this.open.every(
        (one) =>
          one.session !== session ||
          one.bin < bin ||
          !this.keeps(before, one.bin) ||
          this.keeps(figures, one.bin),
      );
      return stillKept ? [this.change(bin, [group], figures)] : [];
    });
    this.tell();
    return true;
  }

  /** Late waits of a group's classes in a half hour: a quiet group has few. */
  private waitsOf(group: number, bin: number): number {
    const { classes } = this.base.scenario;
    const { serves } = this.groups[group]!;
    return classes.reduce(
      (sum, { id }, c) =>
        serves.includes(id)
          ? sum + this.figures.reduce((n, f) => n + f.late[bin * classes.length + c]!, 0)
          : sum,
      0,
    );
  }

  // Mending

  /**
   * Adds a window in every half hour that is still broken, of the kind that most of its late ones
   * wait for, until none is; then takes out again, one by one, what is not needed.
   */
  private async mend(): Promise<boolean> {
    if (this.broken().length === 0) return true;
    let figures: readonly WaitFigures[] = this.figures.slice(0, this.tried);
    let added: ExtraShift[] = [];
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const broken = this.broken(figures);
      if (broken.length === 0) break;
      added = [
        ...added,
        ...broken.map((bin) => ({ group: this.worstGroup(figures, bin), ...this.halfHour(bin) })),
      ];
      const results = await this.evaluate([this.with(added)]);
      if (!results) return false;
      figures = results[0]!;
    }
    if (this.broken(figures).length === 0) {
      // The latest first: what comes early helps those after it.
      for (const one of [...added].sort((a, b) => b.fromS - a.fromS)) {
        const fewer = added.filter((other) => other !== one);
        const results = await this.evaluate([this.with(fewer)]);
        if (!results) return false;
        if (this.broken(results[0]!).length === 0) added = fewer;
      }
    }
    return this.confirm(joined(added));
  }

  /** The whole fan with the shifts that were found. */
  private async confirm(shifts: readonly ExtraShift[]): Promise<boolean> {
    const results = await this.evaluate(
      [withExtras(this.base, this.groups, shifts)],
      this.request.replications,
    );
    if (!results) return false;
    const figures = results[0]!;
    this.mending = {
      mends: this.broken(figures.slice(0, this.tried)).length === 0,
      shifts: shifts.map((shift) => ({
        ...shift,
        serves: this.groups[shift.group]!.serves,
        like: this.groups[shift.group]!.windows.at(-1)!.id,
        open: closedWindow(this.groups[shift.group]!, shift),
      })),
      hours: shifts.reduce((sum, { fromS, toS }) => sum + toS - fromS, 0) / 3600,
      after: this.opened(fanOf(figures, this.edgesS, this.request.promise)),
    };
    this.tell();
    return true;
  }

  private with(extras: readonly ExtraShift[]): Variant {
    return withExtras(this.base, this.groups, joined(extras));
  }

  /** The half hours in which the hall is open. */
  private opened(fan: DayFan): DayFan {
    return { ...fan, halfHours: this.open.map(({ bin }) => fan.halfHours[bin]!) };
  }

  private answer(): DayForecast {
    const { base, promise } = this.request;
    const accepting = this.groups.flatMap(({ windows }) => windows);
    const bins = this.open.map(({ bin }) => bin);
    const fan = this.opened(this.fan);
    return {
      product: PRODUCT,
      scenario: base.scenario.id,
      floorplan: base.floorplan?.id ?? null,
      seed: base.seed,
      promise,
      day: this.facts,
      fan,
      combined: fan.replications > 0 ? combinedWith(this.base.scenario, fan) : null,
      past: pastOf(this.base.scenario),
      windows: bins.map((bin) => accepting.filter((w) => isStaffed(w, this.halfHour(bin))).length),
      broken: this.figures.length > 0 ? this.broken().map((bin) => bins.indexOf(bin)) : [],
      more: this.more,
      spare: this.spare,
      mending: this.mending,
      tried: this.tried,
      complete: this.complete,
    };
  }
}

/** Half hours of one group that follow each other are one shift; those at the same time are several. */
function joined(extras: readonly ExtraShift[]): ExtraShift[] {
  const shifts: { group: number; fromS: number; toS: number }[] = [];
  for (const one of [...extras].sort((a, b) => a.group - b.group || a.fromS - b.fromS)) {
    const before = shifts.find((s) => s.group === one.group && s.toS === one.fromS);
    if (before) before.toS = one.toS;
    else shifts.push({ ...one });
  }
  return shifts.sort((a, b) => a.fromS - b.fromS || a.group - b.group);
}
