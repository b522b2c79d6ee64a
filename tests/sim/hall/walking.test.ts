import { describe, expect, test } from 'vitest';
import { type Obstacle, obstaclesOf } from '../../../src/geometry/obstacles';
import { HALLS, hallScenario } from '../../../src/scenarios/halls';
import { prepare, recordDay } from '../../../src/sim/experiments/simulate';
import type { DayRecord } from '../../../src/sim/hall/record';
import { SHIPPED_PLANS, shippedPlan } from '../../plans';

/** Depth of a point inside a box, metres; negative outside. */
function depth(box: Obstacle, x: number, y: number): number {
  const dx = x - box.at[0];
  const dy = y - box.at[1];
  const along = Math.abs(dx * box.axis[0] + dy * box.axis[1]);
  const across = Math.abs(dy * box.axis[0] - dx * box.axis[1]);
  return Math.min(box.halfWidthM - along, box.halfDepthM - across);
}

/** Points every 4 cm along all walks, with the distance to either end when that is a seat. */
function* steps(record: DayRecord) {
  const { walks, header } = record;
  for (let i = 0; i < walks.length; i++) {
    const first = walks.firstPoint[i]!;
    const last = walks.firstPoint[i + 1]! - 1;
    const seats = header.places.filter((p) => p.kind === 'seat').map((p) => p.at);
    for (let p = first; p < last; p++) {
      const [x0, y0, x1, y1] = walks.points.slice(2 * p, 2 * p + 4) as unknown as number[];
      const n = Math.ceil(Math.hypot(x1! - x0!, y1! - y0!) / 0.04);
      for (let k = 0; k <= n; k++) {
        const x = x0! + ((x1! - x0!) * k) / Math.max(1, n);
        const y = y0! + ((y1! - y0!) * k) / Math.max(1, n);
        yield { walk: i, x, y, seats };
      }
    }
  }
}

describe('nobody walks through a wall or furniture', () => {
  test.each(SHIPPED_PLANS)('%s', (id) => {
    const plan = shippedPlan(id);
    const hall = HALLS.find((h) => h.minimumAreaM2 <= plan.minimumAreaM2)!;
    const obstacles = obstaclesOf(plan);
    const record = recordDay(prepare(hallScenario(hall.id), plan, 3), 0);
    let looked = 0;
    const found: string[] = [];
    for (const { walk, x, y, seats } of steps(record)) {
      looked++;
      for (const obstacle of obstacles) {
        if (depth(obstacle, x, y) < 0.01) continue;
        // Sitting down and getting up are the only ways into a row of seats.
        const sitting =
          obstacle.kind === 'seats' && seats.some((s) => Math.hypot(x - s[0], y - s[1]) < 0.5);
        if (!sitting) found.push(`walk ${walk} at ${x}, ${y}: ${obstacle.kind} ${obstacle.index}`);
      }
    }
    expect(found.slice(0, 5)).toEqual([]);
    expect(looked).toBeGreaterThan(50_000);
  });
});
