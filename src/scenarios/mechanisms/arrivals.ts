import { numberOf } from '../provenance';
import { source } from '../sources';
import {
  assumed,
  classOf,
  type Draft,
  demo,
  type Mechanism,
  mechanism,
  overDays,
} from './mechanism';

/** Of the booked places, so many are taken, and of those so many come. */
const BOOKED = 0.9;
const NO_SHOW = 0.08;

/** Moves visits of a class from walking in to booked times; the day has as many visits as before. */
function book(draft: Draft, id: string): void {
  const one = classOf(draft, id);
  const slots = [
    { from: '09:00', to: '11:30', everyS: 600, places: 1 },
    { from: '13:00', to: '16:30', everyS: 600, places: 1 },
  ];
  const places = 15 + 21;
  const expected = places * BOOKED * (1 - NO_SHOW);
  const visits = numberOf(draft.demand!.visitsPerDay);
  const left = visits - expected;
  for (const c of draft.classes)
    if (c.arrivals.kind === 'share') {
      const own = numberOf(c.arrivals.share) * visits - (c === one ? expected : 0);
      c.arrivals = { kind: 'share', share: { value: own / left, provenance: demo } };
    }
  draft.demand = { ...draft.demand!, visitsPerDay: { value: left, provenance: demo } };
  one.appointments = {
    slots,
    booked: assumed(BOOKED),
    noShow: assumed(NO_SHOW),
    punctuality: { meanS: assumed(-240), sdS: assumed(300) },
    priority: 1,
    provenance: demo,
  };
}

