import {
  BufferGeometry,
  CanvasTexture,
  Float32BufferAttribute,
  LinearMipmapNearestFilter,
  MeshBasicMaterial,
  MeshLambertMaterial,
  NoColorSpace,
  ShapeUtils,
  SRGBColorSpace,
  Vector2,
} from 'three';
import type { FloorPlan } from '../../scenarios/floorplan';
import type { Language } from '../../scenarios/text';
import { toScene } from '../coordinates';
import { createPainter } from '../text/canvas';
import { useMade } from '../use-made';
import { useDaylit } from '../view/Daylight';
import { encodeColours, rawOutput } from '../view/raw-output';
import { type FloorExtent, floorExtent, paintFloor } from './floor-painter';
import { groundShadow } from './ground-shadow';

const LARGEST_PX = 4096;

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
    return asTexture(canvas, anisotropy, shadows);
  }, [plan, language, pixelsPerMetre, anisotropy, shadows]);
  // Shadows of the sun need a lit material; without them the painted floor needs no light.
  const material = useMade(
    () =>
      shadows
        ? new MeshLambertMaterial({ map: texture })
        : rawOutput(new MeshBasicMaterial({ map: texture })),
    [texture, shadows],
  );
  useDaylit(material);
  // After the furniture: what is hidden is not painted twice.
  return <mesh geometry={geometry} material={material} receiveShadow={shadows} renderOrder={1} />;
}

/** The soft shadow of the model on its table: coloured corners, no texture. */
export function Ground({ plan }: { plan: FloorPlan }) {
  const geometry = useMade(() => encodeColours(groundShadow(plan)), [plan]);
  const material = useMade(() => rawOutput(new MeshBasicMaterial({ vertexColors: true })), []);
  useDaylit(material);
  return <mesh geometry={geometry} material={material} position-y={-0.03} renderOrder={2} />;
}

function asTexture(canvas: HTMLCanvasElement, anisotropy: number, isLit: boolean): CanvasTexture {
  const texture = new CanvasTexture(canvas);
  texture.colorSpace = isLit ? SRGBColorSpace : NoColorSpace;
  texture.anisotropy = anisotropy;
  // Without a graphics card every sample counts: one size of the picture, not a mix of two.
  if (anisotropy === 1) texture.minFilter = LinearMipmapNearestFilter;
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
