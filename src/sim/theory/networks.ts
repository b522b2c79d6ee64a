import { mmc } from './erlang';
import { inverse } from './linear';

/** A station of a network: exponential service, in order of arrival. */
export interface JacksonNode {
  readonly servers: number;
  readonly serviceRate: number;
  /** Poisson arrivals from outside. */
  readonly arrivalRate: number;
  /** Probability of going on to each node after service; what lacks to one leaves. */
  readonly onward: readonly number[];
}

/** The stationary figures of one node. */
export interface JacksonFigures {
  /** Of all who come, from outside and from nodes. */
  readonly arrivalRate: number;
  /** Mean wait, each visit to the node. */
  readonly waitMean: number;
  /** Mean wait and service, each visit to the node. */
  readonly sojournMean: number;
}

/**
 * An open network of queues, each of which behaves as M/M/c at the rate of all who come to it.
 * Throws RangeError if a node cannot keep up or nobody would ever leave.
 * Source: Jackson, Networks of waiting lines, Operations Research 5 (1957) 518–521.
 */
export function jackson(nodes: readonly JacksonNode[]): JacksonFigures[] {
  // γ = λ (I − P)⁻¹ for the row λ of outside arrivals.
  const visits = inverse(nodes.map((node, i) => nodes.map((_, j) => +(i === j) - node.onward[j]!)));
  return nodes.map((node, j) => {
    const arrivalRate = nodes.reduce((sum, from, i) => sum + from.arrivalRate * visits[i]![j]!, 0);
    const { waitMean, timeInSystemMean } = mmc(arrivalRate, node.serviceRate, node.servers);
    return { arrivalRate, waitMean, sojournMean: timeInSystemMean };
  });
}
