import { useMemo } from 'react';
import {
  BufferGeometry,
  CanvasTexture,
  Float32BufferAttribute,
  MeshBasicMaterial,
  MeshLambertMaterial,
  ShapeUtils,
  SRGBColorSpace,
  Vector2,
} from 'three';
import type { FloorPlan } from '../../scenarios/floorplan';
import type { Language } from '../../scenarios/text';
import { toScene } from '../coordinates';
import { PALETTE } from '../palette';
import { createPainter } from '../text/canvas';
import { useMade } from '../use-made';
import { type FloorExtent, floorExtent, paintFloor } from './floor-painter';

const LARGEST_PX = 4096;
const GROUND_MARGIN_M = 14;
const GROUND_PX_PER_M = 12;

/** The tiled floor with everything painted on it. */
export function Floor(props: {
  plan: FloorPlan;
  language: Language;
  pixelsPerMetre: number;
  anisotropy: number;
  shadows: boolean;
}) {
  const { plan, language, pixelsPerMetre, anisotropy, shadows } = props;
  const geometry = useMade(() => floorGeometry(plan), [plan]);
  const texture = useMade(() => {
    const extent = floorExtent(plan);
    const scale = Math.min(pixelsPerMetre, LARGEST_PX / Math.max(extent.widthM, extent.depthM));
    const { canvas, painter } = createPainter(
      Math.ceil(extent.widthM * scale),
      Math.ceil(extent.depthM * scale),
    );
    paintFloor(painter, plan, extent, scale, language);
    return asTexture(canvas, anisotropy);
  }, [plan, language, pixelsPerMetre, anisotropy]);
  // Shadows of the sun need a lit material; without them the painted floor needs no light.
  const material = useMade(
    () =>
      shadows ? new MeshLambertMaterial({ map: texture }) : new MeshBasicMaterial({ map: texture }),
    [texture, shadows],
  );
  // After the furniture: what is hidden is not painted twice.
  return <mesh geometry={geometry} material={material} receiveShadow={shadows} renderOrder={1} />;
}

/** The table on which the model stands: it fades into the background. */
export function Ground({ plan }: { plan: FloorPlan }) {
  const extent = useMemo(() => floorExtent(plan, GROUND_MARGIN_M), [plan]);
  const texture = useMade(() => {
    const { canvas, painter } = createPainter(
      Math.ceil(extent.widthM * GROUND_PX_PER_M),
      Math.ceil(extent.depthM * GROUND_PX_PER_M),
    );
    painter.fillStyle = PALETTE.background;
    painter.fillRect(0, 0, canvas.width, canvas.height);
    for (const [blurM, alpha] of [
      [5, 0.16],
      [1.2, 0.2],
    ] as const) {
      painter.shadowColor = `rgba(60,72,88,${alpha})`;
      painter.shadowBlur = blurM * GROUND_PX_PER_M;
      painter.shadowOffsetX = 0.3 * GROUND_PX_PER_M;
      painter.shadowOffsetY = 0.4 * GROUND_PX_PER_M;
      painter.beginPath();
      plan.outline.forEach((point, i) => {
        const x = (point[0] - extent.left) * GROUND_PX_PER_M;
        const y = (extent.bottom + extent.depthM - point[1]) * GROUND_PX_PER_M;
        if (i === 0) painter.moveTo(x, y);
        else painter.lineTo(x, y);
      });
      painter.closePath();
      painter.fill();
    }
    return asTexture(canvas, 1);
  }, [plan, extent]);
  const material = useMade(() => new MeshBasicMaterial({ map: texture }), [texture]);
  const [x, , z] = toScene([extent.left + extent.widthM / 2, extent.bottom + extent.depthM / 2]);
  return (
    <mesh material={material} position={[x, -0.06, z]} rotation-x={-Math.PI / 2} renderOrder={2}>
      <planeGeometry args={[extent.widthM, extent.depthM]} />
    </mesh>
  );
}

function asTexture(canvas: HTMLCanvasElement, anisotropy: number): CanvasTexture {
  const texture = new CanvasTexture(canvas);
  texture.colorSpace = SRGBColorSpace;
  texture.anisotropy = anisotropy;
  return texture;
}

/** The outline as a flat shape whose texture coordinates span its box. */
export function floorGeometry(plan: FloorPlan): BufferGeometry {
  const extent: FloorExtent = floorExtent(plan);
  const contour = plan.outline.map((p) => new Vector2(p[0], p[1]));
  const clockwise = ShapeUtils.isClockWise(contour);
  if (clockwise) contour.reverse();
  const positions: number[] = [];
  const normals: number[] = [];
  const uvs: number[] = [];
  for (const p of contour) {
    positions.push(...toScene([p.x, p.y]));
    normals.push(0, 1, 0);
    uvs.push((p.x - extent.left) / extent.widthM, (p.y - extent.bottom) / extent.depthM);
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new Float32BufferAttribute(positions, 3));
  geometry.setAttribute('normal', new Float32BufferAttribute(normals, 3));
  geometry.setAttribute('uv', new Float32BufferAttribute(uvs, 2));
  geometry.setIndex(ShapeUtils.triangulateShape(contour, []).flat());
  return geometry;
}
