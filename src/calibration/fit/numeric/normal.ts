/**
 * Φ(z) to some 1e-15, without a loop: likelihoods ask for it millions of times.
 * Source: West, Better approximations to cumulative normal functions, Wilmott Magazine 9 (2005)
 * 70–76, after Hart's algorithm 5666.
 */
export function fastNormalProbability(z: number): number {
  const x = Math.abs(z);
  let tail: number;
  if (x > 37) tail = 0;
  else {
    const e = Math.exp((-x * x) / 2);
    if (x < 7.07106781186547) {
      const above =
        (((((0.0352624965998911 * x + 0.700383064443688) * x + 6.37396220353165) * x +
          33.912866078383) *
          x +
          112.079291497871) *
          x +
          221.213596169931) *
          x +
        220.206867912376;
      const below =
        ((((((0.0883883476483184 * x + 1.75566716318264) * x + 16.064177579207) * x +
          86.7807322029461) *
          x +
          296.564248779674) *
          x +
          637.333633378831) *
          x +
          793.826512519948) *
          x +
        440.413735824752;
      tail = (e * above) / below;
    } else tail = e / (x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 0.65))))) / 2.506628274631;
  }
  return z > 0 ? 1 - tail : tail;
}
