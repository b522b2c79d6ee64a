/**
 * What is left of a duration that has lasted a while: the distribution of X − age, given X > age,
 * for every family. By inversion of one uniform (of one for the component and one more for a
 * mixture), so that the same uniform means a like draw for every age.
 */
import jstat from 'jstat';
import type { Distribution } from '../../scenarios/distribution';
import { numberOf } from '../../scenarios/provenance';
import { compileDistribution, type Sampler } from './distributions';
import { upperGamma, upperGammaQuantile } from './incomplete-gamma';
import { normalProbability, normalQuantile } from './normal';
import type { Stream } from './streams';

/** What is left of a duration. */
export interface Residual extends Sampler {
  /** It has lasted longer than it ever can by its distribution: an exponential of the same mean takes its place. */
  readonly overdue: boolean;
  /** Probability that it lasts so long at all. */
  readonly survival: number;
}

/** A duration that has lasted a while, by its probability of that and the moments of what is left. */
interface Conditional {
  /** P(X > age). */
  readonly survival: number;
  /** E(X | X > age) and E(X² | X > age). */
  readonly first: number;
  readonly second: number;
  /** X given X > age. */
  sample(stream: Stream): number;
}

/**
 * What is left of a duration, in seconds, when it has lasted `ageS`. Before its beginning (age 0)
 * it is the distribution itself, without the part that takes no time.
 *
 * @throws RangeError if the age is not a number of at least 0, or as `compileDistribution` does
 */
export function residualOf(d: Distribution, ageS: number): Residual {
  if (!(ageS >= 0 && Number.isFinite(ageS)))
    throw new RangeError(`an age of ${ageS} s is not a number of at least 0`);
  const whole = compileDistribution(d);
  const given = conditionalOf(d, ageS);
  if (!(given.survival > 0)) return overdueOf(whole.mean);
  return {
    overdue: false,
    survival: given.survival,
    mean: given.first - ageS,
    variance: Math.max(0, given.second - given.first * given.first),
    sample: (stream) => Math.max(0, given.sample(stream) - ageS),
  };
}

/** Nothing is known any more of how long it will last: memoryless, with the mean of the whole. */
function overdueOf(mean: number): Residual {
  return {
    overdue: true,
    survival: 0,
    mean,
    variance: mean * mean,
    sample: (stream) => -mean * Math.log(stream.uniform()),
  };
}

const NEVER: Conditional = { survival: 0, first: 0, second: 0, sample: () => 0 };

function conditionalOf(d: Distribution, age: number): Conditional {
  switch (d.dist) {
    case 'deterministic':
      return fixedOf([numberOf(d.valueS)], age);
    case 'exponential': {
      const mean = numberOf(d.meanS);
      return {
        survival: Math.exp(-age / mean),
        first: age + mean,
        second: age * age + 2 * age * mean + 2 * mean * mean,
        sample: (stream) => age - mean * Math.log(stream.uniform()),
      };
    }
    case 'erlang':
      return gammaOf(numberOf(d.stages), numberOf(d.meanS) / numberOf(d.stages), age);
    case 'gamma': {
      const cv = numberOf(d.cv);
      return gammaOf(1 / (cv * cv), numberOf(d.meanS) * cv * cv, age);
    }
    case 'lognormal':
      return lognormalOf(numberOf(d.meanS), numberOf(d.cv), age);
    case 'weibull':
      return weibullOf(numberOf(d.shape), numberOf(d.scaleS), age);
    case 'uniform':
      return uniformOf(numberOf(d.minS), numberOf(d.maxS), age);
    case 'triangular':
      return triangularOf(numberOf(d.minS), numberOf(d.modeS), numberOf(d.maxS), age);
    case 'empirical':
      return fixedOf(d.valuesS, age);
    case 'mixture':
      return mixtureOf(
        d.components.map(({ probability, of }) => ({
          probability,
          part: conditionalOf(of, age),
        })),
      );
  }
}

/** Each value is as likely as the others; those that have passed are out. */
function fixedOf(values: readonly number[], age: number): Conditional {
  const left = age === 0 ? values : values.filter((value) => value > age);
  if (left.length === 0) return NEVER;
  const mean = (of: (value: number) => number) =>
    left.reduce((sum, value) => sum + of(value), 0) / left.length;
  return {
    survival: left.length / values.length,
    first: mean((value) => value),
    second: mean((value) => value * value),
    sample: (stream) => left[Math.floor(stream.uniform() * left.length)]!,
  };
}

/** Partial moments of a gamma variable are survivals of others: E(Xʳ; X > a) = θʳ Γ(k+r)/Γ(k) Q(k+r, a/θ). */
function gammaOf(shape: number, scale: number, age: number): Conditional {
  const x = age / scale;
  const survival = upperGamma(shape, x);
  return {
    survival,
    first: (scale * shape * upperGamma(shape + 1, x)) / survival,
    second: (scale * scale * shape * (shape + 1) * upperGamma(shape + 2, x)) / survival,
    sample: (stream) => scale * upperGammaQuantile(shape, stream.uniform() * survival, x),
  };
}

