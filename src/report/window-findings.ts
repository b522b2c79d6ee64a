import type { WindowReport } from '../coverage/inspect/inspect';
import { LEAST_MOUNT_M } from '../coverage/inspect/mounts';
import type { Language } from '../scenarios/text';
import { COVERAGE_WORDS } from './coverage-words';

interface Words {
  blocked(target: string, camera: string, blocker: string, share: string): string;
  mount(highest: string, distance: string, needed: string): string;
  readonly noPickup: string;
  outOfReach(distance: string, reach: string): string;
  overlaps(others: string): string;
  overhears(others: string): string;
}

const metres = (value: number) => `${value.toFixed(2)} m`;
const percent = (share: number) => `${(100 * share).toFixed(0)} %`;

const WORDS: Readonly<Record<Language, Words>> = {
  zh: {
    blocked: (target, camera, blocker, share) => `${camera} 看${target}时被${blocker}挡住 ${share}`,
    mount: (highest, distance, needed) =>
      `没有常规安装位置（高于 ${metres(LEAST_MOUNT_M)}）满足角度：最高可装在 ${highest}（水平距离 ${distance}），或距面部至少 ${needed}`,
    noPickup: '没有自己的拾音器',
    outOfReach: (distance, reach) => `拾音器距办事人 ${distance}，超出 ${reach}`,
    overlaps: (others) => `拾音器还能听到窗口 ${others} 的办事人`,
    overhears: (others) => `拾音器能听到等候者：${others}`,
  },
  en: {
    blocked: (target, camera, blocker, share) =>
      `${camera}: ${share} of the ${target} hidden by ${blocker}`,
    mount: (highest, distance, needed) =>
      `no usual mount (above ${metres(LEAST_MOUNT_M)}) keeps the angles: hang a camera at ${highest} at most (${distance} away), or at least ${needed} from the face`,
    noPickup: 'no pickup of its own',
    outOfReach: (distance, reach) => `the pickup is ${distance} from the visitor, beyond ${reach}`,
    overlaps: (others) => `the pickup also hears the visitor at ${others}`,
    overhears: (others) => `the pickup overhears people waiting at ${others}`,
  },
};

/** Blockers told of one window; more are in the JSON document. */
const MOST_BLOCKERS = 3;

/** What is wrong at a window, a sentence each: its cameras' shortcomings, then its pickup's. */
export function windowFindings(window: WindowReport, language: Language): string[] {
  const words = { ...COVERAGE_WORDS[language], ...WORDS[language] };
  const { pickup, mount } = window;
  const found = window.reasons.map((r) => words.reason(words.target[r.target], r));
  if (mount !== null && !mount.usual)
    found.push(words.mount(metres(mount.highestM), metres(mount.distanceM), metres(mount.neededM)));
  const hidden = new Set(window.reasons.filter((r) => r.code === 'visible').map((r) => r.target));
  for (const one of window.blockedBy.filter((b) => hidden.has(b.target)).slice(0, MOST_BLOCKERS))
    found.push(
      words.blocked(
        words.target[one.target],
        one.camera,
        `${words.kind[one.kind]} ${one.id}`,
        percent(one.share),
      ),
    );
  if (pickup.id === null) found.push(words.noPickup);
  else if (!pickup.inReach)
    found.push(words.outOfReach(metres(pickup.distanceM ?? 0), metres(pickup.reachM)));
  const names = (people: readonly { readonly id: string }[]) =>
    [...new Set(people.map((one) => one.id))].join(', ');
  if (pickup.overlaps.length > 0) found.push(words.overlaps(names(pickup.overlaps)));
  if (pickup.overhears.length > 0) found.push(words.overhears(names(pickup.overhears)));
  return found;
}
