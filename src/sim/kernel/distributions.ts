/**
 * Distributions, ready to draw from. Inversion of one uniform wherever there is a closed form, so
 * that the same uniform means a like draw under every setting of the parameters.
 */
import jstat from 'jstat';
import type { Distribution } from '../../scenarios/distribution';
import { numberOf } from '../../scenarios/provenance';
import { normalDensity, normalProbability, normalQuantile } from './normal';
import type { Stream } from './streams';

/** Draws of one distribution, in the unit of its parameters (seconds for durations). */
export interface Sampler {
  /** The next draw; takes as many uniforms as it needs from where the stream stands. */
  sample(stream: Stream): number;
  readonly mean: number;
  readonly variance: number;
}

/**
 * The sampler of a distribution of durations, in seconds. Throws RangeError if limits are out of
 * order, a parameter is out of its range, or the mean or the variance is too large for a number.
 */
export function compileDistribution(d: Distribution): Sampler {
  const sampler = compile(d);
  if (!Number.isFinite(sampler.mean) || !Number.isFinite(sampler.variance))
    throw new RangeError(`the ${d.dist} distribution has no finite mean and variance`);
  return sampler;
}

function compile(d: Distribution): Sampler {
  switch (d.dist) {
    case 'deterministic':
      return constant(notNegative(numberOf(d.valueS)));
    case 'exponential':
      return exponential(positive(numberOf(d.meanS)));
    case 'erlang':
      return erlang(positive(numberOf(d.meanS)), numberOf(d.stages));
    case 'gamma':
      return gamma(positive(numberOf(d.meanS)), positive(numberOf(d.cv)));
    case 'lognormal':
      return lognormal(positive(numberOf(d.meanS)), positive(numberOf(d.cv)));
    case 'weibull':
      return weibull(positive(numberOf(d.shape)), positive(numberOf(d.scaleS)));
    case 'uniform':
      return uniform(notNegative(numberOf(d.minS)), numberOf(d.maxS));
    case 'triangular':
      return triangular(notNegative(numberOf(d.minS)), numberOf(d.modeS), numberOf(d.maxS));
    case 'empirical':
      return empirical(d.valuesS);
    case 'mixture':
      return mixture(
        d.components.map((part) => part.probability),
        d.components.map((part) => compileDistribution(part.of)),
      );
  }
}

/** A random factor of mean 1 with coefficient of variation `cv` (gamma; the constant 1 for 0). */
export function gammaFactor(cv: number): Sampler {
  return notNegative(cv) === 0 ? constant(1) : gamma(1, cv);
}

/**
 * The gamma factor of mean 1 and the given shape, once `came` events have been seen where
 * `expected` were expected under a factor of 1: shape + came over shape + expected.
 */
export function gammaPosterior(shape: number, came: number, expected: number): Sampler {
  const k = positive(shape + notNegative(came));
  return gamma(k / (shape + notNegative(expected)), 1 / Math.sqrt(k));
}

/**
 * A normal that is drawn again until it falls in [min, max], by inversion; `mean` and `sd` are
 * those before truncation (sd 0: always the mean, or the limit next to it). Throws RangeError if the limits are out of order or hold no
 * probability. Moments: Johnson, Kotz, Balakrishnan, Continuous Univariate Distributions 1, 13.10.
 */
export function truncatedNormal(mean: number, sd: number, min: number, max: number): Sampler {
  ordered(min, max);
  if (min === max) return constant(min);
  if (!Number.isFinite(mean)) throw new RangeError(`the mean ${mean} is not a finite number`);
  if (sd === 0) return constant(Math.min(max, Math.max(min, mean)));
  positive(sd);
  // Probabilities are resolved best in the lower tail, so work there.
  const sign = (min - mean) / sd > 0 ? -1 : 1;
  const low = (sign > 0 ? min - mean : mean - max) / sd;
  const high = (sign > 0 ? max - mean : mean - min) / sd;
  const below = normalProbability(low);
  const within = normalProbability(high) - below;
  if (!(within > 0)) throw new RangeError(`no probability between ${min} and ${max}`);
  const shift = (normalDensity(low) - normalDensity(high)) / within;
  const bend = (low * normalDensity(low) - high * normalDensity(high)) / within;
  return {
    mean: mean + sign * sd * shift,
    variance: sd * sd * (1 + bend - shift * shift),
    sample: (stream) => {
      const z = normalQuantile(below + stream.uniform() * within);
      return Math.min(max, Math.max(min, mean + sign * sd * z));
    },
  };
}

function constant(value: number): Sampler {
  return { mean: value, variance: 0, sample: () => value };
}

function exponential(mean: number): Sampler {
  return {
    mean,
    variance: mean * mean,
    sample: (stream) => -mean * Math.log(stream.uniform()),
  };
}

