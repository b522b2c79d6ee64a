import type { DaySource, Doing, Present } from '../coverage/day/source';
import type { Posture } from '../coverage/space/people';
import type { FloorPlan } from '../scenarios/floorplan';
import { Activity, Pose, type Timeline, WindowState } from '../sim/hall/timeline';

/** What somebody does, as far as it matters to who stands in the way. */
function doingOf(activity: Activity, pose: Pose): Doing {
  if (pose === Pose.Walking) return 'walking';
  if (activity === Activity.InService || activity === Activity.Rating) return 'served';
  if (activity === Activity.Queueing || activity === Activity.AtStation) return 'queueing';
  return 'waiting';
}

/**
 * A recorded day as cameras see it: visitors and companions where they walk, stand and sit, clerks
 * at windows that are open and, while any is, the guide and the approvers at their places.
 *
 * @param plan whose windows are told of, in its order; those that the day has not are shut
 * @param posture of visitors who are served
 */
export function dayPeople(plan: FloorPlan, timeline: Timeline, posture: Posture): DaySource {
  const crowd = timeline.createCrowd();
  const recorded = plan.windows.map(({ id }) => timeline.record.header.windows.indexOf(id));
  const clerks = plan.windows.map(
    ({ id, clerkSpot }): Present => ({
      owner: { kind: 'clerk', id },
      at: clerkSpot,
      posture: 'seated',
      doing: 'staff',
    }),
  );
  const others = plan.fixtures.flatMap(({ id, kind, staffSpot }): Present[] =>
    staffSpot === undefined
      ? []
      : [
          {
            owner: { kind: 'clerk', id },
            at: staffSpot,
            posture: kind === 'guideDesk' ? 'standing' : 'seated',
            doing: 'staff',
          },
        ],
  );
  return {
    fromS: Math.ceil(timeline.startUs / 1e6),
    toS: Math.ceil(timeline.endUs / 1e6),
    at(timeS) {
      const timeUs = timeS * 1e6;
      timeline.crowdAt(timeUs, crowd);
      const open = recorded.map(
        (index) => index >= 0 && timeline.windowState(index, timeUs) !== WindowState.Closed,
      );
      const people: Present[] = [];
      for (let i = 0; i < crowd.count; i++) {
        const pose: Pose = crowd.pose[i]!;
        const doing = doingOf(crowd.activity[i]!, pose);
        people.push({
          owner: { kind: 'visitor', id: String(crowd.visitor[i]!) },
          at: [crowd.x[i]!, crowd.y[i]!],
          posture: doing === 'served' ? posture : pose === Pose.Sitting ? 'seated' : 'standing',
          doing,
        });
      }
      for (let w = 0; w < open.length; w++) if (open[w]) people.push(clerks[w]!);
      if (open.includes(true)) people.push(...others);
      return { people, open, waiting: timeline.waiting(timeUs) };
    },
  };
}
