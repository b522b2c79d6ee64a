import type { ScenarioInput } from '../../../scenarios/scenario';
import { mm1, mmc } from '../../theory/erlang';
import { meanRow, value } from '../chance';
import { exponential, poisson, question, steady, windows } from '../questions';
import { byEffort, figuresOf } from '../runs';
import type { Expectation, VerificationCase } from '../types';
import { of, WORDS } from '../words';

const RATE = 2.1;
const SERVERS = 3;

const RULES: readonly {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly queueing: NonNullable<ScenarioInput['queueing']>;
  readonly expected: Expectation;
}[] = [
  {
    id: 'random',
    name: { zh: '随意选队', en: 'A line at random' },
    queueing: { kind: 'separateLines', choice: 'random' },
    expected: value(SERVERS * mm1(RATE / SERVERS, 1).queueMean),
  },
  {
    id: 'shortest',
    name: { zh: '选最短的队', en: 'The shortest line' },
    queueing: { kind: 'separateLines', choice: 'shortest' },
    expected: {
      kind: 'between',
      low: mmc(RATE, 1, SERVERS).queueMean,
      high: SERVERS * mm1(RATE / SERVERS, 1).queueMean,
    },
  },
  {
    id: 'jockeying',
    name: { zh: '选最短的队，可换队', en: 'The shortest line, with jockeying' },
    queueing: { kind: 'separateLines', choice: 'shortest', jockeyAt: 1 },
    expected: value(mmc(RATE, 1, SERVERS).queueMean),
  },
];

const lines: VerificationCase = {
  id: 'separate-lines',
  group: 'theory',
  name: { zh: '每窗一队', en: 'A line at every window' },
  about: {
    zh: `每秒到达 ${RATE} 人，${SERVERS} 个窗口各有一队，平均办理 1 秒。随意选队即 ${SERVERS} 个 M/M/1；可换队时只要有人等就没有窗口闲着，等候人数同 M/M/${SERVERS}；选最短的队介于两者之间。`,
    en: `Arrivals at ${RATE} a second, ${SERVERS} windows with a line each, mean service 1 s. At random it is ${SERVERS} times M/M/1; with jockeying no window is free while somebody waits, so as many wait as in M/M/${SERVERS}; the shortest line lies between.`,
  },
  source: 'Haight, Two queues in parallel, Biometrika 45 (1958) 401–410; Disney and Mitchell 1970',
  run: (context) =>
    RULES.map(({ id, name, queueing, expected }) => {
      const customers = byEffort(context.effort, 60_000, 400_000);
      const runs = figuresOf(
        question(`lines-${id}`, {
          horizon: steady(Math.ceil(customers / 40 / RATE)),
          classes: [{ id, name: id, arrivals: poisson(RATE), service: exponential(1) }],
          windows: windows(SERVERS, [id]),
          queueing,
        }),
        context,
      );
      return meanRow(
        of(name, WORDS.queue),
        'number',
        runs.map((r) => r.all.queueMean),
        expected,
      );
    }),
};

/** Lines at the windows instead of tickets. */
export const SEPARATE_LINES: readonly VerificationCase[] = [lines];
