import { describe, expect, test } from 'vitest';
import type { ScenarioInput } from '../../../src/scenarios/scenario';
import { type DayRecord, EventKind, LeaveReason, Origin } from '../../../src/sim/hall/record';
import {
  a,
  type ClassInput,
  DAY,
  days,
  exactly,
  fixed,
  issue,
  list,
  NINE,
  reasonsOf,
  recordOf,
  timesOf,
  told,
  window,
} from './by-hand';
import { dayScenario } from './scenarios';

describe('arrivals', () => {
  test('booked times bring people exactly then, besides the others; who is unpunctual comes off time', () => {
    const appointments = {
      slots: [{ from: '09:30', to: '10:00', everyS: 600, places: 2 }],
      booked: 1,
    };
    const record = recordOf(
      dayScenario({ classes: [a({ appointments })], windows: [window('w')] }),
    );
    expect(timesOf(record, EventKind.Arrive)).toEqual([0, 1800, 1800, 2400, 2400, 3000, 3000]);
    const origins = told(record, EventKind.Origin).map(([, , , value]) => value);
    expect(origins).toEqual(Array(6).fill(Origin.Appointment));
    const early = recordOf(
      dayScenario({
        classes: [a({ appointments: { ...appointments, punctuality: { meanS: -300, sdS: 0 } } })],
        windows: [window('w')],
      }),
    );
    expect(timesOf(early, EventKind.Arrive)).toEqual([0, 1500, 1500, 2100, 2100, 2700, 2700]);
    const nobody = recordOf(
      dayScenario({
        classes: [a({ appointments: { ...appointments, noShow: 1 } })],
        windows: [window('w')],
      }),
    );
    expect(timesOf(nobody, EventKind.Arrive)).toEqual([0]);
  });

  test('companions come in, wait and leave with whom they came with', () => {
    const record = recordOf(
      dayScenario({ classes: [a()], windows: [window('w')], companions: { byNumber: [0, 0, 1] } }),
    );
    expect(timesOf(record, EventKind.Accompany)).toEqual([0, 0]);
    expect(timesOf(record, EventKind.CompanionLeave)).toEqual([60, 60]);
    expect(timesOf(record, EventKind.Leave)).toEqual([60]);
  });

  test('who is served online does not come', () => {
    const demand = {
      visitsPerDay: 200,
      profile: [{ from: '09:00', to: '12:00', weight: 1 }],
      onlineShare: 1,
    };
    const record = recordOf(
      dayScenario({
        demand,
        classes: [a({ arrivals: { kind: 'share', share: 1 } })],
        windows: [window('w')],
      }),
    );
    expect(told(record, EventKind.Arrive)).toEqual([]);
    expect(told(record, EventKind.Online).length).toBeGreaterThan(150);
  });

  test('doors open before the counters do: the first call is at nine', () => {
    const record = recordOf(
      dayScenario({
        horizon: {
          kind: 'day',
          sessions: [{ from: '09:00', to: '12:00' }],
          closing: 'serveInside',
          doorsOpenBeforeS: 600,
        },
        classes: [a({ arrivals: { kind: 'list', atS: [NINE - 300, NINE - 200] } })],
        windows: [window('w')],
      }),
    );
    expect(timesOf(record, EventKind.Ticket)).toEqual([-300, -200]);
    expect(timesOf(record, EventKind.Call)).toEqual([0, 60]);
  });
});

