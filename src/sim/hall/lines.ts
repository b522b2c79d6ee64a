import type { StationKind, StationModel } from './model';
import { Ring } from './ring';

/** The lines in front of guide desk, ticket machines and kiosks: one server each. */
export class Lines {
  private readonly lines: readonly Ring[];
  private readonly serving: Uint8Array;
  private readonly staffed: Uint8Array;

  constructor(private readonly stations: readonly StationModel[]) {
    this.lines = stations.map(() => new Ring());
    this.serving = new Uint8Array(stations.length);
    this.staffed = Uint8Array.from(stations, (s) => Number(s.duties === null));
  }

  has(kind: StationKind): boolean {
    return this.stations.some((s) => s.kind === kind);
  }

  /** The staffed station of a kind with the fewest people, the first of several; −1 for none. */
  shortest(kind: StationKind): number {
    let best = -1;
    for (let i = 0; i < this.stations.length; i++) {
      if (this.stations[i]!.kind !== kind || !this.staffed[i]) continue;
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

  setOpen(station: number, open: boolean): void {
    this.staffed[station] = open ? 1 : 0;
  }
}
