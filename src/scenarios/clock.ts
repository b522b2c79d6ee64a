/**
 * Seconds since midnight of a clock time.
 *
 * @param clock "HH:MM" or "HH:MM:SS", checked by the schema
 */
export function clockToS(clock: string): number {
  const [h = 0, m = 0, s = 0] = clock.split(':').map(Number);
  return h * 3600 + m * 60 + s;
}

/** Clock time "HH:MM:SS" of seconds since midnight (whole seconds, cut). */
export function clockOf(seconds: number): string {
  const whole = Math.floor(seconds);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}
