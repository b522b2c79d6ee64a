import { type PointerEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Camera } from '../../coverage/optics/lens-of';
import { nearestOnWall } from '../../coverage/placement/hang';
import type { FloorPlan, Point } from '../../scenarios/floorplan';
import { useTwin } from '../context';
import { useCameras } from './hooks';

/** Where the handle that turns a camera is, metres from it. */
const HANDLE_M = 1.1;
/** A camera that is dragged this near to a wall hangs on it, metres. */
const SNAP_M = 0.35;
/** Steps of the arrow keys, metres; with shift the longer. */
const STEP_M = 0.05;
const LONG_STEP_M = 0.5;
const TURN_DEG = 5;

const cm = (metres: number) => Math.round(metres * 100) / 100;
const mm = (metres: number) => Math.round(metres * 1000) / 1000;

interface Drag {
  readonly what: 'move' | 'turn';
  readonly gesture: string;
  /** From the pointer to the camera, metres: it does not jump under the hand. */
  readonly off: Point;
}

/** The cameras of the plan, to be dragged and turned; also by arrow keys and brackets. */
export function CameraMarks(props: {
  readonly room: FloorPlan;
  readonly placeOf: (event: PointerEvent) => Point;
}) {
  const { room, placeOf } = props;
  const { t } = useTranslation();
  const { cameras } = useTwin();
  const hung = useCameras((state) => state.history.cameras);
  const picked = useCameras((state) => state.camera);
  const drag = useRef<Drag | null>(null);
  const change = (id: string, next: Partial<Camera>, gesture?: string) =>
    cameras.hang(
      hung.map((camera) => (camera.id === id ? { ...camera, ...next } : camera)),
      gesture,
    );
  const begin = (event: PointerEvent, what: Drag['what'], { id, at }: Camera) => {
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    const [x, y] = placeOf(event);
    drag.current = {
      what,
      gesture: `${what} ${id} ${event.timeStamp}`,
      off: what === 'move' ? [at[0] - x, at[1] - y] : [0, 0],
    };
    cameras.store.setState({ camera: id });
  };
  const follow = (event: PointerEvent, { id, at, heightM }: Camera) => {
    const under = drag.current;
    if (!under) return;
    const [x, y] = placeOf(event);
    if (under.what === 'turn') {
      const degrees = (Math.atan2(y - at[1], x - at[0]) * 180) / Math.PI;
      const yawDeg = event.altKey ? Math.round(degrees * 10) / 10 : Math.round(degrees);
      change(id, { yawDeg: (yawDeg + 360) % 360 }, under.gesture);
      return;
    }
    const free: Point = [x + under.off[0], y + under.off[1]];
    const held = event.altKey ? null : nearestOnWall(room, free, heightM, SNAP_M);
    const [nextX, nextY] = held ?? free;
    change(id, { at: [cm(nextX), cm(nextY)] }, under.gesture);
  };
  const end = () => {
    drag.current = null;
  };
  const byKey = (event: React.KeyboardEvent, { id, at, yawDeg }: Camera) => {
    const step = event.shiftKey ? LONG_STEP_M : STEP_M;
    const moves: Readonly<Record<string, Partial<Camera>>> = {
      ArrowLeft: { at: [mm(at[0] - step), at[1]] },
      ArrowRight: { at: [mm(at[0] + step), at[1]] },
      ArrowUp: { at: [at[0], mm(at[1] + step)] },
      ArrowDown: { at: [at[0], mm(at[1] - step)] },
      '[': { yawDeg: (yawDeg + TURN_DEG) % 360 },
      ']': { yawDeg: (yawDeg - TURN_DEG + 360) % 360 },
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    event.stopPropagation();
    change(id, move);
  };
  return hung.map((camera, i) => {
    const { id, at, yawDeg } = camera;
    const angle = (yawDeg * Math.PI) / 180;
    const isPicked = id === picked;
    const dragging = (what: Drag['what']) => ({
      onPointerDown: (event: PointerEvent) => begin(event, what, camera),
      onPointerMove: (event: PointerEvent) => follow(event, camera),
      onPointerUp: end,
      onPointerCancel: end,
    });
    return (
      <g key={id} className={isPicked ? 'camera-mark picked' : 'camera-mark'} data-camera={id}>
        {isPicked && (
          <line
            className="turn-arm"
            x1={at[0]}
            y1={-at[1]}
            x2={at[0] + HANDLE_M * Math.cos(angle)}
            y2={-at[1] - HANDLE_M * Math.sin(angle)}
          />
        )}
        {/* biome-ignore lint/a11y/useSemanticElements: a button can't be part of a drawing */}
        <g
          className="body"
          transform={`translate(${at[0]} ${-at[1]})`}
          tabIndex={0}
          role="button"
          aria-label={t('cameras.mark', { number: i + 1, id })}
          aria-pressed={isPicked}
          onFocus={() => cameras.store.setState({ camera: id })}
          onKeyDown={(event) => byKey(event, camera)}
          {...dragging('move')}
        >
          <path transform={`rotate(${-yawDeg})`} d="M0.16,0 L0.42,-0.17 L0.42,0.17 Z" />
          <circle r={0.24} />
          <text y={0.11}>{i + 1}</text>
        </g>
        {isPicked && (
          <circle
            className="turn-handle"
            cx={at[0] + HANDLE_M * Math.cos(angle)}
            cy={-at[1] - HANDLE_M * Math.sin(angle)}
            r={0.15}
            {...dragging('turn')}
          >
            <title>{t('cameras.turn')}</title>
          </circle>
        )}
      </g>
    );
  });
}
