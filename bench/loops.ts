/**
 * Hand-written loops that do one thing each, as a yardstick for the general process: a binary heap
 * over a Float64Array and a xoshiro128+ generator, nothing checked, nothing reusable.
 */

/** xoshiro128+ (Blackman and Vigna 2018), 32 bits a step. */
class Xoshiro {
  private readonly s = new Uint32Array(4);
  private spare = Number.NaN;

  constructor(seed: number) {
    let x = seed | 0;
    for (let i = 0; i < 4; i++) {
      // splitmix32 fills the state.
      x = (x + 0x9e3779b9) | 0;
      let z = x ^ (x >>> 16);
      z = Math.imul(z, 0x21f0aaad);
      z ^= z >>> 15;
      z = Math.imul(z, 0x735a2d97);
      this.s[i] = z ^ (z >>> 15);
    }
  }

  uniform(): number {
    const { s } = this;
    const result = (s[0]! + s[3]!) >>> 0;
    const t = s[1]! << 9;
    s[2]! ^= s[0]!;
    s[3]! ^= s[1]!;
    s[1]! ^= s[2]!;
    s[0]! ^= s[3]!;
    s[2]! ^= t;
    s[3] = (s[3]! << 11) | (s[3]! >>> 21);
    return (result + 0.5) * 2 ** -32;
  }

  exponential(mean: number): number {
    return -mean * Math.log(this.uniform());
  }

  /** Marsaglia's polar method. */
  normal(): number {
    if (!Number.isNaN(this.spare)) {
      const z = this.spare;
      this.spare = Number.NaN;
      return z;
    }
    for (;;) {
      const u = 2 * this.uniform() - 1;
      const v = 2 * this.uniform() - 1;
      const r = u * u + v * v;
      if (r >= 1 || r === 0) continue;
      const f = Math.sqrt((-2 * Math.log(r)) / r);
      this.spare = v * f;
      return u * f;
    }
  }
}

/** Times and codes, the earliest first. */
class Heap {
  private readonly time: Float64Array;
  private readonly code: Int32Array;
  size = 0;

  constructor(capacity: number) {
    this.time = new Float64Array(capacity);
    this.code = new Int32Array(capacity);
  }

  get firstTime(): number {
    return this.time[0]!;
  }

  get firstCode(): number {
    return this.code[0]!;
  }

  push(time: number, code: number): void {
    let at = this.size++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.time[parent]! <= time) break;
      this.time[at] = this.time[parent]!;
      this.code[at] = this.code[parent]!;
      at = parent;
    }
    this.time[at] = time;
    this.code[at] = code;
  }

  pop(): void {
    const last = --this.size;
    const time = this.time[last]!;
    const code = this.code[last]!;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= last) break;
      if (child + 1 < last && this.time[child + 1]! < this.time[child]!) child++;
      if (this.time[child]! >= time) break;
      this.time[at] = this.time[child]!;
      this.code[at] = this.code[child]!;
      at = child;
    }
    this.time[at] = time;
    this.code[at] = code;
  }
}

/** W1: mean wait of `customers` customers of M/M/8 at λ 7.2, μ 1. */
export function loopW1(customers: number, seed: number): number {
  const random = new Xoshiro(seed);
  const events = new Heap(16);
  const queue = new Float64Array(1 << 16);
  const mask = queue.length - 1;
  let head = 0;
  let tail = 0;
  let busy = 0;
  let came = 0;
  let waited = 0;
  let served = 0;
  events.push(random.exponential(1 / 7.2), 0);
  while (events.size > 0) {
    const now = events.firstTime;
    const arrival = events.firstCode === 0;
    events.pop();
    if (arrival) {
      if (++came < customers) events.push(now + random.exponential(1 / 7.2), 0);
      if (busy < 8) {
        busy++;
        served++;
        events.push(now + random.exponential(1), 1);
      } else queue[tail++ & mask] = now;
    } else if (head < tail) {
      waited += now - queue[head++ & mask]!;
      served++;
      events.push(now + random.exponential(1), 1);
    } else busy--;
  }
  return waited / served;
}

const RATES = [40, 70, 60, 30, 20, 45, 55, 30];
const KINDS = { arrive: 0, serve: 1, approve: 2, issue: 3, patience: 4 };

