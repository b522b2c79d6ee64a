import { memo, useEffect, useMemo, useReducer, useRef } from 'react';
import { inLanguage } from '../../scenarios/text';
import { type Crowd, type Timeline, WindowState } from '../../sim/hall/timeline';
import { floorExtent } from '../model/floor-painter';
import { ACTIVITY_COLOURS, PALETTE, WINDOW_STATE_COLOURS } from '../palette';
import { attend, isPresent, staffPlaces } from '../people/staff';
import { FONT_STACK } from '../text/canvas';
import { windowText } from '../text/display-text';
import {
  followedVisitor,
  type HallViewProps,
  type HeatLayer,
  type Selection,
  sameSelection,
} from '../types';
import { PlanBox, PlanRoom } from './PlanRoom';

const MARGIN_M = 0.4;
/** Half of the width that is seen about somebody who is followed. */
const AROUND_M = 5;

/**
 * The hall from above in two dimensions, for browsers without WebGL: the same plan, the same
 * recorded day, the same selection. y points down on the screen, so everything is drawn at −y.
 */
export function PlanView(props: HallViewProps) {
  const { plan, timeline, clock, language, selection, onSelect } = props;
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const pending = useRef(0);
  useEffect(() => {
    const stop = clock.subscribe(() => {
      if (pending.current !== 0) return;
      pending.current = requestAnimationFrame(() => {
        pending.current = 0;
        redraw();
      });
    });
    return () => {
      stop();
      cancelAnimationFrame(pending.current);
      pending.current = 0;
    };
  }, [clock]);
  const room = useMemo(() => <PlanRoom plan={plan} language={language} />, [plan, language]);
  const timeUs = clock.timeUs();
  return (
    <svg
      viewBox={useViewBox(props, timeUs)}
      width="100%"
      height="100%"
      style={{ background: PALETTE.background, display: 'block', fontFamily: FONT_STACK }}
      role="img"
      aria-label={inLanguage(plan.name, language)}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: empty floor, like the 3D picture's */}
      <g onClick={() => onSelect(null)}>{room}</g>
      {props.heat && <PlanHeat layer={props.heat} />}
      <PlanFixtures plan={plan} selection={selection} onSelect={onSelect} />
      <PlanWindows {...props} timeUs={timeUs} />
      {timeline !== null && <PlanPeople {...props} timeline={timeline} timeUs={timeUs} />}
    </svg>
  );
}

/** Colours over the floor, cell by cell. */
const PlanHeat = memo(function PlanHeat({ layer: { grid, rgba } }: { layer: HeatLayer }) {
  return Array.from({ length: grid.columns * grid.rows }, (_, cell) => {
    const [r, g, b, a] = rgba.subarray(4 * cell, 4 * cell + 4);
    if (!a) return null;
    return (
      <rect
        // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
        key={cell}
        x={grid.minX + (cell % grid.columns) * grid.cellM}
        y={-(grid.minY + (Math.floor(cell / grid.columns) + 1) * grid.cellM)}
        width={grid.cellM}
        height={grid.cellM}
        fill={`rgb(${r} ${g} ${b})`}
        opacity={a / 255}
        pointerEvents="none"
      />
    );
  });
});

/** The whole plan, or what is round about the visitor that is followed. */
function useViewBox(props: HallViewProps, timeUs: number): string {
  const { plan, timeline } = props;
  const crowd = useMemo(() => timeline?.createCrowd() ?? null, [timeline]);
  const { left, bottom, widthM, depthM } = floorExtent(plan, MARGIN_M);
  const visitor = followedVisitor(props);
  if (timeline && crowd && visitor !== null) {
    timeline.crowdAt(timeUs, crowd);
    const at = crowd.visitor.subarray(0, crowd.count).indexOf(visitor);
    if (at >= 0) {
      const [x, y] = [crowd.x[at]!, -crowd.y[at]!];
      return `${x - AROUND_M} ${y - AROUND_M * 0.6} ${2 * AROUND_M} ${1.2 * AROUND_M}`;
    }
  }
  return `${left} ${-bottom - depthM} ${widthM} ${depthM}`;
}

