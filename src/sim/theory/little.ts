/**
 * Mean number present from the rate of those who come and the mean time each of them stays.
 * Source: Little, A proof for the queuing formula L = λW, Operations Research 9 (1961) 383–387.
 */
export function meanNumber(rate: number, meanTime: number): number {
  return rate * meanTime;
}

/** Mean time of stay from the rate of those who come and the mean number present. */
export function meanTime(rate: number, meanNumber: number): number {
  return meanNumber / rate;
}

/** The stationary figures of a queue without losses, in the unit of time of its rates. */
export interface QueueFigures {
  /** Share of time that a server is busy. */
  readonly utilisation: number;
  /** Mean time from arrival to start of service, over all customers. */
  readonly waitMean: number;
  /** Time average of customers who wait. */
  readonly queueMean: number;
  /** Mean time from arrival to end of service. */
  readonly timeInSystemMean: number;
  /** Time average of customers waiting or served. */
  readonly inSystemMean: number;
}

/** All figures from the mean wait. */
export function figuresOf(
  arrivalRate: number,
  serviceMean: number,
  servers: number,
  waitMean: number,
): QueueFigures {
  const timeInSystemMean = waitMean + serviceMean;
  return {
    utilisation: (arrivalRate * serviceMean) / servers,
    waitMean,
    queueMean: meanNumber(arrivalRate, waitMean),
    timeInSystemMean,
    inSystemMean: meanNumber(arrivalRate, timeInSystemMean),
  };
}
