import type { FloorPlan } from '../../scenarios/floorplan';
import type { Navigator } from '../navigator';
import type { Finding } from './finding';

/** Waiting seats for every window: 350 for 91 in Houjie town. */
export const SEATS_PER_WINDOW = 3.85;
/** People who find room in the line of a ticket machine. */
export const LINE_AT_MACHINE = 4;

/** Seats for those who wait. */
export function seatRule(plan: FloorPlan): Finding[] {
  const required = Math.ceil(plan.windows.length * SEATS_PER_WINDOW - 1e-9);
  const measured = plan.seats.length;
  if (measured >= required) return [];
  return [
    {
      rule: 'seats',
      path: 'seats',
      measured,
      required,
      message: {
        zh: `${plan.windows.length} 个窗口只有 ${measured} 个座位；按每窗口 ${SEATS_PER_WINDOW} 个应有 ${required} 个`,
        en: `${measured} seats for ${plan.windows.length} windows; at ${SEATS_PER_WINDOW} a window it would be ${required}`,
      },
      remedy: {
        zh: '能放则加座位；或用模拟结果看高峰时有多少人站着',
        en: 'Add seats where there is room, or see in the simulated day how many stand at the peak',
      },
    },
  ];
}

/** A ticket machine, and room for a line before every one. */
export function queueRule(plan: FloorPlan, { stations }: Pick<Navigator, 'stations'>): Finding[] {
  if (!stations.some(({ kind }) => kind === 'ticketMachine'))
    return [
      {
        rule: 'queueSpace',
        path: 'fixtures',
        measured: 0,
        required: 1,
        message: { zh: '没有取号机', en: 'There is no ticket machine' },
        remedy: {
          zh: '放一台取号机，机前留出排队的地方',
          en: 'Put one in, with room for a line before it',
        },
      },
    ];
  return stations.flatMap(({ id, kind, spots }): Finding[] => {
    const measured = spots.length;
    if (kind !== 'ticketMachine' || measured >= LINE_AT_MACHINE) return [];
    return [
      {
        rule: 'queueSpace',
        path: `fixtures[${plan.fixtures.findIndex((fixture) => fixture.id === id)}]`,
        measured,
        required: LINE_AT_MACHINE,
        message: {
          zh: `取号机前只排得下 ${measured} 人`,
          en: `Only ${measured} find room in the line of the ticket machine`,
        },
        remedy: {
          zh: '把取号机移到开阔处，或改变排队方向',
          en: 'Move the machine to open floor, or let the line go another way',
        },
      },
    ];
  });
}
