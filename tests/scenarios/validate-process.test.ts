import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../src/scenarios/read';
import { type Loose, problemsOf, saysItInBoth, scenarioDocument } from './documents';

type Case = [name: string, change: (s: Loose) => void, paths: string[]];

const brief = { dist: 'deterministic', valueS: 20 };
const days = (n: number) => ({ kind: 'fixed', days: n });
/** A promised case of the first class. */
const promise = (s: Loose, rest: Loose = {}) => {
  s.classes[0].promisedCase = {
    promisedDays: 5,
    review: [{ backOffice: 'approval', duration: brief }],
    ...rest,
  };
};
const toDays = (s: Loose) => {
  s.horizon = { ...s.horizon, kind: 'days', firstDate: '2026-03-02', workingDays: 5 };
};
const continuous = (s: Loose) => {
  delete s.demand;
  s.horizon = { kind: 'continuous', durationS: 1000 };
  for (const c of s.classes) c.arrivals = { kind: 'poisson', perHour: 1 };
};

const cases: Case[] = [
  [
    'a holiday that ends before it begins',
    (s) => (s.calendar = { holidays: [{ from: '2026-10-07', to: '2026-10-01' }] }),
    ['calendar.holidays[0].to'],
  ],
  [
    'a calendar without a working day',
    (s) => {
      toDays(s);
      s.calendar = { holidays: [{ from: '2026-01-01', to: '2099-12-31' }] };
    },
    ['calendar'],
  ],
  ['a date that does not exist', (s) => (s.horizon.date = '2026-02-30'), ['horizon.date']],
  [
    'a day of the week named twice',
    (s) => {
      toDays(s);
      s.demand.weekdays = [{ days: ['mon', 'mon'], factor: 1.2 }];
    },
    ['demand.weekdays[0].days[1]'],
  ],
  [
    'a weekday profile outside opening hours',
    (s) => {
      toDays(s);
      s.demand.weekdays = [{ days: ['mon'], profile: [{ from: '07:00', to: '08:00', weight: 1 }] }];
    },
    ['demand.weekdays[0].profile[0]'],
  ],
  [
    'a weekday profile of zeros',
    (s) => {
      toDays(s);
      s.demand.weekdays = [{ days: ['wed'], profile: [{ from: '09:00', to: '12:00', weight: 0 }] }];
    },
    ['demand.weekdays[0].profile'],
  ],
  [
    'rules of the calendar on a day without a date',
    (s) => {
      s.demand.weekdays = [{ days: ['mon'], factor: 3 }];
      s.demand.marketDays = { on: { kind: 'lunar', daysOfMonth: [3] }, factor: 2 };
      s.demand.afterHoliday = { factors: [0.5] };
    },
    ['demand.weekdays', 'demand.marketDays', 'demand.afterHoliday'],
  ],
  [
    'days that never end',
    (s) => {
      toDays(s);
      s.horizon.sessions = [
        { from: '00:00', to: '12:00' },
        { from: '13:00', to: '24:00' },
      ];
    },
    ['horizon.sessions[1].to'],
  ],
  [
    'waiting credit without tickets',
    (s) => {
      s.queueing = { kind: 'separateLines' };
      s.classes[1].creditS = 300;
      s.greenChannel = { share: 0.1, rule: { kind: 'credit', creditS: 600 } };
    },
    ['classes[1].creditS', 'greenChannel.rule'],
  ],
  [
    'a variation beyond all numbers',
    (s) => (s.classes[0].service = { dist: 'lognormal', meanS: 60, cv: 1e160 }),
    ['classes[0].service.cv'],
  ],
  [
    'a shape without moments',
    (s) => (s.classes[0].service = { dist: 'weibull', shape: 0.004, scaleS: 60 }),
    ['classes[0].service.shape'],
  ],
  [
    'arrivals by weekday on a day without a date',
    (s) => {
      delete s.demand;
      for (const c of s.classes)
        c.arrivals = {
          kind: 'poissonByInterval',
          intervals: [{ from: '09:00', to: '10:00', perHour: 3, days: ['mon'] }],
        };
      s.classes.length = 1;
      for (const w of s.windows) if (w.area !== 'issuing') w.serves = [s.classes[0].id];
    },
    ['classes[0].arrivals.intervals'],
  ],
  [
    'an appointment outside opening hours',
    (s) =>
      (s.classes[0].appointments = {
        slots: [{ from: '12:00', to: '13:00', everyS: 600, places: 1 }],
        booked: 0.5,
      }),
    ['classes[0].appointments.slots[0]'],
  ],
  [
    'a break outside opening hours',
    (s) => (s.windows[0].breaks = [{ from: '12:10', to: '12:20' }]),
    ['windows[0].breaks[0]'],
  ],
  [
    'a lunch when the hall is closed',
    (s) => (s.staff = { lunch: { kind: 'together', from: '12:00', to: '13:00' } }),
    ['staff.lunch'],
  ],
  [
    'a lunch turn that runs backwards',
    (s) =>
      (s.staff = {
        lunch: {
          kind: 'inTurns',
          turns: [
            { from: '11:00', to: '11:30' },
            { from: '11:30', to: '11:00' },
          ],
        },
      }),
    ['staff.lunch.turns[1].to'],
  ],
  [
    'guide hours outside opening hours',
    (s) => (s.guideDesk.shifts = [{ from: '08:00', to: '09:30' }]),
    ['guideDesk.shifts[0]'],
  ],
  [
    'office hours outside opening hours',
    (s) => (s.backOffices[0].shifts = [{ from: '17:00', to: '19:00' }]),
    ['backOffices[0].shifts[0]'],
  ],
  ['help with an unknown class', (s) => (s.windows[0].helps = ['helth']), ['windows[0].helps[0]']],
  [
    'thresholds that cross',
    (s) => (s.windows[0].onDemand = { whenWaiting: 3, untilWaiting: 3 }),
    ['windows[0].onDemand.untilWaiting'],
  ],
  [
    'an issuing window on demand',
    (s) => (s.windows[13].onDemand = { whenWaiting: 3, untilWaiting: 1 }),
    ['windows[13].onDemand'],
  ],
  [
    'a class that only windows on demand serve',
    (s) => (s.windows[8].onDemand = { whenWaiting: 3, untilWaiting: 1 }),
    ['classes[7].id'],
  ],
  [
    'a return that never ends',
    (s) => (s.classes[0].returnVisit = { share: 1, again: 1, after: days(1) }),
    ['classes[0].returnVisit.again'],
  ],
  [
    'returns where nobody is sent back',
    (s) => {
      s.classes[0].outcomes.done = 0.68;
      s.classes[0].outcomes.sentBack = 0;
      s.classes[0].returnVisit = { share: 0.5, after: days(1) };
    },
    ['classes[0].returnVisit'],
  ],
  [
    'papers that follow where none is missing',
    (s) => {
      s.classes[0].outcomes.done = 0.68;
      s.classes[0].outcomes.sentBack = 0;
      s.classes[0].acceptedIncomplete = { share: 0.5, broughtAfter: days(1), handIn: brief };
    },
    ['classes[0].acceptedIncomplete'],
  ],
  [
    'a case that nobody is promised',
    (s) => {
      s.classes[0].outcomes.done = 0.72;
      s.classes[0].outcomes.promised = 0;
      promise(s);
    },
    ['classes[0].promisedCase'],
  ],
  [
    'a promise shorter than the survey',
    (s) => promise(s, { promisedDays: 2, survey: { share: 0.5, after: days(3) } }),
    ['classes[0].promisedCase.promisedDays'],
  ],
  [
    'a promise shorter than the work',
    (s) =>
      promise(s, {
        promisedDays: 1,
        review: [
          { backOffice: 'approval', duration: { dist: 'deterministic', valueS: 3 * 86_400 } },
        ],
      }),
    ['classes[0].promisedCase.promisedDays'],
  ],
  [
    'a review by an office that is not there',
    (s) => promise(s, { review: [{ backOffice: 'aproval', duration: brief }] }),
    ['classes[0].promisedCase.review[0].backOffice'],
  ],
  [
    'a joint review by an office that is not there',
    (s) => (s.classes[0].outcomes.approval.joint = [{ backOffice: 'x', duration: brief }]),
    ['classes[0].outcomes.approval.joint[0].backOffice'],
  ],
  [
    'days in the wrong order',
    (s) =>
      promise(s, {
        survey: { share: 0.5, after: { kind: 'uniform', minDays: 3, maxDays: 1 } },
      }),
    ['classes[0].promisedCase.survey.after.minDays'],
  ],
  [
    'a follow-up by an office that is not there',
    (s) => (s.rating.followUp = { backOffice: 'x', duration: brief, withinDays: 15 }),
    ['rating.followUp.backOffice'],
  ],
  [
    'companions that do not sum to one',
    (s) => (s.companions = { byNumber: [0.5, 0.3] }),
    ['companions.byNumber'],
  ],
  [
    'working days in a continuous run',
    (s) => {
      continuous(s);
      s.classes[0].returnVisit = { share: 0.5, after: days(1) };
      promise(s);
    },
    ['classes[0].promisedCase', 'classes[0].returnVisit'],
  ],
  [
    'appointments in a continuous run',
    (s) => {
      continuous(s);
      s.classes[0].appointments = {
        slots: [{ from: '09:00', to: '10:00', everyS: 600, places: 1 }],
        booked: 0.5,
      };
    },
    ['classes[0].appointments.slots'],
  ],
];

describe('contradictions of the process', () => {
  it.each(cases)('%s', (_, change, paths) => {
    const document = scenarioDocument(change);
    const problems = problemsOf(() => parseScenario(document, 'x.json'));
    expect(problems.map((p) => p.path)).toEqual(paths);
    for (const problem of problems) expect(saysItInBoth(problem), problem.message.en).toBe(true);
  });

  it('opens doors before counters: demand may come that early', () => {
    const early = (s: Loose) => {
      s.demand.profile.unshift({ from: '08:30', to: '09:00', weight: 1 });
    };
    const read = (change: (s: Loose) => void) =>
      problemsOf(() => parseScenario(scenarioDocument(change), 'x.json'));
    expect(read(early).map((p) => p.path)).toEqual(['demand.profile[0]']);
    expect(
      read((s) => {
        early(s);
        s.horizon.doorsOpenBeforeS = 1800;
      }),
    ).toEqual([]);
  });
});