describe('reception', () => {
  const lacking = { outcomes: { done: 0, sentBack: 1 } };

  test('a paper check sends who lacks a paper home before any ticket', () => {
    const guideDesk = { share: 1, service: exactly(30) };
    const at = (paperCheck?: { detects: number }) =>
      recordOf(
        dayScenario({
          classes: [a(lacking)],
          windows: [window('w')],
          guideDesk: { ...guideDesk, ...(paperCheck ? { paperCheck } : {}) },
        }),
      );
    const checked = at({ detects: 1 });
    expect(told(checked, EventKind.Ticket)).toEqual([]);
    expect(timesOf(checked, EventKind.TurnBack)).toEqual([30]);
    expect(reasonsOf(checked)).toEqual([LeaveReason.SentBack]);
    expect(timesOf(at(), EventKind.Leave)).toEqual([90]);
  });

  test('who lacks a paper comes back working days later, over the weekend', () => {
    // Friday, 6 March; one working day later is Monday, the next day of the run.
    const record = recordOf(
      dayScenario({
        horizon: { ...days(2), firstDate: '2026-03-06' },
        classes: [a({ ...lacking, arrivals: list(0), returnVisit: { share: 1, after: fixed(1) } })],
        windows: [window('w')],
      }),
    );
    expect(record.header.dates).toEqual(['2026-03-06', '2026-03-09']);
    const [first, second] = told(record, EventKind.Arrive);
    expect(first![0]).toBe(0);
    expect(Math.floor((second![0]! + NINE) / DAY)).toBe(1);
    expect(told(record, EventKind.Origin)[0]!.slice(2)).toEqual([0, Origin.Return]);
    expect(reasonsOf(record)).toEqual([LeaveReason.SentBack, LeaveReason.Done]);
  });

  test('accepted with a paper missing: it is handed in two working days later', () => {
    const acceptedIncomplete = { share: 1, broughtAfter: fixed(2), handIn: exactly(10) };
    const record = recordOf(
      dayScenario({
        horizon: days(3),
        classes: [a({ outcomes: { done: 1e-12, sentBack: 1 - 1e-12 }, acceptedIncomplete })],
        windows: [window('w')],
      }),
    );
    expect(told(record, EventKind.AcceptIncomplete)).toHaveLength(1);
    expect(reasonsOf(record)).toEqual([LeaveReason.Done, LeaveReason.Done]);
    const [, back] = told(record, EventKind.Arrive);
    expect(Math.floor((back![0]! + NINE) / DAY)).toBe(2);
    const [, start] = timesOf(record, EventKind.ServiceStart);
    const [, end] = timesOf(record, EventKind.ServiceEnd);
    expect(end! - start!).toBe(10);
    const online = recordOf(
      dayScenario({
        horizon: days(3),
        classes: [
          a({
            outcomes: { done: 1e-12, sentBack: 1 - 1e-12 },
            acceptedIncomplete: { ...acceptedIncomplete, online: 1 },
          }),
        ],
        windows: [window('w')],
      }),
    );
    expect(told(online, EventKind.Arrive)).toHaveLength(1);
  });

  test('a wrong ticket: handed on with the old place, or from the end of the queue', () => {
    const at = (rule: 'firstAsked' | 'newTicket') =>
      recordOf(
        dayScenario({
          // 0 is of class a with a ticket for b; 1 … 3 of class b keep its window busy.
          classes: [
            a({ arrivals: list(0, 5) }),
            { id: 'b', name: 'b', arrivals: { kind: 'list', atS: [] }, service: exactly(60) },
          ],
          windows: [window('wa'), window('wb', { serves: ['b'] })],
          wrongTicket: { share: 1, clarify: exactly(20), rule },
        }),
      );
    const handed = at('firstAsked');
    // Cleared up at window b from 0 to 20 and from 20 to 40, served at a from 20 and from 80.
    expect(told(handed, EventKind.ServiceStart).map(([t, v, w]) => [t, v, w])).toEqual([
      [0, 0, 1],
      [20, 0, 0],
      [20, 1, 1],
      [80, 1, 0],
    ]);
    expect(told(handed, EventKind.Redirect)).toHaveLength(2);
    expect(told(handed, EventKind.Ticket)).toHaveLength(2);
    const anew = at('newTicket');
    expect(told(anew, EventKind.Redirect)).toEqual([]);
    expect(told(anew, EventKind.Ticket)).toHaveLength(4);
  });
});

