import type { FloorPlan } from '../../scenarios/floorplan';
import type { Problem } from '../../scenarios/problem';
import { createNavigator, type PlaceIndex } from '../navigator';
import { problem, type Said } from './say';

const CLEAR_THE_WAY: Said = {
  zh: '让出至少 0.5 m 宽的通路，或移动这个位置',
  en: 'Clear a way at least 0.5 m wide, or move the spot',
};

/**
 * Places that a visitor cannot walk to from the entrance, or from which there is no way out.
 * The plan must have an entrance and an exit. A large hall takes some tenths of a second.
 */
export function checkReachability(plan: FloorPlan): Problem[] {
  const navigator = createNavigator(plan);
  const { entrance, exit, places } = navigator;
  const found: Problem[] = [];
  const unreachable = (path: string, what: Said) =>
    found.push(
      problem(
        path,
        { zh: `从入口走不到${what.zh}`, en: `There is no way from the entrance to ${what.en}` },
        CLEAR_THE_WAY,
      ),
    );
  const reached = (place: PlaceIndex) => navigator.isReachable(entrance, place);

  const windows = plan.windows.map((w) => navigator.windows.get(w.id)!);
  const cutOff = windows.map((place) => !reached(place));
  plan.windows.forEach((w, i) => {
    if (cutOff[i])
      unreachable(`windows[${i}].visitorSpot`, {
        zh: `${w.number} 号窗口`,
        en: `window ${w.number}`,
      });
  });
  plan.seats.forEach((s, i) => {
    if (!reached(navigator.seats[i]!))
      unreachable(`seats[${i}].at`, { zh: `座位 ${s.id}`, en: `seat ${s.id}` });
  });
  plan.fixtures.forEach((f, i) => {
    const station = navigator.stations.find((s) => s.id === f.id);
    if (station && !reached(station.spots[0]!))
      unreachable(`fixtures[${i}].userSpot`, { zh: ` "${f.id}"`, en: `"${f.id}"` });
  });
  plan.zones.forEach((zone, i) => {
    if (navigator.standing.some((p) => places[p]!.id === zone.id && !reached(p)))
      unreachable(`zones[${i}].polygon`, {
        zh: `分区 "${zone.id}" 的一部分`,
        en: `a part of zone "${zone.id}"`,
      });
  });
  if (navigator.outside.some((p) => !navigator.isReachable(p, entrance)))
    found.push(
      problem(
        `doors[${doorOf(plan, places[entrance]!.id)}]`,
        {
          zh: '从门外走不进入口',
          en: 'There is no way in from the street before the entrance',
        },
        CLEAR_THE_WAY,
      ),
    );
  const exitDoor = doorOf(plan, places[exit]!.id);
  const trapped = windows.findIndex(
    (place, i) => !cutOff[i] && !navigator.isReachable(place, exit),
  );
  if (trapped >= 0 || !reached(exit)) {
    const number = plan.windows[trapped]?.number;
    found.push(
      problem(
        `doors[${exitDoor}]`,
        number === undefined
          ? { zh: '从入口走不到出口', en: 'There is no way from the entrance to the exit' }
          : {
              zh: `从 ${number} 号窗口走不到出口`,
              en: `There is no way from window ${number} to the exit`,
            },
        CLEAR_THE_WAY,
      ),
    );
  }
  return found;
}

function doorOf(plan: FloorPlan, id: string): number {
  return plan.doors.findIndex((d) => d.id === id);
}
