import { CompressOutlined } from '@ant-design/icons';
import { type PointerEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { type ItemRef, refKey, sameRef } from '../../drawing/edit/items';
import type { Hold } from '../../drawing/edit/snap';
import { distance } from '../../geometry/vector';
import type { FloorPlan, Point } from '../../scenarios/floorplan';
import { inLanguage } from '../../scenarios/text';
import { PALETTE } from '../../scene/palette';
import { useTwin, useTwinState } from '../context';
import { useSize } from '../useSize';
import { CrowdLayer } from './CrowdLayer';
import { DrawingItems } from './DrawingItems';
import { Handles } from './Handles';
import { useFlagged, useStudio } from './hooks';
import { beginMove, type Doing, meant, movedTo, toggled, united, withinMarquee } from './pointer';
import { svgViewBox, type ViewBox, wholePlan, zoomed } from './view-box';

const ZOOM_STEP = 1.0015;

/** The plan to be drawn in: picked, dragged, measured, and looked at nearer. */
export function Drawing({ plan }: { readonly plan: FloorPlan }) {
  const { t } = useTranslation();
  const { studio, underlay } = useTwin();
  const language = useTwinState((state) => state.language);
  const selection = useStudio((state) => state.selection);
  const tool = useStudio((state) => state.tool);
  const tab = useStudio((state) => state.tab);
  const gridM = useStudio((state) => state.gridM);
  const svg = useRef<SVGSVGElement>(null);
  const [box, { width, height }] = useSize<HTMLDivElement>();
  const [looked, setLooked] = useState<ViewBox | null>(null);
  const doing = useRef<Doing | null>(null);
  const [marquee, setMarquee] = useState<readonly [Point, Point] | null>(null);
  const [holds, setHolds] = useState<readonly Hold[]>([]);
  const measured = useStore(underlay.store, (state) => state.measured);
  const setMeasured = (next: readonly [Point, Point]) =>
    underlay.store.setState({ measured: next });
  const flagged = useFlagged();
  const selected = useMemo(() => new Set(selection.map(refKey)), [selection]);
  const view = looked ?? wholePlan(plan, width || 1, height || 1);

  const placeOf = useCallback(
    (event: { readonly clientX: number; readonly clientY: number }): Point => {
      const matrix = svg.current?.getScreenCTM();
      if (!matrix) return [0, 0];
      const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
      return [at.x, -at.y];
    },
    [],
  );

  // Wheels are listened to by hand: the browser would scroll the page otherwise.
  useEffect(() => {
    const element = svg.current;
    if (!element) return;
    const turn = (event: WheelEvent) => {
      event.preventDefault();
      const at = placeOf(event);
      setLooked((now) =>
        zoomed(now ?? wholePlan(plan, width || 1, height || 1), ZOOM_STEP ** -event.deltaY, at),
      );
    };
    element.addEventListener('wheel', turn, { passive: false });
    return () => element.removeEventListener('wheel', turn);
  }, [placeOf, plan, width, height]);

  const begin = (event: PointerEvent) => {
    if (event.button === 2) return;
    svg.current?.focus();
    event.currentTarget.setPointerCapture(event.pointerId);
    const from = placeOf(event);
    if (event.button === 1) {
      doing.current = { kind: 'pan', clientX: event.clientX, clientY: event.clientY };
      return;
    }
    if (tool === 'measure') {
      doing.current = { kind: 'measure', from };
      setMeasured([from, from]);
      return;
    }
    const under = refUnder(event.target);
    const ref = under && meant(plan, under, selection);
    if (!ref || tool === 'outline') {
      doing.current = { kind: 'marquee', from, added: event.shiftKey ? selection : [] };
      return;
    }
    if (event.shiftKey) {
      studio.select(toggled(selection, ref));
      return;
    }
    const refs = selection.some((one) => sameRef(one, ref)) ? selection : [ref];
    if (refs !== selection) studio.select(refs);
    doing.current = beginMove(plan, refs, from, `move ${event.timeStamp}`);
  };

  const follow = (event: PointerEvent) => {
    const now = doing.current;
    if (!now) return;
    const at = placeOf(event);
    switch (now.kind) {
      case 'pan': {
        const dx = (event.clientX - now.clientX) / view.scale;
        const dy = (event.clientY - now.clientY) / view.scale;
        doing.current = { kind: 'pan', clientX: event.clientX, clientY: event.clientY };
        setLooked({ ...view, x: view.x - dx, y: view.y + dy });
        return;
      }
      case 'measure':
        setMeasured([now.from, at]);
        return;
      case 'marquee':
        setMarquee([now.from, at]);
        return;
      case 'move': {
        // A click is not a move: the hand has to go some pixels.
        const still = distance(now.from, at) * view.scale < 3;
        if (still && studio.store.getState().history?.gesture !== now.gesture) return;
        const { plan: next, holds: lines } = movedTo(now, at, {
          scale: view.scale,
          gridM,
          free: event.altKey,
        });
        setHolds(lines);
        studio.edit(next, now.gesture);
      }
    }
  };

  const end = (event: PointerEvent) => {
    const now = doing.current;
    doing.current = null;
    setHolds([]);
    setMarquee(null);
    if (now?.kind !== 'marquee') return;
    const at = placeOf(event);
    const found = distance(now.from, at) * view.scale < 3 ? [] : withinMarquee(plan, now.from, at);
    studio.select(united(plan, now.added, found));
  };

  const pixel = 1 / view.scale;
  return (
    <div ref={box} className="drawing-box">
      <svg
        ref={svg}
        className={`drawing tool-${tool}`}
        viewBox={svgViewBox(view, width || 1, height || 1)}
        role="application"
        aria-label={t('studio.drawing', { name: inLanguage(plan.name, language) })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: keys work on what is selected in it
        tabIndex={0}
        data-drawing
        style={{ '--pixel': pixel } as React.CSSProperties}
        onPointerDown={begin}
        onPointerMove={follow}
        onPointerUp={end}
        onPointerCancel={end}
      >
        <polygon
          className="floor"
          points={plan.outline.map(([x, y]) => `${x},${-y}`).join(' ')}
          fill={PALETTE.tile}
        />
        <Grid plan={plan} pixel={pixel} />
        <UnderlayPicture />
        <DrawingItems plan={plan} language={language} selected={selected} flagged={flagged} />
        {tab === 'crowd' && <CrowdLayer placeOf={placeOf} />}
        <Handles plan={plan} pixel={pixel} placeOf={placeOf} />
        {holds.map(({ axis, at }) => (
          <line
            key={`${axis} ${at}`}
            className="hold"
            {...(axis === 'x'
              ? { x1: at, x2: at, y1: -1000, y2: 1000 }
              : { x1: -1000, x2: 1000, y1: -at, y2: -at })}
          />
        ))}
        {marquee && <Marquee from={marquee[0]} to={marquee[1]} />}
        {measured && tool === 'measure' && (
          <Measured from={measured[0]} to={measured[1]} pixel={pixel} />
        )}
      </svg>
      <div className="drawing-zoom">
        <button
          type="button"
          title={t('studio.zoomIn')}
          onClick={() => setLooked(zoomed(view, 1.25, [view.x, view.y]))}
        >
          +
        </button>
        <button
          type="button"
          title={t('studio.zoomOut')}
          onClick={() => setLooked(zoomed(view, 0.8, [view.x, view.y]))}
        >
          −
        </button>
        <button type="button" title={t('studio.zoomAll')} onClick={() => setLooked(null)}>
          <CompressOutlined />
        </button>
      </div>
    </div>
  );
}

function refUnder(target: EventTarget): ItemRef | null {
  const key = target instanceof Element && target.closest<SVGElement>('[data-item]')?.dataset.item;
  if (!key) return null;
  const [list, id] = key.split('/') as [ItemRef['list'], string];
  return { list, id };
}

/** The picture under the drawing. */
function UnderlayPicture() {
  const { store } = useTwin().underlay;
  const underlay = useStore(store, (state) => state.underlay);
  if (!underlay) return null;
  const { address, at, widthPx, heightPx, metresPerPx, opacity } = underlay;
  return (
    <image
      className="underlay"
      href={address}
      x={at[0]}
      y={-at[1] - heightPx * metresPerPx}
      width={widthPx * metresPerPx}
      height={heightPx * metresPerPx}
      opacity={opacity}
      preserveAspectRatio="none"
    />
  );
}

/** Lines a metre apart, so that sizes are seen. */
function Grid({ plan, pixel }: { readonly plan: FloorPlan; readonly pixel: number }) {
  const xs = plan.outline.map(([x]) => x);
  const ys = plan.outline.map(([, y]) => y);
  const [x0, x1] = [Math.floor(Math.min(...xs)), Math.ceil(Math.max(...xs))];
  const [y0, y1] = [Math.floor(Math.min(...ys)), Math.ceil(Math.max(...ys))];
  if (x1 - x0 + y1 - y0 > 400) return null;
  const lines: string[] = [];
  for (let x = x0; x <= x1; x++) lines.push(`M${x},${-y0} V${-y1}`);
  for (let y = y0; y <= y1; y++) lines.push(`M${x0},${-y} H${x1}`);
  return <path className="grid" d={lines.join('')} strokeWidth={pixel} />;
}

function Marquee({ from, to }: { readonly from: Point; readonly to: Point }) {
  return (
    <rect
      className="marquee"
      x={Math.min(from[0], to[0])}
      y={-Math.max(from[1], to[1])}
      width={Math.abs(to[0] - from[0])}
      height={Math.abs(to[1] - from[1])}
    />
  );
}

function Measured(props: { readonly from: Point; readonly to: Point; readonly pixel: number }) {
  const { from, to, pixel } = props;
  const long = distance(from, to);
  return (
    <g className="measured">
      <line x1={from[0]} y1={-from[1]} x2={to[0]} y2={-to[1]} />
      <text x={(from[0] + to[0]) / 2} y={-(from[1] + to[1]) / 2 - 6 * pixel} fontSize={15 * pixel}>
        {`${long.toFixed(3)} m  (Δx ${Math.abs(to[0] - from[0]).toFixed(2)}, Δy ${Math.abs(to[1] - from[1]).toFixed(2)})`}
      </text>
    </g>
  );
}