describe('queueing', () => {
  const two = [window('w1'), window('w2')];

  test('separate lines: the shortest is joined; the last of a line changes to a shorter one', () => {
    const at = (jockeyAt: number | null) =>
      recordOf(
        dayScenario({
          // 0 and 1 are served at once; 2 joins line 1, 3 line 2, 4 line 1 (equal: the first).
          classes: [a({ arrivals: list(0, 1, 2, 3, 4) })],
          windows: [window('w1', { efficiency: 0.1 }), window('w2')],
          queueing: { kind: 'separateLines', choice: 'shortest', jockeyAt },
        }),
      );
    const lines = told(at(null), EventKind.LineJoin).map(([t, v, w]) => [t, v, w]);
    expect(lines).toEqual([
      [2, 2, 0],
      [3, 3, 1],
      [4, 4, 0],
    ]);
    // Window 2 takes 3 at 61; with nobody behind, 4 leaves a line of two for an empty one.
    const changes = told(at(2), EventKind.LineJoin).filter(([, , , changed]) => changed === 1);
    expect(changes.map(([t, v, w]) => [t, v, w])).toEqual([[61, 4, 1]]);
  });

  test('by skill: help comes only while more than the reserve is free', () => {
    const at = (reserve: number) =>
      recordOf(
        dayScenario({
          classes: [
            a({ arrivals: list(0, 0, 0) }),
            { id: 'b', name: 'b', arrivals: { kind: 'list', atS: [] }, service: exactly(60) },
          ],
          windows: [
            window('wa'),
            window('b1', { serves: ['b'], helps: ['a'] }),
            window('b2', { serves: ['b'], helps: ['a'] }),
          ],
          queueing: { kind: 'bySkill', reserve },
        }),
      );
    expect(timesOf(at(0), EventKind.Call)).toEqual([0, 0, 0]);
    // One of the two helpers has to stay free.
    expect(timesOf(at(1), EventKind.Call)).toEqual([0, 0, 60]);
    expect(timesOf(at(2), EventKind.Call)).toEqual([0, 60, 120]);
  });

  test('green channel: first of all, or with a waiting credit', () => {
    const at = (creditS: number) =>
      recordOf(
        dayScenario({
          classes: [
            a({ arrivals: list(0, 10, 20) }),
            { ...a({ arrivals: list(30) }), id: 'g', name: 'g', creditS },
          ],
          windows: [window('w', { serves: ['a', 'g'] })],
        }),
      );
    const order = (creditS: number) => told(at(creditS), EventKind.Call).map(([, v]) => v);
    expect(order(0)).toEqual([0, 1, 2, 3]);
    // As if the ticket were of 15: after that of 10, before that of 20.
    expect(order(15)).toEqual([0, 1, 3, 2]);
    expect(order(25)).toEqual([0, 3, 1, 2]);
  });

  test('a number that nobody answers is called again, then passed over: gone, or at the end', () => {
    const at = (passedOver: 'leaves' | 'rejoins') =>
      recordOf(
        dayScenario({
          classes: [a({ arrivals: list(0, 10, 20) })],
          windows: [window('w')],
          calls: { noShow: 1, recalls: 2, afterS: 5, answers: 0, passedOver },
        }),
      );
    // Nobody waited at 0, who is there; 1 is called at 60, again at 65 and 70, passed over at 75.
    const gone = at('leaves');
    expect(told(gone, EventKind.Call).map(([t, v]) => [t, v])).toEqual([
      [0, 0],
      [60, 1],
      [75, 2],
    ]);
    expect(timesOf(gone, EventKind.Recall)).toEqual([65, 70, 80, 85]);
    expect(reasonsOf(gone)).toEqual([
      LeaveReason.Done,
      LeaveReason.PassedOver,
      LeaveReason.PassedOver,
    ]);
    // 1 rejoins behind 2, and answers the next call.
    const again = at('rejoins');
    expect(told(again, EventKind.Call).map(([t, v]) => [t, v])).toEqual([
      [0, 0],
      [60, 1],
      [75, 2],
      [90, 1],
      [150, 2],
    ]);
    expect(reasonsOf(again)).toEqual(Array(3).fill(LeaveReason.Done));
  });

  test('another window opens for a long queue, after a delay, and closes when it is short', () => {
    const record = recordOf(
      dayScenario({
        classes: [a({ arrivals: list(0, 1, 2, 3, 4) })],
        windows: [
          window('w1'),
          window('w2', { onDemand: { whenWaiting: 3, untilWaiting: 1, afterS: 30 } }),
        ],
      }),
    );
    // Three wait at 3; the clerk is there at 33 and calls one, 60 another, 93 finds one left: closes.
    expect(told(record, EventKind.WindowOpen).map(([t, , w]) => [t, w])).toEqual([
      [0, 0],
      [33, 1],
    ]);
    expect(timesOf(record, EventKind.Call)).toEqual([0, 33, 60, 93, 120]);
  });

  test('balking: who sees so many waiting turns back', () => {
    const record = recordOf(
      dayScenario({
        classes: [a({ arrivals: list(0, 1, 2, 3), balking: [{ waiting: 2, share: 1 }] })],
        windows: [window('w')],
      }),
    );
    expect(reasonsOf(record)).toEqual([
      LeaveReason.Balked,
      LeaveReason.Done,
      LeaveReason.Done,
      LeaveReason.Done,
    ]);
  });

  test('a full waiting zone turns people away, companions counted', () => {
    const at = (byNumber: number[]) =>
      reasonsOf(
        recordOf(
          dayScenario({
            classes: [a({ arrivals: list(0, 1, 2, 3) })],
            windows: [window('w')],
            waitingZone: { capacity: 2 },
            companions: { byNumber },
          }),
        ),
      ).filter((reason) => reason === LeaveReason.Full).length;
    expect(at([1, 0])).toBe(1);
    // Each waits with a companion: one pair fills the zone.
    expect(at([0, 1])).toBe(2);
  });

  test('patience may be none at all for some', () => {
    const patience = {
      dist: 'mixture' as const,
      components: [
        { probability: 1, of: exactly(0) },
        { probability: 0, of: exactly(1e6) },
      ],
    };
    const record = recordOf(
      dayScenario({ classes: [a({ arrivals: list(0, 1), patience })], windows: [window('w')] }),
    );
    expect(timesOf(record, EventKind.Abandon)).toEqual([1]);
  });

  test('two windows take who waits longest first', () => {
    const record = recordOf(
      dayScenario({ classes: [a({ arrivals: list(0, 1, 2, 3) })], windows: two }),
    );
    expect(told(record, EventKind.Call).map(([t, v, w]) => [t, v, w])).toEqual([
      [0, 0, 0],
      [1, 1, 1],
      [60, 2, 0],
      [61, 3, 1],
    ]);
  });
});

