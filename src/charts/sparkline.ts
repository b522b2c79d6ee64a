import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { area, curveStepAfter } from 'd3-shape';

/** A filled curve of values at even steps over the whole width; '' for fewer than two values. */
export function sparklinePath(values: readonly number[], width: number, height: number): string {
  if (values.length < 2) return '';
  const x = scaleLinear([0, values.length - 1], [0, width]);
  const y = scaleLinear([0, max(values) || 1], [height, 1]);
  return (
    area<number>()
      .x((_, i) => x(i))
      .y0(height)
      .y1((value) => y(value))
      .curve(curveStepAfter)
      .digits(1)(values) ?? ''
  );
}
