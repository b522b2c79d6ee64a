import type { WindowReport } from '../../coverage/inspect/inspect';
import type { FloorPlan } from '../../scenarios/floorplan';
import { useTwin } from '../context';
import { VERDICT_MARKS } from './colours';
import { useCameras } from './hooks';

/** Every window with its verdict; a click picks it. */
export function WindowMarks({ room }: { readonly room: FloorPlan }) {
  const { cameras } = useTwin();
  const windows = useCameras((state) => state.inspection?.windows);
  const picked = useCameras((state) => state.window);
  return room.windows.map(({ id, number, at: [x, y] }) => {
    const verdict = windows?.find((one) => one.id === id)?.verdict;
    const mark = verdict ? VERDICT_MARKS[verdict] : { colour: '#5d6b77', sign: '' };
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: the table beside the plan does the same
      <g
        key={id}
        className="window-mark"
        data-window={id}
        data-verdict={verdict}
        transform={`translate(${x} ${-y})`}
        onClick={() => cameras.store.setState({ window: id })}
      >
        <rect
          x={-0.42}
          y={-0.22}
          width={0.84}
          height={0.44}
          rx={0.08}
          fill={mark.colour}
          className={id === picked ? 'picked' : undefined}
        />
        <text x={mark.sign ? -0.13 : 0} y={0.12}>
          {number}
        </text>
        <text x={0.2} y={0.12}>
          {mark.sign}
        </text>
      </g>
    );
  });
}

/** From every camera that has the picked window's visitor in its picture: clear, or hidden. */
export function SightLines({ room }: { readonly room: FloorPlan }) {
  const picked = useCameras((state) => state.window);
  const report = useCameras((state) => state.inspection?.windows.find(({ id }) => id === picked));
  const hung = useCameras((state) => state.history.cameras);
  const window = room.windows.find(({ id }) => id === picked);
  if (!report || !window) return null;
  const [x, y] = window.visitorSpot;
  return report.views.face.map((view) => {
    const camera = hung.find(({ id }) => id === view.camera);
    return (
      camera && (
        <line
          key={view.camera}
          className="sight-line"
          data-state={stateOf(report, view.camera, view.visibleShare)}
          x1={camera.at[0]}
          y1={-camera.at[1]}
          x2={x}
          y2={-y}
        />
      )
    );
  });
}

function stateOf(report: WindowReport, camera: string, visibleShare: number): string {
  if (report.face.camera === camera) return report.face.passes ? 'passes' : 'best';
  return visibleShare === 0 ? 'hidden' : 'other';
}

/** How far the picked window's pickup reaches, and where somebody waiting would be overheard. */
export function PickupMark({ room }: { readonly room: FloorPlan }) {
  const picked = useCameras((state) => state.window);
  const report = useCameras((state) => state.inspection?.windows.find(({ id }) => id === picked));
  const pickup = room.pickups.find(({ id }) => id === report?.pickup.id);
  if (!report || !pickup) return null;
  const seats = room.seats.filter(({ id }) =>
    report.pickup.overhears.some((heard) => heard.id === id),
  );
  return (
    <g className="pickup-mark">
      <circle className="reach" cx={pickup.at[0]} cy={-pickup.at[1]} r={report.pickup.reachM} />
      <circle className="pickup" cx={pickup.at[0]} cy={-pickup.at[1]} r={0.1} />
      {seats.map(({ id, at }) => (
        <circle key={id} className="overheard" cx={at[0]} cy={-at[1]} r={0.28} />
      ))}
    </g>
  );
}
