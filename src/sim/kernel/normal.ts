/** Density of the standard normal distribution. */
export function normalDensity(z: number): number {
  return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
}

/**
 * Φ(z), the probability that a standard normal is at most z, to about 1e-15 of itself in the
 * lower tail: Taylor's series about 0 near it, Laplace's continued fraction further out.
 * Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.11 and 26.2.14.
 */
export function normalProbability(z: number): number {
  const distance = Math.abs(z);
  if (distance < 2) {
    let term = z;
    let sum = z;
    for (let n = 3; Math.abs(term) > 1e-17; n += 2) {
      term *= (z * z) / n;
      sum += term;
    }
    return 0.5 + normalDensity(z) * sum;
  }
  let fraction = distance;
  for (let n = 120; n >= 1; n--) fraction = distance + n / fraction;
  const tail = normalDensity(z) / fraction;
  return z < 0 ? tail : 1 - tail;
}

// AS 241's coefficients, the highest power first: numerator and denominator about the middle,
// on the shoulders, and in the far tails.
const MIDDLE = [
  2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
  1971.5909503065513, 133.14166789178438, 3.3871328727963665,
];
const MIDDLE_BELOW = [
  5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
  687.1870074920579, 42.31333070160091, 1,
];
const SHOULDER = [
  7.745450142783414e-4, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684,
  3.6478483247632045, 5.769497221460691, 4.630337846156546, 1.4234371107496835,
];
const SHOULDER_BELOW = [
  1.0507500716444169e-9, 5.475938084995345e-4, 0.015198666563616457, 0.14810397642748008,
  0.6897673349851, 1.6763848301838038, 2.053191626637759, 1,
];
const TAIL = [
  2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124,
  0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103,
];
const TAIL_BELOW = [
  2.0442631033899397e-15, 1.4215117583164459e-7, 1.8463183175100548e-5, 7.868691311456133e-4,
  0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1,
];

function polynomial(c: readonly number[], x: number): number {
  // Written out: a loop would take twice the time.
  return (
    ((((((c[0]! * x + c[1]!) * x + c[2]!) * x + c[3]!) * x + c[4]!) * x + c[5]!) * x + c[6]!) * x +
    c[7]!
  );
}

/**
 * The z with Φ(z) = p, for p inside (0, 1), to about 1e-16 of itself.
 * Source: Wichura, Algorithm AS 241 (PPND16), Applied Statistics 37 (1988) 477–484.
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * polynomial(MIDDLE, r)) / polynomial(MIDDLE_BELOW, r);
  }
  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p));
  const z =
    r <= 5
      ? polynomial(SHOULDER, r - 1.6) / polynomial(SHOULDER_BELOW, r - 1.6)
      : polynomial(TAIL, r - 5) / polynomial(TAIL_BELOW, r - 5);
  return q < 0 ? -z : z;
}
