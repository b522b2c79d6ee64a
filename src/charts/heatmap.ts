import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { HEAT_STOPS, inkOn, STATES, type State } from './colours';
import { clamp, plotOf, round, type Size } from './frame';
import { type LegendLayout, legendLayout } from './legend';
import { fitted, textWidth } from './text';

export interface HeatmapInput extends Size {
  /** Names of columns from left to right and of rows from bottom to top. */
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  /** By row, then column; null where nothing was simulated. */
  readonly cells: readonly (readonly (HeatmapCellInput | null)[])[];
  /** Values of the lightest and the darkest colour; null: least and most of the cells. */
  readonly domain: readonly [low: number, high: number] | null;
  /** The cell of the scenario as it is: column i, row j. */
  readonly base: { readonly i: number; readonly j: number } | null;
  readonly stateNames: Readonly<Record<State, string>>;
  readonly baseName: string;
}

export interface HeatmapCellInput {
  readonly value: number | null;
  /** The value as it is to be read. */
  readonly text: string;
  readonly state: State;
}

export interface HeatmapLayout {
  readonly width: number;
  readonly height: number;
  readonly plot: {
    readonly x0: number;
    readonly x1: number;
    readonly y0: number;
    readonly y1: number;
  };
  readonly cells: readonly HeatmapCell[];
  readonly columns: readonly {
    readonly at: number;
    readonly text: string;
    readonly name: string;
  }[];
  readonly rows: readonly { readonly at: number; readonly text: string; readonly name: string }[];
  readonly base: HeatmapBox | null;
  readonly legend: LegendLayout;
  /** The scale of colours, in pieces, and what its ends mean. */
  readonly scale: {
    readonly pieces: readonly (HeatmapBox & { readonly fill: string })[];
    readonly low: number;
    readonly high: number;
  };
}

export interface HeatmapBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface HeatmapCell extends HeatmapBox {
  readonly i: number;
  readonly j: number;
  readonly value: number | null;
  readonly state: State;
  readonly fill: string;
  readonly ink: string;
  readonly text: string;
  readonly fontSize: number;
  /** Strokes across an undecided cell; '' for the others. */
  readonly hatch: string;
  /** Middle of the text, px. */
  readonly textY: number;
  /** Where the mark of the state stands; null where a cell is too small for one. */
  readonly mark: { readonly x: number; readonly y: number; readonly r: number } | null;
}

const SCALE = { width: 96, pieces: 24, height: 9 };
const EMPTY_FILL = 'rgb(236, 239, 242)';

