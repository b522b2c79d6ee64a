import { useMemo } from 'react';
import type { Eye } from '../../coverage/eye';
import { DENSE, reachOf, runsOf } from '../../coverage/reach';
import type { Sight } from '../../coverage/space/sight';

/** A camera's cone is followed so far, metres. */
const FAR_M = 16;

/** Where a camera sees at a height: dense enough, and further on. Follows a hand that drags. */
export function ConeLayer(props: {
  readonly eye: Eye;
  readonly sight: Sight;
  readonly heightM: number;
  readonly pxPerM: number;
}) {
  const { eye, sight, heightM, pxPerM } = props;
  const { dense, seen } = useMemo(() => {
    const reach = reachOf(eye, sight, { heightM, pxPerM, farM: FAR_M });
    const [x, y] = eye.pose.at;
    const corner = (direction: number, r: number) => {
      const angle = (direction * reach.stepDeg * Math.PI) / 180;
      return `${(x + r * Math.cos(angle)).toFixed(3)},${(-y - r * Math.sin(angle)).toFixed(3)}`;
    };
    const paths = { dense: '', seen: '' };
    for (const { direction: d, state, fromM, toM } of runsOf(reach))
      paths[state === DENSE ? 'dense' : 'seen'] +=
        `M${corner(d, fromM)}L${corner(d, toM)}L${corner(d + 1, toM)}L${corner(d + 1, fromM)}Z`;
    return paths;
  }, [eye, sight, heightM, pxPerM]);
  return (
    <g className="camera-cone" clipPath="url(#inside-hall)">
      <path className="seen" d={seen} />
      <path className="dense" d={dense} />
    </g>
  );
}
