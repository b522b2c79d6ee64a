import { type ReactNode, use, useRef } from 'react';
import { TwinContext } from '../context';
import { SaveChart } from './save/SaveChart';

/**
 * The frame of a chart, with a way to save it. A plain picture is one image to a screen reader; one
 * with things to pick has to be a group, for an image would hide its buttons.
 */
export function ChartSvg(props: {
  readonly width: number;
  readonly height: number;
  readonly label: string;
  readonly interactive?: boolean;
  /** Of its styles; absent: a chart's. */
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const { width, height, label, className = 'chart', children } = props;
  const role = props.interactive ? 'group' : 'img';
  const svg = useRef<SVGSVGElement>(null);
  const isOnPage = use(TwinContext) !== null;
  const drawing = (
    <svg
      ref={svg}
      className={className}
      role={role}
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
    >
      {children}
    </svg>
  );
  if (!isOnPage) return drawing;
  return (
    <div className="chart-frame">
      {drawing}
      <SaveChart svg={svg} label={label} />
    </div>
  );
}
