import { checkPlacement } from '../geometry/checks/placement';
import { checkReachability } from '../geometry/checks/reachability';
import { checkStructure } from '../geometry/checks/structure';
import { createNavigator, type Navigator } from '../geometry/navigator';
import { RULES } from '../geometry/rules/catalogue';
import { type Emptying, emptying } from '../geometry/rules/emptying';
import {
  areaRule,
  equipmentRule,
  marriageRule,
  signRule,
  windowRule,
} from '../geometry/rules/equipment';

import { exitRule } from '../geometry/rules/exits';
import { type Finding, RULE_IDS, type RuleId } from '../geometry/rules/finding';
import { lowSections, passages } from '../geometry/rules/passages';
import { queueRule, seatRule } from '../geometry/rules/waiting';
import { direction } from '../geometry/vector';
import type { FloorPlan, Point } from '../scenarios/floorplan';
import type { Problem } from '../scenarios/problem';
import { bothLanguages } from '../scenarios/text';
import { inspect } from './inspect/inspect';
import { BODY_SIZES } from './space/people';
import { type Sight, sightOf } from './space/sight';

/** What stands about a hall beside its plan. */
export interface HallFacts {
  /** Whether marriages are registered there; absent: which hall it is was not said. */
  readonly marriageRegistration?: boolean;
}

/**
 * How a rule came out; `unknown` where the drawing has to be mended first, `unasked` where it
 * depends on which hall it is and that was not said.
 */
export type Outcome = 'kept' | 'broken' | 'unknown' | 'unasked';

/** A hall held against every rule. */
export interface HallCheck {
  /** Whether every rule that has to be kept is kept. */
  readonly passes: boolean;
  readonly rules: readonly {
    readonly id: RuleId;
    readonly outcome: Outcome;
    readonly findings: readonly Finding[];
  }[];
  /** Null where the drawing has to be mended first. */
  readonly emptying: Emptying | null;
}

/** Rules that can be answered from a drawing that does not hold together. */
const OF_THE_LIST: readonly RuleId[] = [
  'drawing',
  'area',
  'windows',
  'marriage',
  'lowSection',
  'pickup',
  'display',
  'signs',
  'seats',
];

/**
 * A plan against the rules for halls. Ways, views and cameras are only looked at where the drawing
 * itself holds together. A hall takes some tenths of a second.
 */
export function checkHall(plan: FloorPlan, facts: HallFacts = {}): HallCheck {
  const drawing = [...checkStructure(plan), ...checkPlacement(plan)];
  const found: Finding[] = [
    ...drawing.map(broken('drawing')),
    ...areaRule(plan),
    ...windowRule(plan),
    ...(facts.marriageRegistration === false ? marriageRule(plan) : []),
    ...lowSections(plan),
    ...equipmentRule(plan),
    ...signRule(plan),
    ...seatRule(plan),
  ];
  const holds = drawing.length === 0;
  let ways: Navigator | null = null;
  if (holds) {
    ways = createNavigator(plan);
    found.push(
      ...checkReachability(plan).map(broken('reach')),
      ...exitRule(plan, ways),
      ...passages(plan),
      ...cameraRule(plan),
      ...signSeenRule(plan, ways),
      ...queueRule(plan, ways),
    );
  }
  const rules = RULE_IDS.map((id) => {
    const findings = found.filter((finding) => finding.rule === id);
    const known = holds || OF_THE_LIST.includes(id);
    const asked = id !== 'marriage' || facts.marriageRegistration !== undefined;
    return { id, outcome: outcomeOf(findings, known, asked), findings };
  });
  return {
    passes: rules.every(
      ({ id, outcome }) =>
        outcome === 'kept' || outcome === 'unasked' || RULES[id].severity === 'advice',
    ),
    rules,
    emptying: ways && emptying(plan, ways),
  };
}

function outcomeOf(findings: readonly Finding[], known: boolean, asked: boolean): Outcome {
  if (findings.length > 0) return 'broken';
  if (!known) return 'unknown';
  return asked ? 'kept' : 'unasked';
}

function broken(rule: 'drawing' | 'reach'): (problem: Problem) => Finding {
  return ({ path, message, remedy }) => ({ rule, path, message, remedy });
}

/** Every window has to be clearly monitored, by the default profile. */
function cameraRule(plan: FloorPlan): Finding[] {
  const { windows } = inspect(plan);
  return windows.flatMap(({ verdict }, i): Finding[] => {
    if (verdict === 'clear') return [];
    const { number } = plan.windows[i]!;
    return [
      {
        rule: 'camera',
        path: `windows[${i}]`,
        message:
          verdict === 'no'
            ? { zh: `没有摄像机看得清 ${number} 号窗口`, en: `No camera shows window ${number}` }
            : {
                zh: `${number} 号窗口看得不够清楚`,
                en: `Window ${number} is not shown clearly`,
              },
        remedy: {
          zh: '到“监控”页看原因，并求最少的摄像机',
          en: 'See why on the cameras page, and let it find the fewest cameras',
        },
      },
    ];
  });
}

/** Widest angle from a sign's front at which it is read. */
const SIGN_DEG = 60;
/** Eyes are looked for this far before a sign, so that its own board does not hide it, metres. */
const BEFORE_SIGN_M = 0.06;

/** Every sign has to be seen from a place where people come in, wait or are served. */
function signSeenRule(plan: FloorPlan, ways: Navigator): Finding[] {
  const sight = sightOf(plan);
  const inside = [
    ways.entrance,
    ...ways.stations.flatMap(({ spots }) => spots),
    ...ways.windows.values(),
    ...ways.seats,
    ...ways.standing,
  ].map((place) => ways.places[place]!.at);
  const outside = ways.outside.map((place) => ways.places[place]!.at);
  return plan.signs.flatMap((sign, i): Finding[] => {
    if ([...inside, ...outside].some((from) => seen(sight, sign, from))) return [];
    return [
      {
        rule: 'signSeen',
        path: `signs[${i}]`,
        message: {
          zh: `标识“${bothLanguages(sign.text).zh}”从哪里都看不见`,
          en: `The sign "${bothLanguages(sign.text).en}" is seen from nowhere`,
        },
        remedy: {
          zh: '转向人来的方向，或移开挡住它的东西',
          en: 'Turn it to where people come from, or clear what hides it',
        },
      },
    ];
  });
}

function seen(sight: Sight, sign: FloorPlan['signs'][number], from: Point): boolean {
  const [fx, fy] = direction(sign.facingDeg);
  const x = sign.at[0] + fx * BEFORE_SIGN_M;
  const y = sign.at[1] + fy * BEFORE_SIGN_M;
  const away = Math.hypot(from[0] - x, from[1] - y);
  const front = (from[0] - x) * fx + (from[1] - y) * fy;
  if (front < away * Math.cos((SIGN_DEG * Math.PI) / 180)) return false;
  const eyeM = BODY_SIZES.standing.faceM;
  return sight.blocker(from[0], from[1], eyeM, x, y, sign.heightM) < 0;
}
