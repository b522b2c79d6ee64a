/**
 * Kinds of scheduled events. The number is the order of simultaneous ones: a new day first, then
 * what frees something, then people reaching places, then opening, newcomers, closing, and
 * patience last (somebody called at the very instant at which patience ends is served).
 */
export const Due = {
  DayStart: -1,
  ServiceEnd: 0,
  ApprovalEnd: 1,
  StationEnd: 2,
  RatingEnd: 3,
  WalkEnd: 4,
  SessionStart: 5,
  DutyStart: 6,
  /** A clerk called in for a long queue is there. */
  OnDemandStart: 7,
  StationStart: 8,
  OfficeStart: 9,
  Recall: 10,
  /** A case goes on after a survey. */
  CaseStep: 11,
  Arrival: 12,
  /** A visit that was expected: booked, a return, a collection. */
  Visit: 13,
  SessionEnd: 14,
  DutyEnd: 15,
  StationStop: 16,
  OfficeStop: 17,
  PatienceEnd: 18,
} as const;
