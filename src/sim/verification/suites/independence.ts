import { type DayRecord, EventKind } from '../../hall/record';
import { testRow } from '../chance';
import { independence, kolmogorovSmirnov, smallest } from '../fit';
import { exponential, poisson, question, windows } from '../questions';
import { byEffort, recordsOf } from '../runs';
import type { VerificationCase } from '../types';

/** What is drawn for each visitor and can be read off the record, with the mean seconds it has. */
const MEANS = {
  gap: 100,
  guide: 20,
  ticket: 10,
  service: 60,
  approval: 80,
  issue: 40,
  rating: 5,
} as const;
type Purpose = keyof typeof MEANS;
const PURPOSES = Object.keys(MEANS) as Purpose[];
const CLASSES = ['first', 'second'];

function scenario(visitors: number) {
  return question('independence', {
    horizon: { kind: 'continuous', durationS: visitors * MEANS.gap },
    classes: CLASSES.map((id) => ({
      id,
      name: id,
      arrivals: poisson(1 / MEANS.gap),
      service: exponential(MEANS.service),
      outcomes: {
        done: 0,
        approval: {
          share: 1,
          backOffice: 'office',
          duration: exponential(MEANS.approval),
          issue: exponential(MEANS.issue),
        },
      },
    })),
    windows: [
      ...windows(3, CLASSES),
      ...windows(2, [], 'issue').map((w) => ({ ...w, area: 'issuing' as const })),
    ],
    guideDesk: { share: 1, service: exponential(MEANS.guide) },
    ticketMachine: { service: exponential(MEANS.ticket) },
    backOffices: [{ id: 'office', name: 'office', approvers: 4 }],
    rating: { shares: [1, 0, 0, 0, 0], duration: exponential(MEANS.rating) },
  });
}

type Columns = Readonly<Record<Purpose, Float64Array>>;

/** Everybody's durations as uniforms, by class and purpose, in order of arrival in the class. */
function uniformsOf(record: DayRecord): Columns[] {
  const { header, events } = record;
  const { length, timeUs, kind, visitor, place } = events;
  const drawn = CLASSES.map(
    () => Object.fromEntries(PURPOSES.map((p) => [p, []])) as unknown as Record<Purpose, number[]>,
  );
  const who = new Map<number, { readonly c: number; readonly ordinal: number }>();
  const came = CLASSES.map(() => ({ count: 0, lastUs: 0 }));
  const began = new Map<number, number>();
  const keep = (number: number, purpose: Purpose, durationUs: number) => {
    const { c, ordinal } = who.get(number)!;
    drawn[c]![purpose][ordinal] = -Math.expm1(-durationUs / 1e6 / MEANS[purpose]);
  };
  for (let i = 0; i < length; i++) {
    const number = visitor[i]!;
    const at = timeUs[i]!;
    const lasted = at - (began.get(number) ?? at);
    switch (kind[i]) {
      case EventKind.Arrive: {
        const line = came[place[i]!]!;
        who.set(number, { c: place[i]!, ordinal: line.count++ });
        keep(number, 'gap', at - line.lastUs);
        line.lastUs = at;
        break;
      }
      case EventKind.StationStart:
      case EventKind.ServiceStart:
      case EventKind.ApprovalStart:
        began.set(number, at);
        break;
      case EventKind.StationEnd:
        keep(number, header.stations[place[i]!] === 'guideDesk' ? 'guide' : 'ticket', lasted);
        break;
      case EventKind.ApprovalEnd:
        keep(number, 'approval', lasted);
        break;
      case EventKind.ServiceEnd:
        keep(number, header.windows[place[i]!]!.startsWith('issue') ? 'issue' : 'service', lasted);
        began.set(number, at);
        break;
      case EventKind.Rate:
        keep(number, 'rating', lasted);
        break;
    }
  }
  // Those still inside at the end have not drawn everything: cut before the first of them.
  const complete = Math.min(...drawn.flatMap((d) => PURPOSES.map((p) => completeIn(d[p]))));
  return drawn.map(
    (d) =>
      Object.fromEntries(
        PURPOSES.map((p) => [p, Float64Array.from(d[p].slice(0, complete))]),
      ) as Record<Purpose, Float64Array>,
  );
}

/** Entries before the first gap of a list that is filled out of order. */
function completeIn(list: readonly (number | undefined)[]): number {
  for (let i = 0; i < list.length; i++) if (list[i] === undefined) return i;
  return list.length;
}

const every = (column: Float64Array, first: 0 | 1) =>
  column.filter((_, i) => i % 2 === first && i - first + 1 < column.length);

const streams: VerificationCase = {
  id: 'independence',
  group: 'randomness',
  name: { zh: '随机流之间相互独立', en: 'Independence between streams' },
  about: {
    zh: '从模拟记录中逐人量出到达间隔、导办、取号、办理、审批、出件、评价的时长，化为均匀分布，再两两检验（8×8 格卡方检验与相关检验）；每行已按检验个数作 Bonferroni 校正。',
    en: "Everybody's gap, guidance, ticket, service, approval, issue and rating, measured in the record of a run and made uniform, then tested in pairs (chi-square of 8 × 8 cells, and correlation); each row is corrected for its number of tests (Bonferroni).",
  },
  source: 'Knuth, The Art of Computer Programming 2, 3.3; Pearson 1900; Stephens 1974',
  run: (context) => {
    const question = scenario(byEffort(context.effort, 8_000, 40_000));
    const [now, next] = Array.from(recordsOf(question, null, context, 2), uniformsOf);
    const neighbour = { seed: context.seed === 0 ? 1 : context.seed - 1 };
    const [beside] = Array.from(recordsOf(question, null, neighbour, 1), uniformsOf);
    const [first, second] = now as [Columns, Columns];
    const n = first.gap.length;
    const row = (zh: string, en: string, pValues: readonly number[]) =>
      testRow({ zh: `${zh}：p 值`, en: `${en}: p-value` }, smallest(pValues), { n });
    const each = (pValue: (purpose: Purpose) => number) => PURPOSES.map(pValue);
    return [
      row(
        '各用途服从应有的分布',
        'Every purpose is distributed as it should be',
        each((p) => kolmogorovSmirnov(first[p], (u) => u)),
      ),
      row(
        '同一人的不同用途',
        'Purposes of one visitor',
        PURPOSES.flatMap((a, i) =>
          PURPOSES.slice(i + 1).map((b) => independence(first[a], first[b])),
        ),
      ),
      row(
        '前后相邻的两人',
        'Visitors one after the other',
        each((p) => independence(every(first[p], 0), every(first[p], 1))),
      ),
      row(
        '两类来访者',
        'Two classes',
        each((p) => independence(first[p], second[p])),
      ),
      row(
        '两次重复',
        'Two replications',
        each((p) => independence(first[p], next![0]![p])),
      ),
      row(
        '相邻的两个种子',
        'Neighbouring seeds',
        each((p) => independence(first[p], beside![0]![p])),
      ),
    ];
  },
};

/** What is drawn by chance. */
export const INDEPENDENCE: readonly VerificationCase[] = [streams];
