/** Throws RangeError unless the rate is a positive number. */
export function checkRate(rate: number, name: string): void {
  if (!(rate > 0 && rate < Number.POSITIVE_INFINITY))
    throw new RangeError(`${name} ${rate} is not a positive number`);
}

/** Throws RangeError unless there is a whole number of servers, at least one. */
export function checkServers(servers: number): void {
  if (!(Number.isSafeInteger(servers) && servers >= 1))
    throw new RangeError(`${servers} servers are not a whole number of at least 1`);
}

/** Throws RangeError unless the servers can keep up: load below one per server. */
export function checkStable(load: number, servers: number): void {
  if (!(load < servers))
    throw new RangeError(`a load of ${load} on ${servers} servers has no steady state`);
}