/** E(Xʳ; X > a) = exp(rμ + r²σ²/2) Φ(rσ − z), with z = (ln a − μ)/σ. */
function lognormalOf(mean: number, cv: number, age: number): Conditional {
  const sigma = Math.sqrt(Math.log1p(cv * cv));
  const mu = Math.log(mean) - 0.5 * sigma * sigma;
  const z = age > 0 ? (Math.log(age) - mu) / sigma : Number.NEGATIVE_INFINITY;
  const above = (shift: number) => (age > 0 ? normalProbability(shift - z) : 1);
  const survival = above(0);
  return {
    survival,
    first: (mean * above(sigma)) / survival,
    second: (mean * mean * (1 + cv * cv) * above(2 * sigma)) / survival,
    sample: (stream) => Math.exp(mu - sigma * normalQuantile(stream.uniform() * survival)),
  };
}

/** With t = (x/λ)ᵏ a unit exponential: E(Xʳ; X > a) = λʳ Γ(1 + r/k) Q(1 + r/k, (a/λ)ᵏ). */
function weibullOf(shape: number, scale: number, age: number): Conditional {
  const t = (age / scale) ** shape;
  const survival = Math.exp(-t);
  const moment = (r: number) =>
    (scale ** r * Math.exp(jstat.gammaln(1 + r / shape)) * upperGamma(1 + r / shape, t)) / survival;
  return {
    survival,
    first: moment(1),
    second: moment(2),
    sample: (stream) => scale * (t - Math.log(stream.uniform())) ** (1 / shape),
  };
}

function uniformOf(min: number, max: number, age: number): Conditional {
  const low = Math.max(min, age);
  if (low > max || (low === max && age > 0)) return NEVER;
  return {
    survival: max > min ? (max - low) / (max - min) : 1,
    first: (low + max) / 2,
    second: (low * low + low * max + max * max) / 3,
    sample: (stream) => low + (max - low) * stream.uniform(),
  };
}

/** The tail as the difference of two triangles; moments are integrals of polynomials. */
function triangularOf(min: number, mode: number, max: number, age: number): Conditional {
  if (age >= max && age > 0) return NEVER;
  if (max === min) return fixedOf([min], age);
  const width = max - min;
  const rise = mode - min;
  const fall = max - mode;
  const low = Math.max(min, age);
  /** ∫ xʳ f(x) dx over [from, to] on the rising side, and on the falling one. */
  const rising = (r: number, from: number, to: number) =>
    rise === 0 ? 0 : (2 / (width * rise)) * (power(r + 1, from, to) - min * power(r, from, to));
  const falling = (r: number, from: number, to: number) =>
    fall === 0 ? 0 : (2 / (width * fall)) * (max * power(r, from, to) - power(r + 1, from, to));
  const moment = (r: number) =>
    (low < mode ? rising(r, low, mode) : 0) + falling(r, Math.max(low, mode), max);
  const survival = moment(0);
  return {
    survival,
    first: moment(1) / survival,
    second: moment(2) / survival,
    sample: (stream) => {
      const above = stream.uniform() * survival;
      return above < fall / width
        ? max - Math.sqrt(above * width * fall)
        : min + Math.sqrt((1 - above) * width * rise);
    },
  };
}

/** ∫ xʳ dx over [from, to]. */
function power(r: number, from: number, to: number): number {
  return (to ** (r + 1) - from ** (r + 1)) / (r + 1);
}

/** The components that could have lasted so long, each the likelier the more often it does. */
function mixtureOf(
  components: readonly { readonly probability: number; readonly part: Conditional }[],
): Conditional {
  const weights = components.map(({ probability, part }) => probability * part.survival);
  const survival = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(survival > 0)) return NEVER;
  const mean = (of: (part: Conditional) => number) =>
    components.reduce(
      (sum, { part }, i) => (weights[i]! > 0 ? sum + (weights[i]! / survival) * of(part) : sum),
      0,
    );
  const last = weights.findLastIndex((weight) => weight > 0);
  return {
    survival,
    first: mean((part) => part.first),
    second: mean((part) => part.second),
    sample: (stream) => {
      let left = stream.uniform() * survival;
      let i = 0;
      while (i < last && left >= weights[i]!) left -= weights[i++]!;
      return components[i]!.part.sample(stream);
    },
  };
}

/** What is left by age, made once for each: a thousand runs take up the same hall. */
export function residuals(): (d: Distribution, ageS: number) => Residual {
  const known = new Map<Distribution, Map<number, Residual>>();
  return (d, ageS) => {
    let ofD = known.get(d);
    if (!ofD) {
      ofD = new Map();
      known.set(d, ofD);
    }
    let residual = ofD.get(ageS);
    if (!residual) {
      residual = residualOf(d, ageS);
      ofD.set(ageS, residual);
    }
    return residual;
  };
}
