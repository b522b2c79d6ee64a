import { type DayRecord, EventKind, Outcome } from '../../hall/record';
import { jackson } from '../../theory/networks';
import { meanRow, value } from '../chance';
import { exponential, poisson, question, steady, windows } from '../questions';
import { byEffort, figuresOf, REPLICATIONS, recordsOf } from '../runs';
import type { VerificationCase } from '../types';
import { WORDS } from '../words';

const NODES = [
  {
    quantity: { zh: '窗口：平均逗留', en: 'Windows: mean sojourn' },
    begins: (kind: EventKind) => kind === EventKind.Ticket,
    ends: (kind: EventKind, value: number) =>
      kind === EventKind.ServiceEnd && value !== Outcome.Issued,
  },
  {
    quantity: { zh: '后台：平均逗留', en: 'Back office: mean sojourn' },
    begins: (kind: EventKind) => kind === EventKind.CaseSubmit,
    ends: (kind: EventKind) => kind === EventKind.ApprovalEnd,
  },
  {
    quantity: { zh: '出件窗口：平均逗留', en: 'Issuing windows: mean sojourn' },
    begins: (kind: EventKind) => kind === EventKind.ApprovalEnd,
    ends: (kind: EventKind, value: number) =>
      kind === EventKind.ServiceEnd && value === Outcome.Issued,
  },
] as const;

/** Mean seconds from each beginning to its end, of stays that begin after the warm-up. */
function meanStay(record: DayRecord, node: (typeof NODES)[number], warmUpS: number): number | null {
  const { length, timeUs, kind, visitor, value } = record.events;
  const since = new Map<number, number>();
  let sum = 0;
  let stays = 0;
  for (let i = 0; i < length; i++) {
    const began = since.get(visitor[i]!);
    if (began !== undefined && node.ends(kind[i]!, value[i]!)) {
      since.delete(visitor[i]!);
      sum += timeUs[i]! - began;
      stays++;
    }
    if (node.begins(kind[i]!) && timeUs[i]! >= warmUpS * 1e6) since.set(visitor[i]!, timeUs[i]!);
  }
  return stays > 0 ? sum / stays / 1e6 : null;
}

const tandem: VerificationCase = {
  id: 'jackson-tandem',
  group: 'network',
  name: {
    zh: 'Jackson 串联网络：受理、审批、出证',
    en: 'Tandem Jackson network: window, approval, issue',
  },
  about: {
    zh: '每秒到达 1 人；3 个窗口受理，后台 2 人审批，2 个出件窗口；处处为指数分布。逐个站点看平均逗留时间。',
    en: 'Arrivals at 1 a second; 3 windows, then 2 approvers, then 2 issuing windows, all exponential. Mean time at each node, waiting included.',
  },
  source: 'Jackson, Operations Research 5 (1957) 518–521; Burke 1956',
  run: (context) => {
    const horizon = steady(byEffort(context.effort, 3_000, 10_000));
    const scenario = question('tandem', {
      horizon,
      classes: [
        {
          id: 'customer',
          name: 'customer',
          arrivals: poisson(1),
          service: exponential(2),
          outcomes: {
            done: 0,
            approval: {
              share: 1,
              backOffice: 'office',
              duration: exponential(1.4),
              issue: exponential(1.2),
            },
          },
        },
      ],
      windows: [
        ...windows(3, ['customer']),
        ...windows(2, [], 'issue').map((w) => ({ ...w, area: 'issuing' as const })),
      ],
      backOffices: [{ id: 'office', name: 'office', approvers: 2 }],
    });
    const stays = Array.from(recordsOf(scenario, null, context, REPLICATIONS), (record) =>
      NODES.map((node) => meanStay(record, node, horizon.warmUpS)),
    );
    const theory = jackson([
      { servers: 3, serviceRate: 1 / 2, arrivalRate: 1, onward: [0, 1, 0] },
      { servers: 2, serviceRate: 1 / 1.4, arrivalRate: 0, onward: [0, 0, 1] },
      { servers: 2, serviceRate: 1 / 1.2, arrivalRate: 0, onward: [0, 0, 0] },
    ]);
    return NODES.map(({ quantity }, i) =>
      meanRow(
        quantity,
        's',
        stays.map((s) => s[i]!),
        value(theory[i]!.sojournMean),
      ),
    );
  },
};

const SENT_BACK = 0.3;

const feedback: VerificationCase = {
  id: 'jackson-feedback',
  group: 'network',
  name: {
    zh: 'Jackson 反馈网络：补齐材料再来',
    en: 'Feedback Jackson network: back with the missing paper',
  },
  about: {
    zh: `每秒新到 1 人，2 个窗口；每次办理后有 ${100 * SENT_BACK}% 缺材料，平均 20 秒后再来，再来时仍可能缺；处处为指数分布。`,
    en: `1 newcomer a second, 2 windows; after each service ${100 * SENT_BACK} % lack a paper and come again after 20 s on average, when one may be missing again; all exponential.`,
  },
  source: 'Jackson, Operations Research 5 (1957) 518–521',
  run: (context) => {
    const horizon = steady(byEffort(context.effort, 3_000, 18_000));
    const runs = figuresOf(
      question('feedback', {
        horizon,
        classes: [
          {
            id: 'feedback',
            name: 'feedback',
            arrivals: poisson(1),
            service: exponential(1),
            outcomes: { done: 1 - SENT_BACK, sentBack: SENT_BACK },
            returnVisit: {
              share: 1,
              after: { kind: 'delay', duration: exponential(20) },
              again: SENT_BACK,
            },
          },
        ],
        windows: windows(2, ['feedback']),
      }),
      context,
    );
    const [theory] = jackson([{ servers: 2, serviceRate: 1, arrivalRate: 1, onward: [SENT_BACK] }]);
    const { arrivalRate, waitMean, sojournMean } = theory!;
    return [
      meanRow(
        { zh: '每秒到窗口的人次', en: 'Visits to the windows a second' },
        'number',
        runs.map((r) => r.all.arrived / horizon.durationS),
        value(arrivalRate),
      ),
      meanRow(
        WORDS.wait,
        's',
        runs.map((r) => r.all.waitMeanS),
        value(waitMean),
      ),
      meanRow(
        WORDS.queue,
        'number',
        runs.map((r) => r.all.queueMean),
        value(arrivalRate * waitMean),
      ),
      meanRow(
        WORDS.inHall,
        's',
        runs.map((r) => r.all.timeInHallMeanS),
        value(sojournMean),
      ),
    ];
  },
};

/** Several stations one after the other, and one that is visited again. */
export const NETWORKS: readonly VerificationCase[] = [tandem, feedback];