describe('staff', () => {
  const lunchOf = (lunch: NonNullable<NonNullable<ScenarioInput['staff']>['lunch']>) =>
    recordOf(
      dayScenario({
        classes: [a({ arrivals: list(0) })],
        windows: [window('w1'), window('w2')],
        staff: { lunch },
      }),
    );
  const closed = (record: DayRecord) =>
    told(record, EventKind.WindowClose)
      .map(([t, , w]) => [t, w])
      .filter(([t]) => t! < 3 * 3600);

  test('lunch all at once, or in turns', () => {
    expect(closed(lunchOf({ kind: 'together', from: '11:00', to: '11:30' }))).toEqual([
      [7200, 0],
      [7200, 1],
    ]);
    const turns = [
      { from: '11:00', to: '11:30' },
      { from: '11:30', to: '12:00' },
    ];
    const inTurns = lunchOf({ kind: 'inTurns', turns });
    expect(closed(inTurns)).toEqual([
      [7200, 0],
      [9000, 1],
    ]);
    expect(timesOf(inTurns, EventKind.WindowOpen)).toEqual([0, 0, 9000]);
  });

  test('a service in progress when a shift ends is finished', () => {
    const record = recordOf(
      dayScenario({
        classes: [a({ arrivals: list(1790, 1791) })],
        windows: [
          window('w1', { shifts: [{ from: '09:00', to: '09:30' }] }),
          window('w2', { shifts: [{ from: '10:00', to: '12:00' }] }),
        ],
      }),
    );
    expect(told(record, EventKind.ServiceEnd).map(([t, v, w]) => [t, v, w])).toEqual([
      [1850, 0, 0],
      [3660, 1, 1],
    ]);
    expect(timesOf(record, EventKind.WindowClose)[0]).toBe(1850);
  });

  test('who is absent is covered after a delay, at the cover’s own speed, or not at all', () => {
    const at = (cover: { afterS: number; efficiency: number } | null) =>
      recordOf(
        dayScenario({
          classes: [a({ patience: exactly(3000) })],
          windows: [window('w', { absence: { share: 1, cover } })],
        }),
      );
    const covered = at({ afterS: 1200, efficiency: 0.5 });
    expect(told(covered, EventKind.WindowOpen)).toEqual([[1200, -1, 0, 1]]);
    expect(timesOf(covered, EventKind.ServiceEnd)).toEqual([1200 + 120]);
    expect(timesOf(at(null), EventKind.Abandon)).toEqual([3000]);
  });
});

