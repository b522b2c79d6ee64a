import { assumed, classOf, type Draft, demo, type Mechanism, mechanism } from './mechanism';

const isComprehensive = (w: Draft['windows'][number]) => w.area === 'comprehensive';

export const QUEUEING: readonly Mechanism[] = [
  mechanism({
    id: 'separate-lines',
    group: 'queueing',
    name: { zh: '各窗口分别排队', en: 'Separate lines' },
    about: {
      zh: '不统一叫号，每个窗口一条队，来人站最短的队，不换队。窗口数和来的人都一样，等候变长，而且更不均匀。',
      en: 'No common ticket: a line at every window, newcomers join the shortest and stay there. The same windows and the same people wait longer, and less evenly.',
    },
    watch: ['waitMeanS', 'waitP95S', 'withinTargetShare', 'queueMax'],
    change: (draft) => {
      draft.queueing = { kind: 'separateLines', choice: 'shortest', jockeyAt: null };
    },
  }),
  mechanism({
    id: 'jockeying',
    group: 'queueing',
    name: { zh: '换队', en: 'Changing lines' },
    about: {
      zh: '各窗口分别排队时，队尾的人看到旁边短两人以上就换过去。能换队，分队的害处小一些。',
      en: 'With separate lines, the last in a line changes to one that is shorter by two. It takes away part of the harm of separate lines.',
    },
    watch: ['waitMeanS', 'waitP95S', 'withinTargetShare'],
    setting: (draft) => {
      draft.queueing = { kind: 'separateLines', choice: 'shortest', jockeyAt: null };
    },
    change: (draft) => {
      draft.queueing = { kind: 'separateLines', choice: 'shortest', jockeyAt: 2 };
    },
  }),
  mechanism({
    id: 'skill-routing',
    group: 'queueing',
    name: { zh: '按技能叫号', en: 'Routing by skill' },
    about: {
      zh: '三个综合窗口也会办公安和税务的事：那边有三人以上在等，而综合这边还有一个窗口空着时，就去帮忙。',
      en: 'Three comprehensive windows also know the business of public security and tax: when three or more wait there and one other comprehensive window is free, they help.',
    },
    watch: ['waitMeanS', 'waitP95S', 'withinTargetShare', 'queueMax'],
    change: (draft) => {
      draft.queueing = { kind: 'bySkill', reserve: 1, helpAtWaiting: 3 };
      for (const w of draft.windows.filter(isComprehensive).slice(0, 3))
        w.helps = ['security', 'tax'];
    },
  }),
  mechanism({
    id: 'class-priority',
    group: 'queueing',
    name: { zh: '按事项优先', en: 'Priority by business' },
    about: {
      zh: '残疾人服务先于其他综合事项叫号。打开大厅看“按事项类别”：他们几乎不等；人数少，其他人看不出差别。',
      en: 'Services for disabled people are called before other pooled business. Open the hall and look at the table by business: they hardly wait; they are few, and the others notice nothing.',
    },
    watch: ['waitMeanS', 'waitP95S', 'withinTargetShare'],
    change: (draft) => {
      classOf(draft, 'disabled').priority = 1;
    },
  }),
  mechanism({
    id: 'green-first',
    group: 'queueing',
    name: { zh: '绿色通道：先叫', en: 'Green channel: first of all' },
    about: {
      zh: '绿色通道制：一成的人（孕妇、重病、退役军人等）先于其他人叫号。他们几乎不等，其余的人多等一点。',
      en: 'Green channel: one in ten (pregnant, seriously ill, veterans …) is called before everybody else. They hardly wait; the others wait a little longer.',
    },
    watch: ['waitMeanS', 'waitP50S', 'waitP95S', 'withinTargetShare'],
    change: (draft) => {
      draft.greenChannel = { share: assumed(0.1), rule: { kind: 'first' }, provenance: demo };
    },
  }),
  mechanism({
    id: 'green-credit',
    group: 'queueing',
    name: { zh: '绿色通道：抵扣等候', en: 'Green channel: waiting credit' },
    about: {
      zh: '同样的人不是一律先叫，而是按取号早十分钟计算：排得久的普通人仍会先叫到。',
      en: 'The same people are not first of all, but called as if the ticket were ten minutes older: who has waited long still comes first.',
    },
    watch: ['waitMeanS', 'waitP95S', 'withinTargetShare'],
    setting: (draft) => {
      draft.greenChannel = { share: assumed(0.1), rule: { kind: 'first' }, provenance: demo };
    },
    change: (draft) => {
      draft.greenChannel = {
        share: assumed(0.1),
        rule: { kind: 'credit', creditS: assumed(600) },
        provenance: demo,
      };
    },
  }),
  mechanism({
    id: 'no-shows',
    group: 'queueing',
    name: { zh: '过号与重叫', en: 'No-shows and recalls' },
    about: {
      zh: '一成的人第一次叫号时不在。每隔20秒重叫，最多两次，应答一半；仍不在就过号。窗口在等人的时候空转。',
      en: 'One in ten is not there at the first call. The number is called again after 20 seconds, twice at most, half are answered; then it is passed over. The window is idle meanwhile.',
    },
    watch: ['noShowShare', 'waitMeanS', 'withinTargetShare', 'served'],
    change: (draft) => {
      draft.calls = {
        noShow: assumed(0.1),
        recalls: 2,
        afterS: assumed(20),
        answers: assumed(0.5),
        passedOver: 'leaves',
        provenance: demo,
      };
    },
  }),
  mechanism({
    id: 'on-demand',
    group: 'queueing',
    name: { zh: '临时加开窗口', en: 'A window on demand' },
    about: {
      zh: '平时开六个综合窗口；等候达到六人时，五分钟内加开两个，降到一人时关闭。用少量人手削平高峰。',
      en: 'Six comprehensive windows as a rule; with six waiting two more open within five minutes, and close again at one. A little more staff takes off the peak.',
    },
    watch: ['waitMeanS', 'staffHours', 'waitP95S', 'withinTargetShare'],
    setting: (draft) => {
      for (const w of draft.windows.filter(isComprehensive).slice(6)) w.shifts = [];
    },
    change: (draft) => {
      for (const w of draft.windows.filter(isComprehensive).slice(6)) {
        delete w.shifts;
        w.onDemand = { whenWaiting: 6, untilWaiting: 1, afterS: assumed(300) };
      }
    },
  }),
  mechanism({
    id: 'doors-early',
    group: 'queueing',
    name: { zh: '提前开门', en: 'Doors before counters' },
    about: {
      zh: '大门和取号机提前半小时开，部分人来得早，坐着等窗口开。开窗时已有一厅人，早上的等候变长。',
      en: 'Doors and ticket machines open half an hour before the counters; some come earlier and wait for them. The day begins with a full hall.',
    },
    watch: ['waitMeanS', 'waitP90S', 'queueMax', 'timeInHallMeanS'],
    change: (draft) => {
      if (draft.horizon.kind === 'day') draft.horizon.doorsOpenBeforeS = assumed(1800);
      draft.demand!.profile = [
        { from: '08:30', to: '09:00', weight: 0.8 },
        ...draft.demand!.profile.map((p, i) => (i === 0 ? { ...p, weight: 0.5 } : p)),
      ];
    },
  }),
  mechanism({
    id: 'closing',
    group: 'queueing',
    name: { zh: '到点清场', en: 'Closing on the minute' },
    about: {
      zh: '到点请等候的人改日再来，与“办完厅内的人再下班”相比：省了延时，白跑的人多了。',
      en: 'At closing time those who wait are sent away, instead of serving everybody inside: no overtime, and more people who came in vain.',
    },
    watch: ['overtimeS', 'served', 'waitMeanS'],
    setting: (draft) => {
      // A late rush: somebody still waits when the hall closes.
      draft.demand!.profile = draft.demand!.profile.map((p) =>
        p.from >= '16:00' ? { ...p, weight: 1.6 } : p,
      );
    },
    change: (draft) => {
      if (draft.horizon.kind === 'day') draft.horizon.closing = 'sendAway';
    },
  }),
  mechanism({
    id: 'balking',
    group: 'queueing',
    name: { zh: '见队长而返', en: 'Balking' },
    about: {
      zh: '有人看到等候的人多就不取号：前面8人时一成，15人时三成。等候短了，是因为有人没办成。',
      en: 'Some turn back at a long queue: one in ten at 8 waiting, three in ten at 15. Waits are shorter because some were not served.',
    },
    watch: ['balkedShare', 'waitMeanS', 'served', 'waitP95S'],
    change: (draft) => {
      for (const c of draft.classes)
        c.balking = [
          { waiting: 8, share: assumed(0.1) },
          { waiting: 15, share: assumed(0.3) },
        ];
    },
  }),
  mechanism({
    id: 'capacity',
    group: 'queueing',
    name: { zh: '等候区容量', en: 'Capacity of the waiting zone' },
    about: {
      zh: '等候区最多容纳15人（如限流期间），满了请后来的人改时再来。',
      en: 'The waiting zone holds 15 people at most (as under crowd control); when it is full newcomers are turned away.',
    },
    watch: ['turnedAwayShare', 'waitMeanS', 'queueMax', 'served'],
    change: (draft) => {
      draft.waitingZone = { capacity: assumed(15), provenance: demo };
    },
  }),
  mechanism({
    id: 'patience',
    group: 'queueing',
    name: { zh: '耐心的分布', en: 'Patience as a mixture' },
    about: {
      zh: '八人中有一人一刻也不肯等，其余的人平均愿等50分钟。混合分布可以含零。',
      en: 'One in eight will not wait at all, the others bear 50 minutes on average. A mixture may hold zero.',
    },
    watch: ['abandonedShare', 'waitMeanS', 'served'],
    change: (draft) => {
      for (const c of draft.classes)
        c.patience = {
          dist: 'mixture',
          components: [
            { probability: 0.125, of: { dist: 'deterministic', valueS: 0 } },
            { probability: 0.875, of: { dist: 'exponential', meanS: 3000 } },
          ],
          provenance: demo,
        };
    },
  }),
];
