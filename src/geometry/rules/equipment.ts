import type { FloorPlan } from '../../scenarios/floorplan';
import { bothLanguages } from '../../scenarios/text';
import { grossAreaM2 } from '../area';
import { squareMetres } from '../checks/say';
import type { Finding } from './finding';

/** Windows that the notice asks for. */
export const NOTICE_WINDOWS = { comprehensive: 8, department: 5 } as const;

/** The gross floor area against what the plan has to reach. */
export function areaRule(plan: FloorPlan): Finding[] {
  const measured = grossAreaM2(plan);
  const required = plan.minimumAreaM2;
  if (measured >= required - 1e-9) return [];
  return [
    {
      rule: 'area',
      path: 'outline',
      measured,
      required,
      message: {
        zh: `建筑面积 ${squareMetres(measured)}，少于 ${required} m²`,
        en: `The gross floor area is ${squareMetres(measured)}, less than ${required} m²`,
      },
      remedy: {
        zh: `再扩大 ${squareMetres(required - measured)}`,
        en: `Enlarge the outline by ${squareMetres(required - measured)}`,
      },
    },
  ];
}

/** Eight comprehensive and five department windows at least. */
export function windowRule(plan: FloorPlan): Finding[] {
  const asked = [
    ['comprehensive', '综合窗口', 'comprehensive windows'],
    ['department', '部门窗口', 'department windows'],
  ] as const;
  return asked.flatMap(([area, zh, en]): Finding[] => {
    const required = NOTICE_WINDOWS[area];
    const measured = plan.windows.filter((window) => window.area === area).length;
    if (measured >= required) return [];
    return [
      {
        rule: 'windows',
        path: 'windows',
        measured,
        required,
        message: {
          zh: `只有 ${measured} 个${zh}，应有 ${required} 个`,
          en: `There are ${measured} ${en}; ${required} are asked for`,
        },
        remedy: {
          zh: `增加 ${required - measured} 个${zh}`,
          en: `Add ${required - measured} ${en}`,
        },
      },
    ];
  });
}

/** Where marriages are not registered, no window or sign may promise it. */
export function marriageRule(plan: FloorPlan): Finding[] {
  const promises = (text: FloorPlan['name']): boolean =>
    Object.values(bothLanguages(text)).some((words) =>
      /婚姻|结婚|婚登|marriage|wedding/i.test(words),
    );
  const found = (path: string): Finding => ({
    rule: 'marriage',
    path,
    message: {
      zh: '这里写着婚姻登记，而该大厅不办婚姻登记',
      en: 'This names marriage registration, which this hall does not offer',
    },
    remedy: { zh: '改名或取消', en: 'Rename it, or take it away' },
  });
  return [
    ...plan.windows.flatMap((w, i) => (promises(w.name) ? [found(`windows[${i}].name`)] : [])),
    ...plan.signs.flatMap((s, i) => (promises(s.text) ? [found(`signs[${i}].text`)] : [])),
  ];
}

/** A display and a pickup of its own at every window. */
export function equipmentRule(plan: FloorPlan): Finding[] {
  const pickups = new Set(plan.pickups.map((one) => one.window));
  const displays = new Set(plan.displays.map((one) => one.window));
  const lacks = (
    rule: 'pickup' | 'display',
    { number }: FloorPlan['windows'][number],
    i: number,
    zh: string,
    en: string,
  ): Finding => ({
    rule,
    path: `windows[${i}]`,
    message: {
      zh: `${number} 号窗口没有自己的${zh}`,
      en: `Window ${number} has no ${en} of its own`,
    },
    remedy: {
      zh: `给 ${number} 号窗口装一个${zh}`,
      en: `Give window ${number} a ${en}`,
    },
  });
  return plan.windows.flatMap((window, i) => [
    ...(pickups.has(window.id) ? [] : [lacks('pickup', window, i, '拾音器', 'pickup')]),
    ...(displays.has(window.id) ? [] : [lacks('display', window, i, '显示屏', 'display')]),
  ]);
}

/** The kinds of signs that the notice names. */
const NOTICE_SIGNS = [
  ['entrance', '入口标识', 'sign at the entrance'],
  ['floorMap', '平面图', 'floor map'],
  ['zone', '分区标识', 'sign of a zone'],
  ['noSmoking', '禁烟标识', 'no-smoking sign'],
  ['emergencyExit', '安全出口标识', 'emergency exit sign'],
] as const;

/** A sign of every kind that the notice names. */
export function signRule(plan: FloorPlan): Finding[] {
  return NOTICE_SIGNS.flatMap(([kind, zh, en]): Finding[] =>
    plan.signs.some((sign) => sign.kind === kind)
      ? []
      : [
          {
            rule: 'signs',
            path: 'signs',
            message: { zh: `没有${zh}`, en: `There is no ${en}` },
            remedy: { zh: `加上${zh}`, en: `Put up a ${en}` },
          },
        ],
  );
}
