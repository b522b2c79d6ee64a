import { HALLS, hallScenario } from '../../../scenarios/halls';
import { prepare, recordDay, replicate } from '../../experiments/simulate';
import { type DayRecord, EventKind } from '../../hall/record';
import { createTimeline } from '../../hall/timeline';
import { meanNumber } from '../../theory/little';
import { exactRow, value } from '../chance';
import { integralsOf, NODE_KINDS, type NodeKind, staysOf } from '../node-times';
import type { VerificationCase, VerificationContext, VerificationRow } from '../types';

const NAMES: Readonly<Record<NodeKind, (nodes: number) => { zh: string; en: string }>> = {
  waiting: () => ({ zh: '等候叫号的人数', en: 'People waiting to be called' }),
  window: (n) => ({ zh: `${n} 个窗口的办理人数`, en: `People served at ${n} windows` }),
  station: (n) => ({
    zh: `${n} 处导办台、取号机与自助终端的人数（含排队）`,
    en: `People at ${n} guide desks, ticket machines and kiosks, lines included`,
  }),
  backOffice: (n) => ({
    zh: `${n} 个后台的案件数（含待审）`,
    en: `Cases at ${n} back office${n > 1 ? 's' : ''}, lines included`,
  }),
  issue: () => ({ zh: '等候出件的人数', en: 'People waiting for the issue' }),
};

const REPORTED = {
  zh: '等候叫号的人数（报表指标）',
  en: 'People waiting to be called, as the measure reports it',
};

/** What rounding of the last digits may amount to, as a share. */
const ROUNDING = 1e-9;

function law(hall: (typeof HALLS)[number]): VerificationCase {
  return {
    id: `little-${hall.id}`,
    group: 'law',
    name: { zh: `Little 定律：${hall.name.zh}`, en: `Little's law: ${hall.name.en}` },
    about: {
      zh: '内置大厅的一个模拟日。“应为”是 λ·W：逐个来访者的停留时间相加；“模拟”是人数对时间的积分。两条路线互不相干，必须相等；每一个窗口、台、机、后台都单独核对。时段从开门到最后一人离开。',
      en: 'One simulated day of the shipped hall. Expected is λ·W, from the stays of every single visitor; simulated is the integral of the number present over time. The two ways share nothing and must be equal; every window, desk, machine and office is checked by itself. From the opening of the doors to the last one leaving.',
    },
    source: 'Little, Operations Research 9 (1961) 383–387',
    run: (context) => rowsOf(hall, context),
  };
}

/** When the doors open for the first time. */
function doorsOpenUs({ events }: DayRecord): number {
  return events.timeUs[events.kind.indexOf(EventKind.SessionStart)]!;
}

function rowsOf(hall: (typeof HALLS)[number], { seed, floorplans }: VerificationContext) {
  const plan = floorplans[hall.floorplan];
  if (!plan) throw new RangeError(`the floor plan ${hall.floorplan} is missing`);
  const experiment = prepare(hallScenario(hall.id), plan, seed);
  const record = recordDay(experiment, 0);
  const timeline = createTimeline(record);
  const { endUs } = timeline;
  const startUs = doorsOpenUs(record);
  const spanUs = endUs - startUs;
  const stays = staysOf(timeline);
  const integrals = integralsOf(record, startUs, endUs);
  const close = (a: number, b: number) => Math.abs(a - b) <= ROUNDING * Math.max(a, b);

  const rows = NODE_KINDS.flatMap((kind): VerificationRow[] => {
    const nodes = [...integrals.keys()].filter((node) => node.startsWith(`${kind}:`));
    if (nodes.length === 0) return [];
    let expected = 0;
    let simulated = 0;
    let everyOne = true;
    for (const node of nodes) {
      const { count, totalUs } = stays.get(node) ?? { count: 0, totalUs: 0 };
      const lw = count === 0 ? 0 : meanNumber(count / spanUs, totalUs / count);
      const l = integrals.get(node)! / spanUs;
      everyOne &&= close(lw, l);
      expected += lw;
      simulated += l;
    }
    const row = exactRow(
      NAMES[kind](nodes.length),
      'number',
      simulated,
      value(expected, ROUNDING * expected),
      { n: 1 },
    );
    return [everyOne ? row : { ...row, verdict: 'differs' }];
  });

  const { sessions } = experiment.model;
  const opensUs = sessions[0]!.fromUs;
  const closesUs = sessions.at(-1)!.toUs;
  const queue =
    (integralsOf(record, opensUs, closesUs).get('waiting:0') ?? 0) / (closesUs - opensUs);
  const reported = replicate(experiment, 0).all.queueMean;
  return [
    ...rows,
    exactRow(REPORTED, 'number', reported, value(queue, ROUNDING * queue), { n: 1 }),
  ];
}

/** L = λ W, on every station of every shipped hall. */
export const LITTLE: readonly VerificationCase[] = HALLS.map(law);
