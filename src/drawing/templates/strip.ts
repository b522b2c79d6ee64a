import { SERVICE_M } from './measures';
import { about, type Rect, rect, unitOf } from './rect';
import type { Counter } from './skeleton';

/** The strip before a counter where its visitors stand and others pass behind them. */
export function stripOf({ facingDeg, slots }: Counter): Rect {
  const [fu, fv] = unitOf(facingDeg);
  const [au, av] = unitOf(facingDeg + 90);
  const half = slots[0]!.widthM / 2;
  return about(
    [slots[0]!, slots.at(-1)!].flatMap(({ u, v }) =>
      [-half, half].flatMap((along) =>
        [0, SERVICE_M].map((out) => {
          const [x, y] = [u + au * along + fu * out, v + av * along + fv * out];
          return rect(x, y, x, y);
        }),
      ),
    ),
  );
}
