import jstat from 'jstat';

/** Terms after which either expansion has long settled for any shape a scenario may hold. */
const MOST_TERMS = 10_000;
const SMALL = 1e-300;

/**
 * Q(a, x), the probability that a gamma variable of shape a and scale 1 exceeds x, to about 1e-12
 * of itself also far out: the series below a + 1, Legendre's continued fraction (by Lentz's
 * method) above. Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 6.5.29 and
 * 6.5.31.
 */
export function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1;
  const front = Math.exp(a * Math.log(x) - x - jstat.gammaln(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < MOST_TERMS && Math.abs(term) > 1e-17 * sum; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return Math.max(0, 1 - front * sum);
  }
  let b = x + 1 - a;
  let c = 1 / SMALL;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < MOST_TERMS; n++) {
    const numerator = -n * (n - a);
    b += 2;
    d = numerator * d + b;
    if (Math.abs(d) < SMALL) d = SMALL;
    c = b + numerator / c;
    if (Math.abs(c) < SMALL) c = SMALL;
    d = 1 / d;
    const step = d * c;
    fraction *= step;
    if (Math.abs(step - 1) < 1e-15) break;
  }
  return front * fraction;
}

/**
 * The x above `from` with Q(a, x) = q, for 0 < q < Q(a, from): bisection, until Newton's steps
 * stay inside.
 */
export function upperGammaQuantile(a: number, q: number, from: number): number {
  let low = from;
  let high = Math.max(2 * from, from + a + 1);
  while (upperGamma(a, high) > q) {
    low = high;
    high *= 2;
  }
  const logGamma = jstat.gammaln(a);
  let x = (low + high) / 2;
  for (let i = 0; i < 200; i++) {
    const error = upperGamma(a, x) - q;
    if (error > 0) low = x;
    else high = x;
    // The derivative of Q is less the density.
    const density = Math.exp((a - 1) * Math.log(x) - x - logGamma);
    const newton = x + error / density;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - x) <= 1e-13 * next) return next;
    x = next;
  }
  return x;
}
