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
  /** Every window that opens at this instant is manned. */
  Manned: 8,
  StationStart: 9,
  OfficeStart: 10,
  Recall: 11,
  /** A case goes on after a survey. */
  CaseStep: 12,
  Arrival: 13,
  /** A visit that was expected: booked, a return, a collection. */
  Visit: 14,
  SessionEnd: 15,
  DutyEnd: 16,
  StationStop: 17,
  OfficeStop: 18,
  PatienceEnd: 19,
} as const;
