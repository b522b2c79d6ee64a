import { useFrame } from '@react-three/fiber';
import { useMemo, useRef } from 'react';
import { CanvasTexture, type Mesh, MeshBasicMaterial } from 'three';
import type { FloorPlan } from '../../scenarios/floorplan';
import type { Language } from '../../scenarios/text';
import type { Timeline } from '../../sim/hall/timeline';
import type { SceneClock, SceneView } from '../types';
import { useMade } from '../use-made';
import { rawOutput } from '../view/raw-output';
import { createPainter } from './canvas';
import { DisplayBoard } from './display-board';
import { type Hanging, hangAtlas } from './quads';
import { layPictures, numberPictures, type Picture, signPictures } from './signs';
import { boardOf } from './sizes';

/**
 * Signs, and the numbers on the counters: one texture, one draw call each. From above the signs
 * are left out: one would see their edges.
 */
export function Signs(props: {
  plan: FloorPlan;
  language: Language;
  view: SceneView;
  anisotropy: number;
}) {
  const { plan, language, view, anisotropy } = props;
  const signs = useMemo(() => signPictures(plan, language), [plan, language]);
  const numbers = useMemo(() => numberPictures(plan), [plan]);
  return (
    <>
      {signs.length > 0 && view === 'orbit' && (
        <Pictures pictures={signs} anisotropy={anisotropy} />
      )}
      {numbers.length > 0 && <Pictures pictures={numbers} anisotropy={anisotropy} />}
    </>
  );
}

function Pictures({ pictures, anisotropy }: { pictures: readonly Picture[]; anisotropy: number }) {
  const atlas = useMemo(() => layPictures(pictures), [pictures]);
  const geometry = useMade(
    () =>
      hangAtlas(
        atlas,
        pictures.map((picture) => picture.hanging),
      ),
    [atlas, pictures],
  );
  const texture = useMade(() => {
    const { canvas, painter } = createPainter(atlas.width, atlas.height);
    pictures.forEach((picture, i) => {
      picture.paint(painter, atlas.cells[i]!);
    });
    return crisp(canvas, anisotropy);
  }, [atlas, pictures, anisotropy]);
  const material = useMade(() => rawOutput(new MeshBasicMaterial({ map: texture })), [texture]);
  return <mesh geometry={geometry} material={material} />;
}

/** A texture is sent to the graphics card at most this often while time runs, ms. */
const SEND_EVERY_MS = 120;
/** From above each window's picture lies flat over its counter, this wide, metres. */
const FLAT_WIDTH_M = 1;
const FLAT_HEIGHT_M = 0.9;

/** The displays of the hall: one texture, painted and sent only when what they say changes. */
export function Displays(props: {
  plan: FloorPlan;
  timeline: Timeline | null;
  clock: SceneClock;
  language: Language;
  view: SceneView;
  anisotropy: number;
}) {
  const { plan, timeline, clock, language, view, anisotropy } = props;
  const board = useMemo(
    () => new DisplayBoard(plan, timeline, language),
    [plan, timeline, language],
  );
  const painting = useMemo(() => createPainter(board.atlas.width, board.atlas.height), [board]);
  const texture = useMade(() => crisp(painting.canvas, anisotropy), [painting, anisotropy]);
  const material = useMade(() => rawOutput(new MeshBasicMaterial({ map: texture })), [texture]);
  // Drawn over everything: a plan's labels are not hidden by what stands there.
  const flatMaterial = useMade(
    () => rawOutput(new MeshBasicMaterial({ map: texture, depthTest: false, transparent: true })),
    [texture],
  );
  const upright = useMade(() => hangAtlas(board.atlas, uprightHangings(plan)), [board, plan]);
  const flat = useMade(() => hangAtlas(board.atlas, flatHangings(plan)), [board, plan]);
  const flatMesh = useRef<Mesh>(null);
  const sentMs = useRef(Number.NEGATIVE_INFINITY);
  useFrame(({ camera }) => {
    const now = performance.now();
    if (!clock.playing() || now - sentMs.current >= SEND_EVERY_MS) {
      if (board.update(painting.painter, clock.timeUs())) {
        texture.needsUpdate = true;
        sentMs.current = now;
      }
    }
    // The flat pictures come once the camera has risen, so that they do not cover the way there.
    if (flatMesh.current) flatMesh.current.visible = view === 'top' && camera.rotation.x < -1.3;
  });
  return (
    <>
      {view === 'orbit' && <mesh geometry={upright} material={material} />}
      <mesh
        ref={flatMesh}
        geometry={flat}
        material={flatMaterial}
        visible={false}
        renderOrder={5}
      />
    </>
  );
}

function uprightHangings(plan: FloorPlan): Hanging[] {
  return plan.displays.map((display) => ({
    ...boardOf(display),
    at: display.at,
    heightM: display.heightM,
    facingDeg: display.facingDeg,
  }));
}

function flatHangings(plan: FloorPlan): (Hanging | null)[] {
  return plan.displays.map((display) => {
    const window = plan.windows.find((candidate) => candidate.id === display.window);
    if (window === undefined) return null;
    const board = boardOf(display);
    const widthM = Math.min(FLAT_WIDTH_M, window.widthM * 0.94);
    return {
      at: window.at,
      heightM: FLAT_HEIGHT_M,
      widthM,
      tallM: (widthM * board.tallM) / board.widthM,
      facingDeg: 270,
      flat: true,
    };
  });
}

function crisp(canvas: HTMLCanvasElement, anisotropy: number): CanvasTexture {
  const texture = new CanvasTexture(canvas);
  texture.anisotropy = anisotropy;
  return texture;
}
