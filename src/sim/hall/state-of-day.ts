import { type HallState, momentOf, type WindowNow } from '../../scenarios/hall-state';
import { Origin } from './record';
import { Activity, type Timeline, WindowState } from './timeline';

/**
 * The state of a recorded hall at an instant of its first day: what somebody who looked in would
 * write down. Who has no ticket yet is not in it, nor who is leaving.
 */
export function stateOfDay(timeline: Timeline, timeUs: number): HallState {
  const { header } = timeline.record;
  const atUs = Math.floor(timeUs / 1000) * 1000;
  const state: Pick<HallState, 'waiting' | 'approvals' | 'issue'> = {
    waiting: [],
    approvals: [],
    issue: [],
  };
  const crowd = timeline.createCrowd();
  timeline.crowdAt(atUs, crowd);
  /** When the present step of somebody began, s. */
  const since = (visitor: number): string => {
    const step = timeline.story(visitor).findLast(({ startUs }) => startUs <= atUs);
    return momentOf((step?.startUs ?? atUs) / 1e6);
  };
  for (let i = 0; i < crowd.count; i++) {
    const visitor = crowd.visitor[i]!;
    const list = LISTS[crowd.activity[i]!];
    if (!list) continue;
    const ticket = timeline.ticket(visitor);
    state[list].push({
      count: 1,
      class: header.classes[crowd.classIndex[i]!]!,
      since: since(visitor),
      ...(ticket && { ticket }),
    });
  }
  for (const list of Object.values(state)) list.sort((a, b) => (a.since < b.since ? -1 : 1));
  let arrived = 0;
  for (let v = 0; v < timeline.visitors; v++) {
    const [first] = timeline.story(v);
    if (first && first.startUs <= atUs && timeline.companionOf(v) < 0)
      if (timeline.origin(v) === Origin.WalkIn) arrived++;
  }
  return {
    format: 'hall-twin/state',
    version: 1,
    scenario: header.scenario,
    ...(header.dates[0] && { date: header.dates[0] }),
    at: momentOf(atUs / 1e6),
    arrived,
    ...state,
    windows: header.windows.map((id, w): WindowNow => {
      const now = timeline.windowState(w, atUs);
      const visitor = timeline.windowVisitor(w, atUs);
      if (now === WindowState.Closed) return { id, open: false };
      if (visitor < 0) return { id, open: true };
      const ticket = timeline.ticket(visitor);
      const step = timeline.story(visitor).findLast(({ startUs }) => startUs <= atUs);
      return {
        id,
        open: true,
        serving: {
          class: header.classes[timeline.classIndex(visitor)]!,
          since: since(visitor),
          phase:
            now === WindowState.Calling
              ? 'called'
              : step?.activity === Activity.Rating
                ? 'rating'
                : 'serving',
          ...(ticket && { ticket }),
        },
      };
    }),
  };
}

const LISTS: Readonly<Record<number, 'waiting' | 'approvals' | 'issue'>> = {
  [Activity.Waiting]: 'waiting',
  [Activity.AwaitingApproval]: 'approvals',
  [Activity.AwaitingIssue]: 'issue',
};
