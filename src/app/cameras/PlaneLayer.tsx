import { useMemo } from 'react';
import { EDITIONS, type EditionId } from '../../coverage/optics/standards';
import { classMap } from '../../coverage/plane';
import type { PlaneAnswer } from '../../workers/coverage-api';
import { BLIND_COLOUR, densityColours } from './colours';

/** A plane of the hall coloured by the class of density that cameras reach, in plan metres. */
export function PlaneLayer(props: { readonly plane: PlaneAnswer; readonly edition: EditionId }) {
  const { plane, edition } = props;
  const picture = useMemo(() => paint(plane, edition), [plane, edition]);
  const { minX, minY, columns, rows, cellM } = plane.grid;
  return (
    <image
      href={picture}
      x={minX}
      y={-minY - rows * cellM}
      width={columns * cellM}
      height={rows * cellM}
      preserveAspectRatio="none"
      style={{ imageRendering: 'pixelated' }}
      opacity={0.72}
    />
  );
}

/** A pixel for each cell, the plan's first row at the bottom. */
function paint(plane: PlaneAnswer, edition: EditionId): string {
  const { columns, rows, free } = plane.grid;
  const limits = EDITIONS[edition].classes.map(({ pxPerM }) => pxPerM);
  const classes = classMap(plane, limits);
  const colours = [BLIND_COLOUR, ...densityColours(limits.length)].map((colour) =>
    (colour.match(/\d+/g) ?? []).map(Number),
  );
  const canvas = document.createElement('canvas');
  canvas.width = columns;
  canvas.height = rows;
  const context = canvas.getContext('2d');
  if (!context) return '';
  const image = context.createImageData(columns, rows);
  for (let cell = 0; cell < classes.length; cell++) {
    if (free[cell]! < 0.5) continue;
    const row = rows - 1 - Math.floor(cell / columns);
    const [r = 0, g = 0, b = 0] = colours[classes[cell]!]!;
    image.data.set([r, g, b, 255], 4 * (row * columns + (cell % columns)));
  }
  context.putImageData(image, 0, 0);
  return canvas.toDataURL();
}
