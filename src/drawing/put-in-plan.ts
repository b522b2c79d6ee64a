import type { FloorPlan } from '../scenarios/floorplan';
import { InputError } from '../scenarios/problem';
import { say } from '../scenarios/problems-text';
import type { Scenario } from '../scenarios/scenario';

/**
 * A scenario whose windows are nobody's yet, put into a plan: its first window stands where the
 * plan's first for visitors stands, and so on. Walking speeds are those of the hall that the plan
 * is from; from then on walking takes time.
 *
 * @param hall the scenario of the hall whose plan it is
 * @throws InputError if the plan has fewer windows
 */
export function putInPlan(
  scenario: Scenario,
  plan: FloorPlan,
  hall: Scenario,
  source: string,
): Scenario {
  const places = plan.windows.filter(({ area }) => area !== 'issuing');
  const { windows } = scenario;
  if (windows.length > places.length)
    throw new InputError(source, [
      {
        path: 'base',
        ...say(
          `记录里有 ${windows.length} 个窗口，平面图只有 ${places.length} 个`,
          `The log has ${windows.length} windows, the floor plan ${places.length}`,
          '请选更大的大厅，用 --item 或 --queue 只取一部分业务，或不指定 --base',
          'Choose a larger hall, take a part of the business by --item or --queue, or leave --base away',
        ),
      },
    ]);
  return {
    ...scenario,
    floorplan: typeof hall.floorplan === 'string' && hall.floorplan === plan.id ? plan.id : plan,
    mobility: hall.mobility,
    windows: windows.map((window, i) => ({ ...window, id: places[i]!.id, area: places[i]!.area })),
  };
}
