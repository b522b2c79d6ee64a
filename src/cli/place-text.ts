import type { Placement } from '../coverage/placement/place';
import type { Support } from '../coverage/placement/places';
import type { Profile } from '../coverage/profiles';
import type { FloorPlan } from '../scenarios/floorplan';
import { inLanguage, type Language } from '../scenarios/text';
import { table } from './table';

interface Words {
  readonly columns: readonly string[];
  readonly support: Readonly<Record<Support, string>>;
  readonly parts: Readonly<Record<'face' | 'counter', string>>;
  answer(placement: Placement, times: number, profile: string): string;
  proof(placement: Placement): string;
  uncoverable(targets: string, times: number): string;
  readonly mounts: string;
  readonly checked: string;
  readonly unmet: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  zh: {
    columns: ['摄像机', '型号', '装在', 'x', 'y', '高', '水平朝向', '俯仰', '看清的窗口'],
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
    mounts: '可换型号、放低 --heights、缩小 --step，或在 --on 中加上另一种安装处',
    checked: '以上摄像机装入平面图后按“hall coverage”复核：每个窗口都清晰',
    unmet: '以上摄像机装入平面图后按“hall coverage”复核，仍不清晰的窗口：',
  },
  en: {
    columns: ['camera', 'model', 'on', 'x', 'y', 'high', 'yaw', 'pitch', 'sees clearly'],
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
    mounts:
      'Try other models, lower --heights, a smaller --step, or another kind of mount with --on',
    checked: 'With these cameras in the plan, "hall coverage" finds every window clear',
    unmet: 'With these cameras in the plan, "hall coverage" finds not clear: ',
  },
};

/** The fewest cameras in words. */
export function placeText(
  plan: FloorPlan,
  placement: Placement,
  profile: Profile,
  times: number,
  language: Language,
): string {
  const words = WORDS[language];
  const { cameras, uncoverable, inspection } = placement;
  const rows = cameras.map(({ camera, model, support, covers }) => [
    camera.id,
    model.name,
    words.support[support],
    camera.at[0].toFixed(2),
    camera.at[1].toFixed(2),
    `${camera.heightM.toFixed(2)} m`,
    `${camera.yawDeg.toFixed(0)}°`,
    `${camera.pitchDeg.toFixed(0)}°`,
    windowsOf(covers, words),
  ]);
  const open = inspection.windows.filter(({ verdict }) => verdict !== 'clear').map(({ id }) => id);
  return [
    `${inLanguage(plan.name, language)} (${plan.id})`,
    table([words.columns, ...rows]),
    '',
    words.answer(placement, times, inLanguage(profile.name, language)),
    words.proof(placement),
    ...(uncoverable.length > 0
      ? [
          words.uncoverable(
            windowsOf(
              uncoverable.map(({ id }) => id),
              words,
            ),
            times,
          ),
          words.mounts,
        ]
      : []),
    open.length === 0 ? words.checked : `${words.unmet}${open.join(' ')}`,
  ].join('\n');
}

/** Windows by id; with the part that is meant where it is not both. */
function windowsOf(targets: readonly string[], words: Words): string {
  const parts = new Map<string, ('face' | 'counter')[]>();
  for (const target of targets) {
    const [window = '', part] = target.split(':');
    parts.set(window, [...(parts.get(window) ?? []), part === 'face' ? 'face' : 'counter']);
  }
  return [...parts]
    .map(([window, some]) => (some.length === 2 ? window : `${window}(${words.parts[some[0]!]})`))
    .join(' ');
}
