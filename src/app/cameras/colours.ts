import { scaleLinear } from 'd3-scale';
import { HEAT_STOPS, STATE_COLOURS } from '../../charts/colours';
import type { WindowReport } from '../../coverage/inspect/inspect';

/** How windows are marked: by colour, and by a sign for those who can't tell colours apart. */
export const VERDICT_MARKS: Readonly<
  Record<WindowReport['verdict'], { readonly colour: string; readonly sign: string }>
> = {
  clear: { colour: STATE_COLOURS.meets, sign: '✓' },
  partly: { colour: STATE_COLOURS.undecided, sign: '!' },
  no: { colour: STATE_COLOURS.fails, sign: '✗' },
};

/** Of places that no camera sees. */
export const BLIND_COLOUR = 'rgb(74, 66, 78)';

/** Colours from seen at all to the finest of some classes, as "rgb(r, g, b)": one more than classes. */
export function densityColours(classes: number): readonly string[] {
  const scale = scaleLinear<string>()
    .domain(HEAT_STOPS.map((_, i) => (i / (HEAT_STOPS.length - 1)) * classes))
    .range(HEAT_STOPS);
  return Array.from({ length: classes + 1 }, (_, i) => scale(i));
}
