/** Colour of the light by the hour: [hour, red, green, blue], factors on the colours at noon. */
const LIGHT = [
  [0, 0.5, 0.56, 0.72],
  [5.5, 0.55, 0.6, 0.76],
  [7, 0.92, 0.86, 0.78],
  [9, 1, 0.975, 0.94],
  [11.5, 1, 1, 1],
  [14.5, 1, 0.995, 0.98],
  [16.5, 1, 0.955, 0.89],
  [17.8, 0.97, 0.86, 0.74],
  [19, 0.66, 0.67, 0.8],
  [21, 0.52, 0.58, 0.74],
  [24, 0.5, 0.56, 0.72],
] as const;

/** Light as factors of red, green and blue. Changed in place. */
export interface Tint {
  r: number;
  g: number;
  b: number;
}

/** The light at a time of day, µs since midnight of any day; fills `out`, allocates nothing. */
export function daylightAt(timeUs: number, out: Tint): void {
  const hour = (((timeUs / 3600e6) % 24) + 24) % 24;
  let i = 0;
  while (i + 2 < LIGHT.length && LIGHT[i + 1]![0] <= hour) i++;
  const from = LIGHT[i]!;
  const to = LIGHT[i + 1]!;
  const share = (hour - from[0]) / (to[0] - from[0]);
  out.r = from[1] + (to[1] - from[1]) * share;
  out.g = from[2] + (to[2] - from[2]) * share;
  out.b = from[3] + (to[3] - from[3]) * share;
}

/** Where the sun stands over the hall: from the east in the morning, from the west at night. */
export function sunAzimuthRad(timeUs: number): number {
  const hour = (((timeUs / 3600e6) % 24) + 24) % 24;
  return (Math.PI * (Math.min(Math.max(hour, 6), 18) - 6)) / 12;
}
