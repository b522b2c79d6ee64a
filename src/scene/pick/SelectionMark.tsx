import { useFrame } from '@react-three/fiber';
import { useMemo, useRef } from 'react';
import {
  BoxGeometry,
  CanvasTexture,
  ConeGeometry,
  EdgesGeometry,
  type Group,
  MeshBasicMaterial,
  type PerspectiveCamera,
  type Sprite,
  SRGBColorSpace,
  Vector2,
} from 'three';
import type { FloorPlan } from '../../scenarios/floorplan';
import type { Language } from '../../scenarios/text';
import type { Crowd, Timeline } from '../../sim/hall/timeline';
import { toScene, yawOf } from '../coordinates';
import { PALETTE } from '../palette';
import { ringGeometry } from '../people/body-parts';
import { createPainter, fillRounded, font } from '../text/canvas';
import type { Selection } from '../types';
import { useMade } from '../use-made';
import { selectionName } from './names';
import { boxesOf, type PickBox } from './targets';

const LABEL_PX = 26;
/** The label hangs this far over its anchor on the screen, in its own height. */
const LABEL_FOOT = new Vector2(0.5, -0.8);
const PERSON_TOP_M = 1.78;
const GROWN_M = 0.05;

/** Picks out the selected thing: a ring and a pointer at a person, a frame at anything else. */
export function SelectionMark(props: {
  plan: FloorPlan;
  timeline: Timeline | null;
  boxes: readonly PickBox[];
  crowdRef: { current: Crowd | null };
  selection: Selection;
  language: Language;
  /** Seen from close behind, a ring is enough. */
  following: boolean;
}) {
  const { plan, timeline, boxes, crowdRef, selection, language, following } = props;
  const name = selectionName(selection, plan, timeline, language);
  if (selection.kind === 'visitor') {
    return (
      <VisitorMark visitor={selection.visitor} crowdRef={crowdRef} name={following ? null : name} />
    );
  }
  // A window has several boxes: the first, its counter, is framed; the label floats over all.
  const own = boxesOf(boxes, selection);
  const topM = Math.max(...own.map((box) => box.highM));
  return own[0] === undefined ? null : <BoxMark box={own[0]} topM={topM} name={name} />;
}

function VisitorMark(props: {
  visitor: number;
  crowdRef: { current: Crowd | null };
  /** null: only the ring. */
  name: string | null;
}) {
  const { visitor, crowdRef, name } = props;
  const group = useRef<Group>(null);
  const ring = useMade(() => ringGeometry(0.78), []);
  const cone = useMade(() => new ConeGeometry(0.11, 0.22, 4).rotateX(Math.PI), []);
  const material = useMade(() => new MeshBasicMaterial({ color: PALETTE.accent }), []);
  useFrame(() => {
    const crowd = crowdRef.current;
    if (group.current === null) return;
    let at = -1;
    if (crowd !== null) {
      for (let i = 0; i < crowd.count; i++) if (crowd.visitor[i] === visitor) at = i;
    }
    group.current.visible = at >= 0;
    if (crowd !== null && at >= 0) group.current.position.set(crowd.x[at]!, 0, -crowd.y[at]!);
  });
  return (
    <group ref={group} visible={false}>
      <mesh geometry={ring} material={material} position-y={0.018} scale={0.52} renderOrder={2} />
      {name !== null && (
        <>
          <mesh geometry={cone} material={material} position-y={PERSON_TOP_M + 0.16} />
          <Label text={name} heightM={PERSON_TOP_M + 0.2} />
        </>
      )}
    </group>
  );
}

function BoxMark({ box, topM, name }: { box: PickBox; topM: number; name: string }) {
  const size = useMemo<[number, number, number]>(
    () => [box.widthM + GROWN_M, box.highM - box.lowM + GROWN_M, box.depthM + GROWN_M],
    [box],
  );
  const solid = useMade(() => new BoxGeometry(...size), [size]);
  const edges = useMade(() => new EdgesGeometry(solid), [solid]);
  const veil = useMade(
    () =>
      new MeshBasicMaterial({
        color: PALETTE.accent,
        transparent: true,
        opacity: 0.32,
        depthWrite: false,
      }),
    [],
  );
  return (
    <group position={toScene(box.at, 0)} rotation-y={yawOf(box.rotationDeg)}>
      <mesh
        geometry={solid}
        material={veil}
        position-y={(box.lowM + box.highM) / 2}
        renderOrder={3}
      />
      <lineSegments geometry={edges} position-y={(box.lowM + box.highM) / 2} renderOrder={4}>
        <lineBasicMaterial color={PALETTE.accent} depthTest={false} />
      </lineSegments>
      <Label text={name} heightM={topM} />
    </group>
  );
}

/** A line of text that always faces the viewer and keeps its size on the screen. */
function Label({ text, heightM }: { text: string; heightM: number }) {
  const sprite = useRef<Sprite>(null);
  const { texture, aspect } = useMemo(() => paintLabel(text), [text]);
  useMade(() => texture, [texture]);
  useFrame(({ camera, size }) => {
    if (sprite.current === null) return;
    const half = Math.tan(((camera as PerspectiveCamera).fov * Math.PI) / 360);
    const scale = (LABEL_PX / size.height) * 2 * half;
    sprite.current.scale.set(scale * aspect, scale, 1);
  });
  return (
    <sprite ref={sprite} position-y={heightM} center={LABEL_FOOT} renderOrder={10}>
      <spriteMaterial
        map={texture}
        sizeAttenuation={false}
        depthTest={false}
        depthWrite={false}
        transparent
      />
    </sprite>
  );
}

function paintLabel(text: string): { texture: CanvasTexture; aspect: number } {
  const height = 64;
  const setting = font(36, 600);
  const measure = createPainter(1, 1).painter;
  measure.font = setting;
  const width = Math.ceil(measure.measureText(text).width) + 44;
  const { canvas, painter } = createPainter(width, height);
  fillRounded(painter, { x: 1, y: 1, w: width - 2, h: height - 2 }, 18, 'rgba(28,38,50,0.92)');
  painter.font = setting;
  painter.fillStyle = '#ffffff';
  painter.textAlign = 'center';
  painter.textBaseline = 'middle';
  painter.fillText(text, width / 2, height / 2 + 2);
  const texture = new CanvasTexture(canvas);
  texture.colorSpace = SRGBColorSpace;
  return { texture, aspect: width / height };
}
