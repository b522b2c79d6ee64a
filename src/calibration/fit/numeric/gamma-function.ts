import jstat from 'jstat';

/**
 * Regularised incomplete gamma function x ↦ P(a, x), the distribution function of a gamma variable
 * of shape a and scale 1: the power series below a + 1, the continued fraction (by Lentz) above.
 * Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 6.5.29 and 6.5.31.
 */
export function gammaProbability(a: number): (x: number) => number {
  const norm = jstat.gammaln(a);
  return (x) => {
    if (!(x > 0)) return 0;
    if (x === Number.POSITIVE_INFINITY) return 1;
    const front = Math.exp(a * Math.log(x) - x - norm);
    return x < a + 1 ? Math.min(1, front * series(a, x)) : Math.max(0, 1 - front * fraction(a, x));
  };
}

function series(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < 2000 && term > sum * 1e-13; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

function fraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let n = 1; n < 2000; n++) {
    const an = -n * (n - a);
    b += 2;
    d = 1 / (an * d + b || 1e-300);
    c = b + an / c || 1e-300;
    const step = c * d;
    h *= step;
    if (Math.abs(step - 1) < 1e-13) break;
  }
  return h;
}