/** W2: mean waits (minutes) and share who give up, over `days` days. */
export function loopW2(days: number, seed: number): { a: number; b: number; lost: number } {
  const random = new Xoshiro(seed);
  const sigma = Math.sqrt(Math.log(1 + 0.8 * 0.8));
  const muA = Math.log(8) - (sigma * sigma) / 2;
  const muB = Math.log(12) - (sigma * sigma) / 2;
  const events = new Heap(4096);
  const arrived = new Float64Array(2048);
  const line = new Uint8Array(2048);
  const waiting = new Uint8Array(2048);
  const queues = Array.from({ length: 6 }, () => new Int32Array(2048));
  const heads = new Int32Array(6);
  const tails = new Int32Array(6);
  const free = new Int32Array(6);
  let sumA = 0;
  let nA = 0;
  let sumB = 0;
  let nB = 0;
  let lost = 0;
  let total = 0;
  const begin = (customer: number, now: number): void => {
    const queue = line[customer]!;
    waiting[customer] = 0;
    const wait = now - arrived[customer]!;
    if (queue === 0) {
      sumA += wait;
      nA++;
      events.push(now + Math.exp(muA + sigma * random.normal()), KINDS.serve + customer * 8);
    } else {
      sumB += wait;
      nB++;
      events.push(now + Math.exp(muB + sigma * random.normal()), KINDS.serve + customer * 8);
    }
  };
  for (let day = 0; day < days; day++) {
    let customers = 0;
    heads.fill(0);
    tails.fill(0);
    free.fill(1);
    free[0] = 8;
    let approvers = 4;
    let cases = 0;
    let issuing = 1;
    let ready = 0;
    let hour = 0;
    let now = 0;
    // Next arrival by thinning out hour by hour: restart at each change of rate.
    const nextArrival = (from: number): number => {
      let t = from;
      while (hour < 8) {
        t += random.exponential(60 / RATES[hour]!);
        if (t < (hour + 1) * 60) return t;
        hour++;
        t = hour * 60;
      }
      return -1;
    };
    const first = nextArrival(0);
    if (first >= 0) events.push(first, KINDS.arrive);
    while (events.size > 0) {
      now = events.firstTime;
      const code = events.firstCode;
      events.pop();
      const customer = code >> 3;
      switch (code & 7) {
        case KINDS.arrive: {
          const next = nextArrival(now);
          if (next >= 0) events.push(next, KINDS.arrive);
          const c = customers++;
          total++;
          arrived[c] = now;
          const queue = random.uniform() < 0.7 ? 0 : 1 + Math.floor(random.uniform() * 5);
          line[c] = queue;
          if (free[queue]! > 0) {
            free[queue]!--;
            begin(c, now);
          } else {
            waiting[c] = 1;
            queues[queue]![tails[queue]!++] = c;
            events.push(now + random.exponential(60), KINDS.patience + c * 8);
          }
          break;
        }
        case KINDS.patience:
          if (waiting[customer]) {
            waiting[customer] = 0;
            arrived[customer] = -1;
            lost++;
          }
          break;
        case KINDS.serve: {
          const queue = line[customer]!;
          let next = -1;
          while (next < 0 && heads[queue]! < tails[queue]!) {
            const c = queues[queue]![heads[queue]!++]!;
            if (arrived[c]! >= 0) next = c;
          }
          if (next >= 0) begin(next, now);
          else free[queue]!++;
          if (queue === 0 && random.uniform() < 0.4) {
            if (approvers > 0) {
              approvers--;
              events.push(now + random.exponential(10), KINDS.approve);
            } else cases++;
          }
          break;
        }
        case KINDS.approve:
          if (cases > 0) {
            cases--;
            events.push(now + random.exponential(10), KINDS.approve);
          } else approvers++;
          if (issuing > 0) {
            issuing--;
            events.push(now + random.exponential(2), KINDS.issue);
          } else ready++;
          break;
        case KINDS.issue:
          if (ready > 0) {
            ready--;
            events.push(now + random.exponential(2), KINDS.issue);
          } else issuing++;
          break;
      }
    }
  }
  return { a: sumA / nA, b: sumB / nB, lost: lost / total };
}
