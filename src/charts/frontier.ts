import { extent, max, min } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { Measure } from '../sim/experiments/report';
import { STATES, type State, type VariantStyle, variantStyle } from './colours';
import { dodged } from './dodge';
import {
  clamp,
  type Estimate,
  estimateOf,
  type Framed,
  plotOf,
  round,
  type Size,
  ticksOf,
  whisker,
} from './frame';
import { type LegendLayout, legendLayout } from './legend';
import { type Level, type LevelLayout, levelLayout } from './level';
import { type Box, placedNear } from './placed';
import { fitted, textWidth } from './text';

export interface FrontierInput extends Size {
  /** Organisations; the designs of one are joined by a line. */
  readonly groups: readonly {
    readonly id: string;
    readonly name: string;
    readonly points: readonly {
      readonly id: string;
      /** Staff: windows or hours. */
      readonly x: number;
      readonly y: Measure;
      readonly state: State;
    }[];
  }[];
  readonly stateNames: Readonly<Record<State, string>>;
  /** A line to hold the designs against, in the unit of y. */
  readonly promise: Level | null;
  /** What y can be at all: [0, 1] for a share. */
  readonly limits: readonly [least: number, most: number];
  /** The design to be ringed, and what stands next to it. */
  readonly recommended: { readonly id: string; readonly text: string } | null;
}

export interface FrontierLayout extends Framed {
  readonly legend: LegendLayout;
  readonly groups: readonly FrontierGroup[];
  readonly points: readonly FrontierPoint[];
  readonly promise: LevelLayout | null;
  readonly recommended: {
    readonly x: number;
    readonly y: number;
    readonly label: { readonly text: string; readonly x: number; readonly y: number } | null;
    /** From the ring to its label; '' where they stand close together. */
    readonly leader: string;
  } | null;
}

export interface FrontierGroup {
  readonly id: string;
  readonly style: VariantStyle;
  readonly line: string;
  readonly end: {
    readonly x: number;
    readonly y: number;
    readonly fromX: number;
    readonly fromY: number;
  } | null;
}

export interface FrontierPoint {
  readonly id: string;
  readonly groupId: string;
  readonly letter: string;
  readonly state: State;
  readonly at: { readonly x: number; readonly y: number };
  readonly whisker: string;
  readonly staff: number;
  readonly measure: Measure;
}

interface Design extends Estimate {
  readonly id: string;
  readonly x: number;
  readonly state: State;
  readonly measure: Measure;
}

const LETTERS = 26;
/** Designs of several groups with the same staff stand at most so far apart, px. */
const ASIDE = 11;

/** Designs by what they cost and what they achieve. */
export function frontierLayout(input: FrontierInput): FrontierLayout {
  const { groups, promise, limits, recommended, width, height } = input;
  const several = groups.length > 1;
  const legend = legendLayout(
    [
      ...(several ? groups.map(({ id, name }) => ({ key: `group ${id}`, name })) : []),
      ...STATES.map((state) => ({ key: state, name: input.stateNames[state] })),
    ],
    { x: 2, y: 0, width: width - 4 },
    several ? 22 : 18,
  );
  const plot = plotOf(input, legend.height, several ? LETTERS : 0);
  const designs = groups.map(({ points }) => designsOf(points));
  const all = designs.flat();

  const [least = 0, most = 1] = extent(all, (design) => design.x);
  const apart = Math.min(ASIDE, (0.5 * (plot.x1 - plot.x0)) / (most - least + 1) / groups.length);
  const aside = (g: number) => (g - (groups.length - 1) / 2) * apart;
  const edge = 14 + Math.abs(aside(0));
  const x = scaleLinear(least === most ? [least - 1, most + 1] : [least, most], [
    Math.min(plot.x0 + edge, (plot.x0 + plot.x1) / 2),
    Math.max(plot.x1 - edge, (plot.x0 + plot.x1) / 2),
  ]);
  const y = scaleY(all, promise?.value ?? null, limits, plot);
  const heldX = (value: number) => clamp(value, plot.x0, plot.x1);
  const heldY = (value: number) => clamp(y(value), plot.y1, plot.y0);

  const points = groups.flatMap((group, g) =>
    designs[g]!.map((design): FrontierPoint => {
      const at = { x: round(heldX(x(design.x) + aside(g))), y: round(heldY(design.mean)) };
      return {
        id: design.id,
        groupId: group.id,
        letter: variantStyle(g).letter,
        state: design.state,
        at,
        whisker: whisker('y', heldY(design.low), heldY(design.high), at.x),
        staff: design.x,
        measure: design.measure,
      };
    }),
  );
  const placesOf = (groupId: string) =>
    points.filter((point) => point.groupId === groupId).map(({ at }) => at);
  const ends = groups.map(({ id }) => placesOf(id).at(-1));
  const lettered = several ? ends.filter((end) => end !== undefined) : [];
  const letters = dodged(
    lettered.map((end) => end.y),
    16,
    plot.y1 + 7,
    plot.y0 - 7,
  );
  const joined = line<{ x: number; y: number }>()
    .x((at) => at.x)
    .y((at) => at.y)
    .digits(1);
  const taken = points.flatMap(({ at }, k): Box[] => {
    const { low, high } = all[k]!;
    return [
      { x: at.x - 8, y: at.y - 8, width: 16, height: 16 },
      { x: at.x - 4, y: heldY(high), width: 8, height: heldY(low) - heldY(high) },
    ];
  });
  const strokes = groups.flatMap(({ id }) => alongLine(placesOf(id)));
  const level = promise && levelLayout(promise.text, heldY(promise.value), plot, taken);

  return {
    width,
    height,
    plot,
    legend,
    groups: groups.map(({ id }, g) => {
      const places = placesOf(id);
      const end = ends[g];
      const at = end ? lettered.indexOf(end) : -1;
      return {
        id,
        style: variantStyle(g),
        line: places.length > 1 ? (joined(places) ?? '') : '',
        end:
          end === undefined || at < 0
            ? null
            : {
                x: plot.x1 + LETTERS - 8,
                y: round(letters[at]!),
                fromX: end.x,
                fromY: end.y,
              },
      };
    }),
    points,
    xTicks: ticksOf(x, 40).filter(
      ({ value }) =>
        all.length > 0 && (!all.every((d) => Number.isInteger(d.x)) || value % 1 === 0),
    ),
    yTicks: ticksOf(y, 26),
    promise: level,
    recommended: ringed(points, recommended, plot, level, [...taken, ...strokes]),
  };
}