/** The product of uniforms, whose logarithm is taken before it could underflow. */
function erlang(mean: number, stages: number): Sampler {
  if (!Number.isInteger(stages) || stages < 1)
    throw new RangeError(`${stages} stages are not a whole number of at least 1`);
  return {
    mean,
    variance: (mean * mean) / stages,
    sample: (stream) => {
      let logarithm = 0;
      let product = 1;
      for (let stage = 1; stage <= stages; stage++) {
        product *= stream.uniform();
        if (stage % 16 === 0) {
          logarithm += Math.log(product);
          product = 1;
        }
      }
      return (-mean / stages) * (logarithm + Math.log(product));
    },
  };
}

/**
 * Source: Marsaglia and Tsang, A simple method for generating gamma variables, ACM Transactions on
 * Mathematical Software 26 (2000) 363–372, with their U^(1/shape) for a shape under one.
 */
function gamma(mean: number, cv: number): Sampler {
  const shape = 1 / (cv * cv);
  const boosted = shape < 1 ? shape + 1 : shape;
  const d = boosted - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  const scale = mean * (shape < 1 ? d / shape : 1 - 1 / (3 * shape));
  const ratio = (stream: Stream): number => {
    for (;;) {
      const z = normalQuantile(stream.uniform());
      const u = stream.uniform();
      const root = 1 + c * z;
      if (root <= 0) continue;
      const v = root * root * root;
      if (u < 1 - 0.0331 * z * z * z * z) return v;
      if (Math.log(u) < 0.5 * z * z + d * (1 - v + Math.log(v))) return v;
    }
  };
  return {
    mean,
    variance: mean * mean * cv * cv,
    sample:
      shape < 1
        ? (stream) => scale * ratio(stream) * Math.exp(Math.log(stream.uniform()) / shape)
        : (stream) => scale * ratio(stream),
  };
}

function lognormal(mean: number, cv: number): Sampler {
  const sigma = Math.sqrt(Math.log1p(cv * cv));
  const mu = Math.log(mean) - 0.5 * sigma * sigma;
  return {
    mean,
    variance: mean * mean * cv * cv,
    sample: (stream) => Math.exp(mu + sigma * normalQuantile(stream.uniform())),
  };
}

function weibull(shape: number, scale: number): Sampler {
  const first = jstat.gammaln(1 + 1 / shape);
  const second = jstat.gammaln(1 + 2 / shape);
  const mean = scale * Math.exp(first);
  return {
    mean,
    variance: mean * mean * Math.max(0, Math.expm1(second - 2 * first)),
    sample: (stream) => scale * Math.exp(Math.log(-Math.log(stream.uniform())) / shape),
  };
}

function uniform(min: number, max: number): Sampler {
  ordered(min, max);
  const width = max - min;
  return {
    mean: min + width / 2,
    variance: (width * width) / 12,
    sample: (stream) => min + width * stream.uniform(),
  };
}

function triangular(min: number, mode: number, max: number): Sampler {
  ordered(min, mode);
  ordered(mode, max);
  if (min === max) return constant(min);
  const width = max - min;
  const rise = mode - min;
  const fall = max - mode;
  const peak = rise / width;
  return {
    mean: min + (rise + width) / 3,
    variance: (width * width - rise * fall) / 18,
    sample: (stream) => {
      const u = stream.uniform();
      return u < peak ? min + Math.sqrt(u * width * rise) : max - Math.sqrt((1 - u) * width * fall);
    },
  };
}

/** Each of the values is as likely as the others. */
function empirical(valuesS: readonly number[]): Sampler {
  if (valuesS.length === 0) throw new RangeError('an empirical distribution needs values');
  const values = Float64Array.from(valuesS, notNegative);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {
    mean,
    variance: squares / values.length,
    sample: (stream) => values[Math.floor(stream.uniform() * values.length)]!,
  };
}

/** One uniform chooses the component, which then draws its own. */
function mixture(probabilities: readonly number[], components: readonly Sampler[]): Sampler {
  let sum = 0;
  const upTo = probabilities.map((probability) => (sum += notNegative(probability)));
  if (!(Math.abs(sum - 1) <= 1e-9)) throw new RangeError(`the probabilities sum to ${sum}, not 1`);
  // What the sum lacks in its last digits falls to the last component that can occur.
  const last = components[probabilities.findLastIndex((probability) => probability > 0)]!;
  const weighted = (value: (component: Sampler) => number): number =>
    components.reduce((total, part, i) => total + (probabilities[i]! / sum) * value(part), 0);
  const mean = weighted((part) => part.mean);
  return {
    mean,
    variance: weighted((part) => part.variance + (part.mean - mean) ** 2),
    sample: (stream) => {
      const u = stream.uniform();
      let i = 0;
      while (i < upTo.length && u >= upTo[i]!) i++;
      return (components[i] ?? last).sample(stream);
    },
  };
}

function positive(value: number): number {
  if (!(value > 0 && value < Number.POSITIVE_INFINITY))
    throw new RangeError(`${value} is not a positive number`);
  return value;
}

function notNegative(value: number): number {
  if (!(value >= 0 && value < Number.POSITIVE_INFINITY))
    throw new RangeError(`${value} is not a number of at least 0`);
  return value;
}

function ordered(low: number, high: number): void {
  if (!(Number.isFinite(low) && Number.isFinite(high) && low <= high))
    throw new RangeError(`${low} and ${high} are out of order`);
}
