import { type DayRecord, EventKind } from '../hall/record';
import { Activity, type Timeline } from '../hall/timeline';

/** Where somebody can be who waits or is served; each of several of a kind is a node. */
export const NODE_KINDS = ['waiting', 'window', 'station', 'backOffice', 'issue'] as const;
export type NodeKind = (typeof NODE_KINDS)[number];

/** Kind and index of one node: `station:2`. */
type Node = `${NodeKind}:${number}`;

/** How a node was used over a day. */
interface Stays {
  /** Stays that took time. */
  count: number;
  totalUs: number;
}

/** Node of a step of a visitor's story; null where nobody is waited for or served. */
function nodeOfStep(activity: Activity, place: number): Node | null {
  switch (activity) {
    case Activity.Waiting:
      return 'waiting:0';
    case Activity.InService:
      return `window:${place}`;
    case Activity.Queueing:
    case Activity.AtStation:
      return `station:${place}`;
    case Activity.AwaitingApproval:
      return `backOffice:${place}`;
    case Activity.AwaitingIssue:
      return 'issue:0';
    default:
      return null;
  }
}

/** First route: every visitor's own stays, from the stories that the hall shows. */
export function staysOf(timeline: Timeline): Map<Node, Stays> {
  const nodes = new Map<Node, Stays>();
  for (let visitor = 0; visitor < timeline.visitors; visitor++) {
    let last: Node | null = null;
    for (const { startUs, endUs, activity, place } of timeline.story(visitor)) {
      const node = nodeOfStep(activity, place);
      if (node) {
        const stays = nodes.get(node) ?? { count: 0, totalUs: 0 };
        if (node !== last) stays.count++;
        stays.totalUs += endUs - startUs;
        nodes.set(node, stays);
      }
      last = node;
    }
  }
  return nodes;
}

/** Node that an event takes its visitor to, null for none, undefined where it moves nobody. */
function nodeAfter(kind: EventKind, place: number): Node | null | undefined {
  switch (kind) {
    case EventKind.StationJoin:
    case EventKind.StationStart:
      return `station:${place}`;
    case EventKind.Ticket:
    case EventKind.Redirect:
      return 'waiting:0';
    case EventKind.ServiceStart:
      return `window:${place}`;
    case EventKind.CaseSubmit:
      return `backOffice:${place}`;
    case EventKind.ApprovalEnd:
      return 'issue:0';
    case EventKind.StationEnd:
    case EventKind.Call:
    case EventKind.ServiceEnd:
    case EventKind.Abandon:
    case EventKind.TurnBack:
    case EventKind.Leave:
      return null;
    default:
      return undefined;
  }
}

/**
 * Second route: the number at each node as it changes with the record's events, integrated over
 * time from `fromUs` to `toUs`; person-µs by node.
 */
export function integralsOf(record: DayRecord, fromUs: number, toUs: number): Map<Node, number> {
  const { length, timeUs, kind, visitor, place } = record.events;
  const where = new Map<number, Node>();
  const present = new Map<Node, { number: number; sinceUs: number; areaUs: number }>();
  const change = (node: Node, step: number, atUs: number) => {
    const now = Math.min(Math.max(atUs, fromUs), toUs);
    const at = present.get(node) ?? { number: 0, sinceUs: fromUs, areaUs: 0 };
    at.areaUs += at.number * (now - at.sinceUs);
    at.number += step;
    at.sinceUs = now;
    present.set(node, at);
  };
  for (let i = 0; i < length; i++) {
    const who = visitor[i]!;
    const to = who < 0 ? undefined : nodeAfter(kind[i]!, place[i]!);
    const from = where.get(who);
    if (to === undefined || to === (from ?? null)) continue;
    if (from) change(from, -1, timeUs[i]!);
    if (to) {
      change(to, 1, timeUs[i]!);
      where.set(who, to);
    } else where.delete(who);
  }
  for (const node of present.keys()) change(node, 0, toUs);
  return new Map([...present].map(([node, { areaUs }]) => [node, areaUs]));
}
