import {
  BufferGeometry,
  DataTexture,
  Float32BufferAttribute,
  LinearFilter,
  MeshBasicMaterial,
} from 'three';
import { toScene } from '../coordinates';
import type { HeatLayer } from '../types';
import { useMade } from '../use-made';
import { rawOutput } from '../view/raw-output';

/** Just over the tiles, under rings and feet. */
const HEIGHT_M = 0.008;

/** Colours over the floor, cell by cell, blended from one to the next. */
export function HeatFloor({ layer }: { layer: HeatLayer }) {
  const texture = useMade(() => {
    const made = new DataTexture(layer.rgba, layer.grid.columns, layer.grid.rows);
    made.magFilter = LinearFilter;
    made.minFilter = LinearFilter;
    made.needsUpdate = true;
    return made;
  }, [layer]);
  const material = useMade(
    () => rawOutput(new MeshBasicMaterial({ map: texture, transparent: true, depthWrite: false })),
    [texture],
  );
  const geometry = useMade(() => overGrid(layer.grid), [layer]);
  return <mesh geometry={geometry} material={material} renderOrder={-1} />;
}

function overGrid({ cellM, minX, minY, columns, rows }: HeatLayer['grid']): BufferGeometry {
  const [maxX, maxY] = [minX + columns * cellM, minY + rows * cellM];
  const corners = [
    [minX, minY],
    [maxX, minY],
    [maxX, maxY],
    [minX, maxY],
  ] as const;
  const geometry = new BufferGeometry();
  const positions = corners.flatMap(([x, y]) => toScene([x, y], HEIGHT_M));
  geometry.setAttribute('position', new Float32BufferAttribute(positions, 3));
  geometry.setAttribute('uv', new Float32BufferAttribute([0, 0, 1, 0, 1, 1, 0, 1], 2));
  geometry.setIndex([0, 1, 2, 0, 2, 3]);
  return geometry;
}