describe('back office', () => {
  const office = { id: 'o', name: 'o', approvers: 1 };
  const other = { id: 'p', name: 'p', approvers: 1 };

  test('joint review in the hall: departments work at the same time, the last decides', () => {
    const record = recordOf(
      dayScenario({
        classes: [
          a({
            outcomes: {
              done: 0,
              approval: {
                share: 1,
                backOffice: 'o',
                duration: exactly(100),
                joint: [{ backOffice: 'p', duration: exactly(250) }],
                issue: exactly(20),
              },
            },
          }),
        ],
        windows: [window('w'), issue],
        backOffices: [office, other],
      }),
    );
    expect(timesOf(record, EventKind.ReviewStart)).toEqual([60]);
    expect(timesOf(record, EventKind.ReviewEnd)).toEqual([160]);
    expect(timesOf(record, EventKind.ApprovalEnd)).toEqual([310]);
    expect(timesOf(record, EventKind.Leave)).toEqual([330]);
  });

  /** One promised case on the first day, an hour's review by one department. */
  const promised = (
    changes: Partial<NonNullable<ClassInput['promisedCase']>>,
    workingDays = 4,
  ): DayRecord =>
    recordOf(
      dayScenario({
        horizon: days(workingDays),
        classes: [
          a({
            outcomes: { done: 0, promised: 1 },
            promisedCase: {
              promisedDays: 2,
              review: [{ backOffice: 'o', duration: exactly(3600) }],
              ...changes,
            },
          }),
        ],
        windows: [window('w'), issue],
        backOffices: [office, other],
      }),
    );

  test('a promised case is decided after its visitor has left, and delivered', () => {
    const record = promised({
      result: { kind: 'handedOver', delivered: 1, collectAfter: fixed(1), issue: exactly(30) },
    });
    expect(reasonsOf(record)).toEqual([LeaveReason.Promised]);
    expect(told(record, EventKind.CaseDecided)).toEqual([[3660, 0, 0, 0]]);
    expect(timesOf(record, EventKind.CaseClosed)).toEqual([3660]);
  });

  test('or it is collected on a visit of its own', () => {
    const record = promised({
      result: { kind: 'handedOver', delivered: 0, collectAfter: fixed(2), issue: exactly(30) },
    });
    const [, back] = told(record, EventKind.Arrive);
    expect(Math.floor((back![0]! + NINE) / DAY)).toBe(2);
    expect(told(record, EventKind.Origin)[0]!.slice(2)).toEqual([0, Origin.Collection]);
    expect(reasonsOf(record)).toEqual([LeaveReason.Promised, LeaveReason.Issued]);
    const [closedAt] = timesOf(record, EventKind.CaseClosed);
    expect(closedAt).toBe(timesOf(record, EventKind.ServiceEnd)[1]);
  });

  test('all departments have to agree: the one that does not refuses it', () => {
    const record = promised({
      review: [
        { backOffice: 'o', duration: exactly(600), agrees: 1 },
        { backOffice: 'p', duration: exactly(900), agrees: 0 },
      ],
      result: { kind: 'handedOver', delivered: 1, collectAfter: fixed(0), issue: exactly(30) },
    });
    // In parallel: decided with the slower one. Value 1: refused, in time.
    expect(told(record, EventKind.CaseDecided)).toEqual([[960, 0, 0, 1]]);
    expect(told(record, EventKind.CaseClosed)).toEqual([]);
  });

  test('a site survey comes first, and may make it late', () => {
    // Surveyed by the third working day after, reviewed from nine o'clock on that day.
    const record = promised({ survey: { share: 1, after: fixed(3) } });
    const [decided] = told(record, EventKind.CaseDecided);
    expect(Math.floor((decided![0]! + NINE) / DAY)).toBe(3);
    // Promised within two working days: late.
    expect(decided![3]).toBe(2);
    const inTime = promised({ promisedDays: 3, survey: { share: 1, after: fixed(3) } });
    expect(told(inTime, EventKind.CaseDecided)[0]![3]).toBe(0);
  });

  test('what is not done by closing is carried over to the next day', () => {
    // Two cases of two hours, one approver, three hours open, no case taken up outside them.
    const record = recordOf(
      dayScenario({
        horizon: days(2),
        classes: [
          a({
            arrivals: list(0, 0),
            outcomes: { done: 0, promised: 1 },
            promisedCase: {
              promisedDays: 5,
              review: [{ backOffice: 'o', duration: exactly(9000) }],
            },
          }),
        ],
        windows: [window('w1'), window('w2')],
        backOffices: [{ ...office, shifts: [{ from: '09:00', to: '11:00' }] }],
      }),
    );
    expect(timesOf(record, EventKind.CaseDecided)).toEqual([60 + 9000, DAY + 9000]);
  });
});

describe('ratings', () => {
  test('a wait over the target may lower them; low ones are followed up in time or late', () => {
    const rating = (withinDays: number, perMinuteOverTarget: number) => ({
      shares: [0, 0, 1, 0, 0] as [number, number, number, number, number],
      duration: exactly(5),
      waitEffect: { perMinuteOverTarget },
      followUp: { backOffice: 'o', duration: exactly(600), withinDays },
    });
    const at = (r: ReturnType<typeof rating>) =>
      recordOf(
        dayScenario({
          targetWaitS: 0,
          classes: [a({ arrivals: list(0, 0) })],
          windows: [window('w')],
          backOffices: [{ id: 'o', name: 'o', approvers: 1 }],
          rating: r,
        }),
      );
    // The first did not wait; the second waits 65 s, more than the minute that makes it certain.
    const record = at(rating(0, 1));
    expect(told(record, EventKind.Rate).map(([t, v, , level]) => [t, v, level])).toEqual([
      [65, 0, 2],
      [130, 1, 3],
    ]);
    expect(told(record, EventKind.FollowUpEnd)).toEqual([[730, 1, 0, 0]]);
    expect(told(at(rating(0, 0)), EventKind.FollowUpEnd)).toEqual([]);
  });
});