export const ARRIVALS: readonly Mechanism[] = [
  mechanism({
    id: 'appointments',
    group: 'arrivals',
    name: { zh: '预约', en: 'Appointments' },
    about: {
      zh: '公安窗口的一部分来访改为预约：每十分钟一个名额，提前或迟到几分钟，少数人不来，到了优先叫号。总来访量不变，早高峰被摊平。',
      en: 'Part of the visits to public security are booked: a place every ten minutes, a few minutes early or late, some do not come, and who has booked is called first. As many visits as before, the morning peak is spread.',
    },
    watch: ['waitMeanS', 'waitP90S', 'queueMax', 'withinTargetShare'],
    change: (draft) => book(draft, 'security'),
  }),
  mechanism({
    id: 'day-factor',
    group: 'arrivals',
    name: { zh: '日间起伏', en: 'Scatter of whole days' },
    about: {
      zh: '整天的来访量随机起伏：大约三分之二的日子在平均数上下三成以内。平均来访量不变，忙日多等的比闲日少等的多。',
      en: 'Whole days are busier or quieter at random: about two in three lie within three tenths of the average. As many visits on average, and busy days wait longer by more than quiet days wait less.',
    },
    watch: ['waitMeanS', 'waitP95S', 'withinTargetShare', 'overtimeS'],
    setting: (draft) => {
      overDays(draft, 20);
      draft.demand = { ...draft.demand!, dayFactorCv: assumed(0) };
    },
    change: (draft) => {
      draft.demand = { ...draft.demand!, dayFactorCv: assumed(0.3) };
    },
  }),
  mechanism({
    id: 'weekdays',
    group: 'arrivals',
    name: { zh: '星期差异', en: 'Days of the week' },
    about: {
      zh: '四周连续运行：周一来访多三成、周五少两成，其余不变。平均来访量接近，忙的日子等得久得多。',
      en: 'Four weeks in a row: three tenths more visits on Mondays, two tenths fewer on Fridays. About as many visits on average, and the busy days wait far longer.',
    },
    watch: ['waitMeanS', 'waitP95S', 'withinTargetShare', 'arrived'],
    setting: (draft) => overDays(draft, 20),
    change: (draft) => {
      draft.demand!.weekdays = [
        { days: ['mon'], factor: assumed(1.3) },
        { days: ['fri'], factor: assumed(0.8) },
      ];
    },
  }),
  mechanism({
    id: 'market-days',
    group: 'arrivals',
    name: { zh: '圩日', en: 'Market days' },
    about: {
      zh: '四周连续运行，逢农历三、八为圩日，来访是平日的一倍半。圩日效应的大小未见公开数据，为假设。',
      en: 'Four weeks in a row; days of the lunar month that end in 3 and 8 are market days with half as many visits again. Nobody published how large the effect is: it is assumed.',
    },
    watch: ['waitMeanS', 'waitP95S', 'withinTargetShare', 'overtimeS'],
    setting: (draft) => overDays(draft, 20),
    change: (draft) => {
      draft.demand!.marketDays = {
        on: { kind: 'lunar', daysOfMonth: [3, 8, 13, 18, 23, 28] },
        factor: assumed(1.5),
        provenance: demo,
      };
    },
  }),
  mechanism({
    id: 'after-holiday',
    group: 'arrivals',
    name: { zh: '节后', en: 'After a holiday' },
    about: {
      zh: '春节假期后的十个工作日。节后头几天来访约为平日的十分之一（广州2015年报道），逐日恢复；恢复的快慢为假设。',
      en: 'Ten working days after Spring Festival. In the first days visits are about a tenth of normal (Guangzhou, press 2015) and recover day by day; how fast is assumed.',
    },
    watch: ['arrived', 'waitMeanS', 'withinTargetShare'],
    setting: (draft) => {
      overDays(draft, 10);
      if (draft.horizon.kind === 'days')
        draft.horizon = { ...draft.horizon, firstDate: '2026-02-24', warmUpDays: 0 };
      draft.calendar = {
        holidays: [{ from: '2026-02-16', to: '2026-02-23' }],
        provenance: demo,
      };
    },
    change: (draft) => {
      draft.demand!.afterHoliday = {
        factors: [0.1, 0.1, 0.25, 0.5, 0.75],
        provenance: source(
          '广州2015年春节后报道：约为平日的1/10',
          'press, Guangzhou after Spring Festival 2015: about a tenth',
          'medium',
        ),
      };
    },
  }),
  mechanism({
    id: 'online',
    group: 'arrivals',
    name: { zh: '网上办', en: 'Served online' },
    about: {
      zh: '通知要求“应上尽上、全程在线”。四分之一的来访在网上办结，不再到厅。',
      en: 'The notice wants everything online that can be. A quarter of the visits are served online and never come.',
    },
    watch: ['waitMeanS', 'arrived', 'onlineShare', 'withinTargetShare'],
    change: (draft) => {
      draft.demand!.onlineShare = assumed(0.25);
    },
  }),
  mechanism({
    id: 'kiosks',
    group: 'arrivals',
    name: { zh: '自助终端', en: 'Self-service kiosks' },
    about: {
      zh: '通知配备政务服务一体机。自助办理的比例从8%提高到25%；一体机前也会排队。',
      en: 'The notice orders self-service kiosks. A quarter instead of 8 % are served there; kiosks have queues of their own.',
    },
    watch: ['waitMeanS', 'timeInHallMeanS', 'withinTargetShare'],
    change: (draft) => {
      draft.kiosk!.share = assumed(0.25);
    },
  }),
  mechanism({
    id: 'companions',
    group: 'arrivals',
    name: { zh: '同伴', en: 'Companions' },
    about: {
      zh: '三成的人有一名同伴，一成有两名。同伴占座位，不占窗口：等候时间不变，厅内人数多了。',
      en: 'Three in ten bring one companion, one in ten two. They take seats and no window: waits stay, the hall is fuller.',
    },
    watch: ['peopleMax', 'waitMeanS'],
    change: (draft) => {
      draft.companions = { byNumber: [0.6, 0.3, 0.1], provenance: demo };
    },
  }),
  mechanism({
    id: 'returns',
    group: 'arrivals',
    name: { zh: '补件再来', en: 'Return visits' },
    about: {
      zh: '四周连续运行：因缺材料被退回的人，九成在一到五个工作日内补齐再来。退回一次，窗口多办一次。',
      en: 'Four weeks in a row: nine in ten of those sent back for a missing paper come again within one to five working days. Who is sent back costs the window twice.',
    },
    watch: ['visitsPerCase', 'arrived', 'waitMeanS', 'withinTargetShare'],
    setting: (draft) => overDays(draft, 20),
    change: (draft) => {
      for (const c of draft.classes) c.returnVisit = RETURNS;
    },
  }),
];

/** Who was sent back comes again within the week. */
export const RETURNS: NonNullable<Draft['classes'][number]['returnVisit']> = {
  share: assumed(0.9),
  after: { kind: 'uniform', minDays: 1, maxDays: 5, provenance: demo },
  again: assumed(0.05),
  provenance: demo,
};
