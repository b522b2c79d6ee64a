import type { ReactNode } from 'react';

/**
 * The frame of a chart. A plain picture is one image to a screen reader; one with things to pick
 * has to be a group, for an image would hide its buttons.
 */
export function ChartSvg(props: {
  readonly width: number;
  readonly height: number;
  readonly label: string;
  readonly interactive?: boolean;
  readonly children: ReactNode;
}) {
  const { width, height, label, children } = props;
  const role = props.interactive ? 'group' : 'img';
  return (
    <svg
      className="chart"
      role={role}
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
    >
      {children}
    </svg>
  );
}
