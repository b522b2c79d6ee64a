/**
 * Kinds of scheduled events. The number is the order of simultaneous ones: what frees something
 * comes first, then people reaching places, then opening, newcomers, closing, and patience last
 * (somebody called at the very instant at which patience ends is served).
 */
export const Due = {
  ServiceEnd: 0,
  ApprovalEnd: 1,
  StationEnd: 2,
  RatingEnd: 3,
  WalkEnd: 4,
  SessionStart: 5,
  DutyStart: 6,
  Arrival: 7,
  SessionEnd: 8,
  DutyEnd: 9,
  PatienceEnd: 10,
} as const;
