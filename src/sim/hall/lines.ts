import type { StationKind, StationModel } from './model';
import { Ring } from './queue';

/** The lines in front of guide desk, ticket machines and kiosks: one server each. */
export class Lines {
  private readonly lines: readonly Ring[];
  private readonly serving: Uint8Array;

  constructor(private readonly stations: readonly StationModel[]) {
    this.lines = stations.map(() => new Ring());
    this.serving = new Uint8Array(stations.length);
  }

  has(kind: StationKind): boolean {
    return this.stations.some((s) => s.kind === kind);
  }

  /** The station of a kind with the fewest people, the first of several. */
  shortest(kind: StationKind): number {
    let best = -1;
    for (const [i, station] of this.stations.entries()) {
      if (station.kind !== kind) continue;
      if (best < 0 || this.lines[i]!.length < this.lines[best]!.length) best = i;
    }
    return best;
  }

  line(station: number): Ring {
    return this.lines[station]!;
  }

  busy(station: number): boolean {
    return this.serving[station] === 1;
  }

  setBusy(station: number, busy: boolean): void {
    this.serving[station] = busy ? 1 : 0;
  }
}
