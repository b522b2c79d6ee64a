import { memo } from 'react';
import { useStore } from 'zustand';
import type { Point } from '../../scenarios/floorplan';
import type { Crowding } from '../../sim/crowding/crowding';
import { levelOf } from '../../sim/crowding/level-of-service';
import { useTwin } from '../context';
import { LEVEL_COLOURS } from '../level-colours';

/** The density map over the plan; a click picks a place. */
export function CrowdLayer(props: {
  readonly placeOf: (event: { readonly clientX: number; readonly clientY: number }) => Point;
}) {
  const { crowds } = useTwin();
  const crowding = useStore(crowds.store, (state) => state.crowding);
  const cell = useStore(crowds.store, (state) => state.cell);
  if (!crowding) return null;
  const { grid } = crowding;
  const { cellM, minX, minY, columns, rows } = grid;
  return (
    <g
      className="crowd"
      onPointerDown={(event) => {
        event.stopPropagation();
        const [x, y] = props.placeOf(event);
        const column = Math.floor((x - minX) / cellM);
        const row = Math.floor((y - minY) / cellM);
        if (column < 0 || row < 0 || column >= columns || row >= rows) return;
        crowds.store.setState({ cell: row * columns + column });
      }}
    >
      <Cells crowding={crowding} />
      {cell !== null && (
        <rect
          className="picked"
          x={minX + (cell % columns) * cellM}
          y={-(minY + (Math.floor(cell / columns) + 1) * cellM)}
          width={cellM}
          height={cellM}
        />
      )}
    </g>
  );
}

const Cells = memo(function Cells({ crowding }: { readonly crowding: Crowding }) {
  const { grid, peak, floor } = crowding;
  const { cellM, minX, minY, columns } = grid;
  return [...peak.keys()].map((cell) => {
    if (!floor[cell] || peak[cell] === 0) return null;
    return (
      <rect
        key={cell}
        x={minX + (cell % columns) * cellM}
        y={-(minY + (Math.floor(cell / columns) + 1) * cellM)}
        width={cellM}
        height={cellM}
        fill={LEVEL_COLOURS[levelOf(peak[cell]!)]}
        opacity={0.75}
      />
    );
  });
});
