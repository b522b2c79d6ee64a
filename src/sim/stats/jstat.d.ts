/** The part of jstat that is used here; the package has no types of its own. */
declare module 'jstat' {
  interface Continuous<Parameters extends number[]> {
    /** Probability of at most x. */
    cdf(x: number, ...parameters: Parameters): number;
    /** Quantile. */
    inv(p: number, ...parameters: Parameters): number;
  }
  const jstat: {
    readonly studentt: Continuous<[degreesOfFreedom: number]>;
    readonly normal: Continuous<[mean: number, sd: number]>;
    readonly gamma: Continuous<[shape: number, scale: number]>;
    readonly weibull: Continuous<[scale: number, shape: number]>;
    readonly lognormal: Continuous<[mu: number, sigma: number]>;
    readonly exponential: Continuous<[rate: number]>;
    readonly uniform: Continuous<[min: number, max: number]>;
    readonly triangular: Continuous<[min: number, max: number, mode: number]>;
    readonly chisquare: Continuous<[degreesOfFreedom: number]>;
    readonly binomial: { cdf(k: number, trials: number, probability: number): number };
    /** Natural logarithm of the gamma function. */
    gammaln(x: number): number;
  };
  export default jstat;
}
