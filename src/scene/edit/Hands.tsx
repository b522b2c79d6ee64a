import { useThree } from '@react-three/fiber';
import { useEffect, useRef } from 'react';
import { Raycaster, Vector2 } from 'three';
import type { Point } from '../../scenarios/floorplan';
import { type Sight, sightFromScene } from '../pick/targets';
import { atHeight, firstPrism, type Prism } from './prism';

/** What hands in the room ask for. Points are plan metres at the height that was taken hold of. */
export interface HandsProps {
  /** With convex footprints. */
  readonly prisms: readonly Prism[];
  /** Keys of what is selected: heavy things move only then. */
  readonly selected: ReadonlySet<string>;
  /** A press where nothing moves, and where the hand did not go on to turn the view. */
  readonly onClick: (key: string | null, event: PointerEvent) => void;
  /** Something was taken hold of. */
  readonly onTake: (key: string, at: Point, event: PointerEvent) => void;
  readonly onDrag: (at: Point, event: PointerEvent) => void;
  readonly onLetGo: () => void;
}

/** A pointer that moved further than this between down and up has turned the view, px. */
const CLICK_PX = 5;

/** Things of the room to be dragged over its floor; elsewhere the pointer turns the view as ever. */
export function Hands(props: HandsProps) {
  const element = useThree((state) => state.gl.domElement);
  const camera = useThree((state) => state.camera);
  const now = useRef(props);
  now.current = props;
  useEffect(() => {
    const caster = new Raycaster();
    const pointer = new Vector2();
    let heightM: number | null = null;
    let pressed: { key: string | null; x: number; y: number } | null = null;
    const sightOf = (event: PointerEvent): Sight => {
      const box = element.getBoundingClientRect();
      pointer.set(
        ((event.clientX - box.left) / box.width) * 2 - 1,
        1 - ((event.clientY - box.top) / box.height) * 2,
      );
      caster.setFromCamera(pointer, camera);
      return sightFromScene(caster.ray.origin, caster.ray.direction);
    };
    const down = (event: PointerEvent) => {
      if (event.button !== 0) return;
      const hit = firstPrism(sightOf(event), now.current.prisms);
      if (!hit || (hit.prism.heavy && !now.current.selected.has(hit.prism.key))) {
        pressed = { key: hit?.prism.key ?? null, x: event.clientX, y: event.clientY };
        return;
      }
      // The view would turn otherwise: its own listeners come after this one.
      event.stopImmediatePropagation();
      element.setPointerCapture(event.pointerId);
      heightM = hit.heightM;
      now.current.onTake(hit.prism.key, hit.at, event);
    };
    const move = (event: PointerEvent) => {
      if (heightM === null) return;
      event.stopImmediatePropagation();
      const at = atHeight(sightOf(event), heightM);
      if (at) now.current.onDrag(at, event);
    };
    const up = (event: PointerEvent) => {
      if (heightM === null) {
        const still =
          pressed && Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) <= CLICK_PX;
        if (still && event.type === 'pointerup') now.current.onClick(pressed!.key, event);
        pressed = null;
        return;
      }
      event.stopImmediatePropagation();
      heightM = null;
      now.current.onLetGo();
    };
    const capture = { capture: true };
    element.addEventListener('pointerdown', down, capture);
    element.addEventListener('pointermove', move, capture);
    element.addEventListener('pointerup', up, capture);
    element.addEventListener('pointercancel', up, capture);
    return () => {
      element.removeEventListener('pointerdown', down, capture);
      element.removeEventListener('pointermove', move, capture);
      element.removeEventListener('pointerup', up, capture);
      element.removeEventListener('pointercancel', up, capture);
    };
  }, [element, camera]);
  return null;
}
