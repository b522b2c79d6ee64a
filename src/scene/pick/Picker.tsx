import { useThree } from '@react-three/fiber';
import { useEffect, useRef } from 'react';
import { Raycaster, Vector2 } from 'three';
import type { Crowd } from '../../sim/hall/timeline';
import type { Selection } from '../types';
import { type PickBox, pickAlong, sightFromScene } from './targets';

/** A pointer that moved further than this between down and up has dragged, not clicked, px. */
const DRAG_PX = 5;

/** Clicks select; what could be selected shows the hand. Empty floor selects nothing. */
export function Picker(props: {
  boxes: readonly PickBox[];
  crowdRef: { current: Crowd | null };
  onSelect: (selection: Selection | null) => void;
}) {
  const { boxes, crowdRef, onSelect } = props;
  const element = useThree((state) => state.gl.domElement);
  const camera = useThree((state) => state.camera);
  const select = useRef(onSelect);
  select.current = onSelect;

  useEffect(() => {
    const caster = new Raycaster();
    const pointer = new Vector2();
    let downX = 0;
    let downY = 0;
    let pending = 0;
    let hoverX = 0;
    let hoverY = 0;

    const at = (clientX: number, clientY: number): Selection | null => {
      const box = element.getBoundingClientRect();
      pointer.set(
        ((clientX - box.left) / box.width) * 2 - 1,
        1 - ((clientY - box.top) / box.height) * 2,
      );
      caster.setFromCamera(pointer, camera);
      return pickAlong(
        sightFromScene(caster.ray.origin, caster.ray.direction),
        boxes,
        crowdRef.current,
      );
    };
    const down = (event: PointerEvent) => {
      downX = event.clientX;
      downY = event.clientY;
    };
    const click = (event: MouseEvent) => {
      if (Math.hypot(event.clientX - downX, event.clientY - downY) > DRAG_PX) return;
      select.current(at(event.clientX, event.clientY));
    };
    const move = (event: PointerEvent) => {
      hoverX = event.clientX;
      hoverY = event.clientY;
      if (pending !== 0 || event.buttons !== 0) return;
      // At most once a frame, however fast the pointer reports.
      pending = requestAnimationFrame(() => {
        pending = 0;
        element.style.cursor = at(hoverX, hoverY) === null ? 'grab' : 'pointer';
      });
    };
    element.addEventListener('pointerdown', down);
    element.addEventListener('click', click);
    element.addEventListener('pointermove', move);
    return () => {
      cancelAnimationFrame(pending);
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('click', click);
      element.removeEventListener('pointermove', move);
    };
  }, [element, camera, boxes, crowdRef]);
  return null;
}