/** What follows from two assumptions together: one cell a pair. */
export function heatmapLayout(input: HeatmapInput): HeatmapLayout {
  const { columns, rows, base, width, height } = input;
  const stateItems = STATES.map((state) => ({
    key: state as string,
    name: input.stateNames[state],
  }));
  const items = base ? [...stateItems, { key: 'base', name: input.baseName }] : stateItems;
  const probe = legendLayout(items, { x: 2, y: 0, width: width - 4 }, 20);
  const framed = plotOf(input);
  const plot = { ...framed, y0: Math.max(framed.y1 + 1, framed.y0 - probe.height) };
  const legend = {
    ...probe,
    entries: probe.entries.map((entry) => ({ ...entry, y: entry.y + height - probe.height })),
  };

  const values = input.cells.flat().flatMap((cell) => known(cell?.value));
  const [least = 0, most = 1] = input.domain ?? extent(values);
  const colour = colourScale(least, most);
  const stepX = (plot.x1 - plot.x0) / Math.max(1, columns.length);
  const stepY = (plot.y0 - plot.y1) / Math.max(1, rows.length);
  const boxOf = (i: number, j: number): HeatmapBox => ({
    x: round(plot.x0 + i * stepX + 0.5),
    y: round(plot.y0 - (j + 1) * stepY + 0.5),
    width: round(Math.max(0, stepX - 1)),
    height: round(Math.max(0, stepY - 1)),
  });

  const cells = rows.flatMap((_, j) =>
    columns.flatMap((_, i): HeatmapCell[] => {
      const cell = input.cells[j]?.[i];
      if (!cell) return [];
      const box = boxOf(i, j);
      const [value = null] = known(cell.value);
      const fill = value === null ? EMPTY_FILL : colour(value);
      return [
        {
          ...box,
          ...lettering(cell.text, box),
          ...marking(box),
          i,
          j,
          value,
          state: cell.state,
          fill,
          ink: inkOn(fill),
          hatch: cell.state === 'undecided' ? hatch(box, 7) : '',
        },
      ];
    }),
  );

  return {
    width,
    height,
    plot,
    legend,
    cells,
    columns: columns.map((name, i) => ({
      name,
      at: round(plot.x0 + (i + 0.5) * stepX),
      text: fitted(name, stepX - 3, 11),
    })),
    rows: rows.map((name, j) => ({
      name,
      at: round(plot.y0 - (j + 0.5) * stepY),
      text: fitted(name, plot.x0 - 8, 11),
    })),
    base: base && base.i < columns.length && base.j < rows.length ? boxOf(base.i, base.j) : null,
    scale: {
      low: least,
      high: most,
      pieces: Array.from({ length: SCALE.pieces }, (_, k) => ({
        x: round(plot.x1 - SCALE.width + (k * SCALE.width) / SCALE.pieces),
        y: plot.y1 - 17,
        width: SCALE.width / SCALE.pieces,
        height: SCALE.height,
        fill: colour(least + ((k + 0.5) / SCALE.pieces) * (most - least)),
      })),
    },
  };
}

/** From the lightest to the darkest stop; one value only takes the middle. */
function colourScale(least: number, most: number): (value: number) => string {
  const stops = HEAT_STOPS.map((_, k) => least + (k / (HEAT_STOPS.length - 1)) * (most - least));
  const scale = scaleLinear<string>(least === most ? [0, 0.25, 0.5, 0.75, 1] : stops, HEAT_STOPS);
  return (value) => scale.clamp(true)(least === most ? 0.5 : value);
}

/** A text in a cell, smaller where it has to be; '' when it would not be readable. */
function lettering(
  text: string,
  { width, height }: HeatmapBox,
): { text: string; fontSize: number } {
  const fontSize = [12, 11, 10, 9, 8].find(
    (size) => textWidth(text, size) <= width - 4 && size <= Math.max(8, height * 0.46),
  );
  return fontSize === undefined ? { text: '', fontSize: 8 } : { text, fontSize };
}

/** The state's mark in the upper right corner; in a low cell the text makes room for it. */
function marking({ x, y, width, height }: HeatmapBox): Pick<HeatmapCell, 'mark' | 'textY'> {
  const roomy = height >= 34 && width >= 34;
  const [inset, r] = roomy ? [8, 3.4] : [5.5, 2.6];
  const marked = height >= 18 && width >= 18;
  return {
    textY: round(y + height / 2 + (marked ? clamp(9 - height / 5, 0, 4.5) : 0)),
    mark: marked ? { x: round(x + width - inset), y: round(y + inset), r } : null,
  };
}

/** Diagonal strokes through a box, cut off at its edges. */
function hatch(box: HeatmapBox, step: number): string {
  const { x, y, width, height } = box;
  let path = '';
  for (let d = step; d < width + height; d += step) {
    const from = { x: Math.min(d, width), y: Math.max(0, d - width) };
    const to = { x: Math.max(0, d - height), y: Math.min(d, height) };
    path += `M${round(x + from.x)},${round(y + from.y)}L${round(x + to.x)},${round(y + to.y)}`;
  }
  return path;
}

const known = (value: number | null | undefined) =>
  typeof value === 'number' && Number.isFinite(value) ? [value] : [];
