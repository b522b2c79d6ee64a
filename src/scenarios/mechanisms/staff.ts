import { notice } from '../sources';
import { assumed, type Draft, demo, type Mechanism, mechanism } from './mechanism';

/** Open over noon, with fewer visits then. */
function openOverNoon(draft: Draft): void {
  if (draft.horizon.kind === 'day') draft.horizon.sessions = [{ from: '09:00', to: '17:00' }];
  const { profile } = draft.demand!;
  draft.demand!.profile = [
    ...profile.filter((p) => p.from < '12:00'),
    { from: '12:00', to: '12:30', weight: 0.5 },
    { from: '12:30', to: '13:00', weight: 0.5 },
    ...profile.filter((p) => p.from >= '13:00'),
  ];
}

export const STAFF: readonly Mechanism[] = [
  mechanism({
    id: 'lunch-turns',
    group: 'staff',
    name: { zh: '轮流午餐', en: 'Lunch in turns' },
    about: {
      zh: '大厅中午不关门。一起吃饭时12点到13点没有窗口；轮流吃饭时各区窗口分两批，始终有人。',
      en: 'The hall stays open over noon. With lunch together no window is manned from 12 to 13; in turns the windows of each area go in two groups.',
    },
    watch: ['waitMeanS', 'waitP95S', 'queueMax', 'withinTargetShare'],
    setting: (draft) => {
      openOverNoon(draft);
      draft.staff = { lunch: { kind: 'together', from: '12:00', to: '13:00', provenance: demo } };
    },
    change: (draft) => {
      draft.staff = {
        lunch: {
          kind: 'inTurns',
          turns: [
            { from: '11:30', to: '12:30' },
            { from: '12:30', to: '13:30' },
          ],
          provenance: demo,
        },
      };
    },
  }),
  mechanism({
    id: 'shifts',
    group: 'staff',
    name: { zh: '按半小时排班', en: 'Shifts by half hour' },
    about: {
      zh: '四个综合窗口只在上午和下午的高峰值守。总工时少了，等候怎样变？',
      en: 'Four comprehensive windows are manned at the peaks of morning and afternoon only. Fewer hours: what becomes of waits?',
    },
    watch: ['staffHours', 'waitMeanS', 'withinTargetShare', 'waitP95S'],
    change: (draft) => {
      for (const w of draft.windows.filter((w) => w.area === 'comprehensive').slice(4))
        w.shifts = [
          { from: '09:00', to: '11:30' },
          { from: '13:30', to: '16:00' },
        ];
    },
  }),
  mechanism({
    id: 'breaks',
    group: 'staff',
    name: { zh: '短休', en: 'Breaks' },
    about: {
      zh: '每个窗口上午、下午各休15分钟，错开进行；正在办的先办完。',
      en: 'Every window takes a quarter of an hour in the morning and in the afternoon, one after the other; a service in progress is finished first.',
    },
    watch: ['waitMeanS', 'staffHours', 'withinTargetShare'],
    change: (draft) => {
      const clock = (minutes: number) =>
        `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
      for (const [i, w] of draft.windows.entries()) {
        const at = (i % 6) * 15;
        w.breaks = [
          { from: clock(9 * 60 + 30 + at), to: clock(9 * 60 + 45 + at) },
          { from: clock(14 * 60 + at), to: clock(14 * 60 + 15 + at) },
        ];
      }
    },
  }),
  mechanism({
    id: 'cover',
    group: 'staff',
    name: { zh: '临时顶岗', en: 'Temporary cover' },
    about: {
      zh: '每名窗口人员有8%的日子缺勤。没有顶岗，窗口空一天；有顶岗（通知：须经公共服务办公室同意），半小时后到岗，效率为八成。',
      en: 'Every clerk is absent on 8 % of the days. Without cover the window stays empty; with cover (the notice: by consent of the office) somebody comes after half an hour, at four fifths of the speed.',
    },
    watch: ['waitMeanS', 'waitP95S', 'withinTargetShare', 'staffHours'],
    setting: (draft) => {
      draft.staff = { absence: { share: assumed(0.08), cover: null, provenance: demo } };
    },
    change: (draft) => {
      draft.staff = {
        absence: {
          share: assumed(0.08),
          cover: { afterS: assumed(1800), efficiency: assumed(0.8) },
          provenance: notice('临时顶岗须经同意', 'temporary cover needs consent'),
        },
      };
    },
  }),
  mechanism({
    id: 'efficiency',
    group: 'staff',
    name: { zh: '新手窗口', en: 'New clerks' },
    about: {
      zh: '三个综合窗口由新手值守，速度为熟手的七成。',
      en: 'Three comprehensive windows are manned by new clerks at seven tenths of the speed.',
    },
    watch: ['waitMeanS', 'waitP95S', 'withinTargetShare'],
    change: (draft) => {
      for (const w of draft.windows.slice(0, 3)) w.efficiency = assumed(0.7);
    },
  }),
];