function PlanFixtures(props: Pick<HallViewProps, 'plan' | 'selection' | 'onSelect'>) {
  const { plan, selection, onSelect } = props;
  const things = [
    ...plan.fixtures.map((fixture) => ({
      own: { kind: 'fixture', fixture: fixture.id } as Selection,
      box: fixture,
      fill: fixture.kind === 'plant' ? PALETTE.leaf : PALETTE.machine,
    })),
    ...plan.cameras.map((camera) => ({
      own: { kind: 'camera', camera: camera.id } as Selection,
      box: { at: camera.at, widthM: 0.16, depthM: 0.3, rotationDeg: camera.yawDeg + 90 },
      fill: PALETTE.dark,
    })),
  ];
  return things.map(({ own, box, fill }) => (
    // biome-ignore lint/a11y/noStaticElementInteractions: a stand-in for the 3D picture
    <g
      key={own.kind === 'camera' ? own.camera : JSON.stringify(own)}
      onClick={() => onSelect(own)}
      style={{ cursor: 'pointer' }}
    >
      <PlanBox
        box={box}
        fill={fill}
        stroke={sameSelection(own, selection) ? PALETTE.accent : '#b4bcc4'}
      />
    </g>
  ));
}

function PlanWindows(props: HallViewProps & { timeUs: number }) {
  const { plan, timeline, timeUs, language, selection, onSelect } = props;
  return plan.windows.map((window) => {
    const index = timeline?.record.header.windows.indexOf(window.id) ?? -1;
    const known = timeline !== null && index >= 0;
    const state = known ? timeline.windowState(index, timeUs) : WindowState.Closed;
    const visitor = known ? timeline.windowVisitor(index, timeUs) : -1;
    const ticket = timeline !== null && visitor >= 0 ? timeline.ticket(visitor) : '';
    const text = windowText(window, state, ticket, language);
    const own: Selection = { kind: 'window', window: window.id };
    const w = Math.min(1, window.widthM * 0.94);
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: a stand-in for the 3D picture
      <g
        key={window.id}
        transform={`translate(${window.at[0]} ${-window.at[1]})`}
        onClick={() => onSelect(own)}
        style={{ cursor: 'pointer' }}
      >
        <rect
          x={-w / 2}
          y={-0.24}
          width={w}
          height={0.48}
          rx={0.05}
          fill="#10171f"
          stroke={sameSelection(own, selection) ? PALETTE.accent : 'none'}
          strokeWidth={0.07}
        />
        <text
          x={-w * 0.3}
          y={0.12}
          fontSize={0.34}
          fontWeight={700}
          textAnchor="middle"
          fill="#fff"
        >
          {text.number}
        </text>
        <text
          x={w * 0.17}
          y={0.08}
          fontSize={text.ticket === '' ? 0.15 : 0.22}
          textAnchor="middle"
          fill={WINDOW_STATE_COLOURS[state]}
        >
          {text.ticket === '' ? text.stateText : text.ticket}
        </text>
      </g>
    );
  });
}

function PlanPeople(props: HallViewProps & { timeline: Timeline; timeUs: number }) {
  const { plan, timeline, timeUs, selection, onSelect } = props;
  const crowd = useMemo<Crowd>(() => timeline.createCrowd(), [timeline]);
  const staff = useMemo(() => staffPlaces(plan, timeline), [plan, timeline]);
  timeline.crowdAt(timeUs, crowd);
  const attendance = { anyOpen: false, approving: 0 };
  attend(timeline, timeUs, attendance);
  return (
    <>
      {staff.map((place) =>
        isPresent(place, timeline, timeUs, attendance) ? (
          <circle
            key={`${place.role} ${place.x} ${place.y}`}
            cx={place.x}
            cy={-place.y}
            r={0.2}
            fill="#1f3a68"
          />
        ) : null,
      )}
      {Array.from({ length: crowd.count }, (_, i) => {
        const visitor = crowd.visitor[i]!;
        const own: Selection = { kind: 'visitor', visitor };
        const chosen = sameSelection(own, selection);
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: a stand-in for the 3D picture
          <circle
            key={visitor}
            cx={crowd.x[i]!}
            cy={-crowd.y[i]!}
            r={chosen ? 0.28 : 0.21}
            fill={ACTIVITY_COLOURS[crowd.activity[i]! as keyof typeof ACTIVITY_COLOURS]}
            stroke={chosen ? PALETTE.accent : '#ffffff'}
            strokeWidth={chosen ? 0.1 : 0.04}
            onClick={() => onSelect(own)}
            style={{ cursor: 'pointer' }}
          />
        );
      })}
    </>
  );
}
