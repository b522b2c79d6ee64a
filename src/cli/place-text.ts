import type { Placement } from '../coverage/placement/place';
import type { Profile } from '../coverage/profiles';
import { PLACEMENT_WORDS, windowsOfTargets } from '../report/placement-words';
import type { FloorPlan } from '../scenarios/floorplan';
import { inLanguage, type Language } from '../scenarios/text';
import { table } from './table';

const WORDS = {
  zh: {
    columns: ['摄像机', '型号', '装在', 'x', 'y', '高', '水平朝向', '俯仰', '看清的窗口'],
    mounts: '可换型号、放低 --heights、缩小 --step，或在 --on 中加上另一种安装处',
    checked: '以上摄像机装入平面图后按“hall coverage”复核：每个窗口都清晰',
    unmet: '以上摄像机装入平面图后按“hall coverage”复核，仍不清晰的窗口：',
  },
  en: {
    columns: ['camera', 'model', 'on', 'x', 'y', 'high', 'yaw', 'pitch', 'sees clearly'],
    mounts:
      'Try other models, lower --heights, a smaller --step, or another kind of mount with --on',
    checked: 'With these cameras in the plan, "hall coverage" finds every window clear',
    unmet: 'With these cameras in the plan, "hall coverage" finds not clear: ',
  },
} as const;

/** The fewest cameras in words. */
export function placeText(
  plan: FloorPlan,
  placement: Placement,
  profile: Profile,
  times: number,
  language: Language,
): string {
  const words = { ...PLACEMENT_WORDS[language], ...WORDS[language] };
  const { cameras, uncoverable, inspection, spare } = placement;
  const rows = cameras.map(({ camera, model, support, purpose, covers }) => [
    camera.id,
    model.name,
    words.support[support],
    camera.at[0].toFixed(2),
    camera.at[1].toFixed(2),
    `${camera.heightM.toFixed(2)} m`,
    `${camera.yawDeg.toFixed(0)}°`,
    `${camera.pitchDeg.toFixed(0)}°`,
    purpose === 'floor' ? words.floor : windowsOfTargets(covers, language),
  ]);
  const open = inspection.windows.filter(({ verdict }) => verdict !== 'clear').map(({ id }) => id);
  const targets = uncoverable.map(({ id }) => id);
  return [
    `${inLanguage(plan.name, language)} (${plan.id})`,
    table([words.columns, ...rows]),
    '',
    words.answer(placement, times, inLanguage(profile.name, language)),
    words.proof(placement),
    ...(targets.length > 0
      ? [words.uncoverable(windowsOfTargets(targets, language), times), words.mounts]
      : []),
    ...(spare ? [words.spare(cameras.length - placement.count, spare)] : []),
    open.length === 0 ? words.checked : `${words.unmet}${open.join(' ')}`,
  ].join('\n');
}
