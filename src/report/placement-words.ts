import type { Placement } from '../coverage/placement/place';
import type { Support } from '../coverage/placement/places';
import type { Language } from '../scenarios/text';

/** What a placement of cameras is told in, wherever it is told. */
export interface PlacementWords {
  readonly support: Readonly<Record<Support, string>>;
  readonly parts: Readonly<Record<'face' | 'counter', string>>;
  /** The fewest, by a profile. */
  answer(
    placement: Pick<Placement, 'count' | 'uncoverable'>,
    times: number,
    profile: string,
  ): string;
  /** What proves it. */
  proof(
    placement: Pick<Placement, 'proven' | 'candidates' | 'places' | 'greedyCount' | 'lowerBound'>,
  ): string;
  uncoverable(targets: string, times: number): string;
  /** What spare cameras bring. */
  spare(count: number, floor: NonNullable<Placement['spare']>): string;
  /** In the place of windows, for a spare camera. */
  readonly floor: string;
}

const m2 = (value: number) => `${value.toFixed(1)} m²`;

export const PLACEMENT_WORDS: Readonly<Record<Language, PlacementWords>> = {
  zh: {
    support: { walls: '墙', ceiling: '顶棚' },
    parts: { face: '面部', counter: '台面' },
    answer: ({ count, uncoverable }, times, profile) => {
      const what = uncoverable.length === 0 ? '' : '，只算看得清的目标';
      const how =
        times === 1 ? '' : `，每个目标由 ${times} 台看清（坏掉任何 ${times - 1} 台仍看得清）`;
      return `按“${profile}”${how}${what}，最少 ${count} 台摄像机`;
    },
    proof: ({ proven, candidates, places, greedyCount, lowerBound }) =>
      `${places} 个安装位置、${candidates} 个候选${proven ? '中已证明最少' : '中找到的最少，未能证明'}；逐台贪心要 ${greedyCount ?? '—'} 台，下界 ${lowerBound}`,
    uncoverable: (targets, times) => `没有足够的候选能看清（需 ${times} 台）：${targets}`,
    spare: (count, { seenBeforeM2, seenM2, totalM2, pxPerM, ...proof }) =>
      `另加 ${count} 台看地面：可见地面（不低于 ${pxPerM} px/m）由 ${m2(seenBeforeM2)} 增至 ${m2(seenM2)}，共 ${m2(totalM2)}；${
        proof.guarantee === 1
          ? `在 ${proof.candidates} 个候选中已证明最多`
          : `上界 ${m2(proof.upperBoundM2)}`
      }`,
    floor: '地面',
  },
  en: {
    support: { walls: 'wall', ceiling: 'ceiling' },
    parts: { face: 'face', counter: 'counter' },
    answer: ({ count, uncoverable }, times, profile) => {
      const what = uncoverable.length === 0 ? '' : ', for what can be seen at all';
      const how =
        times === 1 ? '' : `, each target by ${times} cameras (any ${times - 1} may fail)`;
      return `By "${profile}"${how}${what}: ${count} cameras at least`;
    },
    proof: ({ proven, candidates, places, greedyCount, lowerBound }) =>
      `${proven ? 'Proven the fewest' : 'The fewest found, not proven,'} among ${candidates} candidates at ${places} places; one by one (greedy) takes ${greedyCount ?? '–'}, the lower bound is ${lowerBound}`,
    uncoverable: (targets, times) => `Too few candidates see clearly (${times} needed): ${targets}`,
    spare: (count, { seenBeforeM2, seenM2, totalM2, pxPerM, ...proof }) =>
      `${count} more for the floor: seen at ${pxPerM} px/m or better grows from ${m2(seenBeforeM2)} to ${m2(seenM2)} of ${m2(totalM2)}; ${
        proof.guarantee === 1
          ? `proven the most among ${proof.candidates} candidates`
          : `no more than ${m2(proof.upperBoundM2)} is possible`
      }`,
    floor: 'floor',
  },
};

/** Targets of a placement as windows by id; with the part that is meant where it is not both. */
export function windowsOfTargets(targets: readonly string[], language: Language): string {
  const words = PLACEMENT_WORDS[language].parts;
  const parts = new Map<string, ('face' | 'counter')[]>();
  for (const target of targets) {
    const [window = '', part] = target.split(':');
    parts.set(window, [...(parts.get(window) ?? []), part === 'face' ? 'face' : 'counter']);
  }
  return [...parts]
    .map(([window, some]) => (some.length === 2 ? window : `${window}(${words[some[0]!]})`))
    .join(' ');
}