/** Small boxes along a line, for labels to keep off. */
function alongLine(places: readonly FrontierPoint['at'][]): Box[] {
  return places.slice(1).flatMap((to, k) => {
    const from = places[k]!;
    return Array.from({ length: 13 }, (_, part) => ({
      x: from.x + ((to.x - from.x) * part) / 12 - 3,
      y: from.y + ((to.y - from.y) * part) / 12 - 3,
      width: 6,
      height: 6,
    }));
  });
}

/** The designs that there are figures for, by staff. */
function designsOf(points: FrontierInput['groups'][number]['points']): Design[] {
  return points
    .flatMap(({ id, x, y, state }) => {
      const figure = estimateOf(y);
      return figure === null || !Number.isFinite(x)
        ? []
        : [{ ...figure, id, x, state, measure: y }];
    })
    .sort((a, b) => a.x - b.x);
}

function scaleY(
  designs: readonly Design[],
  promise: number | null,
  limits: FrontierInput['limits'],
  plot: FrontierLayout['plot'],
) {
  const shown = promise === null ? [] : [promise];
  const low = min([...designs.map((design) => design.low), ...shown]) ?? 0;
  const high = max([...designs.map((design) => design.high), ...shown]) ?? 1;
  const room = (high - low) * 0.08 || 0.05 * Math.abs(high) || 1;
  const y = scaleLinear([low - room, high + room], [plot.y0, plot.y1]).nice(5);
  const [from = 0, to = 1] = y.domain();
  const [least, most] = limits;
  return y.domain([clamp(from, least, most), clamp(to, least, most)]);
}

/** The recommended design's ring, with its label where it hides no other design. */
function ringed(
  points: readonly FrontierPoint[],
  recommended: FrontierInput['recommended'],
  plot: FrontierLayout['plot'],
  level: LevelLayout | null,
  taken: readonly Box[],
): FrontierLayout['recommended'] {
  const point = points.find(({ id }) => id === recommended?.id);
  if (!point || !recommended) return null;
  const text = fitted(recommended.text, plot.x1 - plot.x0 - 4);
  const lines =
    level === null
      ? []
      : [
          { x: plot.x0, y: level.y - 2, width: plot.x1 - plot.x0, height: 4 },
          {
            x: level.label.x,
            y: level.label.y - 11,
            width: textWidth(level.label.text),
            height: 14,
          },
        ];
  const box = placedNear({ width: textWidth(text), height: 14 }, point.at, plot, [
    ...taken,
    ...lines,
  ]);
  return {
    ...point.at,
    label: text === '' ? null : { text, x: round(box.x), y: round(box.y + 11) },
    leader: text === '' ? '' : leader(point.at, box),
  };
}

/** A line from a ring to the nearest place of a box. */
function leader(at: { readonly x: number; readonly y: number }, box: Box): string {
  const to = {
    x: clamp(at.x, box.x, box.x + box.width),
    y: clamp(at.y, box.y, box.y + box.height),
  };
  const far = Math.hypot(to.x - at.x, to.y - at.y);
  if (far < 18) return '';
  const from = (part: 'x' | 'y') => round(at[part] + ((to[part] - at[part]) * 10) / far);
  return `M${from('x')},${from('y')}L${round(to.x)},${round(to.y)}`;
}
