/**
 * Refuses what no engine may take in. Throws RangeError if `atUs` is not a whole number of
 * microseconds or lies before `nowUs`, or if `kind` is not a whole number from −128 to 127.
 */
export function checkSchedulable(atUs: number, kind: number, nowUs: number): void {
  // One look at each number; Number.isSafeInteger alone took a third of the time of an event.
  const whole = Math.floor(atUs) === atUs && atUs <= Number.MAX_SAFE_INTEGER;
  if (whole && atUs >= nowUs && (kind << 24) >> 24 === kind) return;
  if (!whole) throw new RangeError(`event time ${atUs} is not whole µs`);
  if (!(atUs >= nowUs)) throw new RangeError(`event time ${atUs} is before the present, ${nowUs}`);
  throw new RangeError(`event kind ${kind} is not a whole number from -128 to 127`);
}

/** Refuses an end of run that is neither Infinity nor whole microseconds, with a RangeError. */
export function checkUntil(untilUs: number): void {
  if (untilUs !== Number.POSITIVE_INFINITY && !Number.isSafeInteger(untilUs))
    throw new RangeError(`end of run ${untilUs} is not whole µs`);
}
