import { namesOf, presentOf } from '../../live/present';
import { hallStateOf } from '../../live/state';
import type { HallAnswer } from '../../live/stream';
import { type HallStateInput, hallStateSchema } from '../../scenarios/hall-state';
import { numberOf } from '../../scenarios/provenance';
import { ticketEventsOf } from '../../scenarios/ticket-event';
import { stateProblems } from '../../scenarios/validate-state';
import { createLocalEvaluator } from '../../sim/experiments/local-evaluator';
import { forecastNow, type NowForecast } from '../../sim/forecast/now';
import { Guard } from '../live/guard';
import { addressOf, type LiveFlags } from '../live/options';
import { type Listening, listen } from '../live/server';
import { start } from '../live/start';
import { liveText } from '../live-text';
import { answerJson, type Output } from '../output';
import { REFUSALS, refusal } from '../refusals';

/** Futures of the rest of the day. */
const FUTURES = 150;
/** Called within the scenario's own target. */
const PROMISED_SHARE = 0.9;

/** Mirrors a hall: from a log that grows, a log of the past, or a simulated day. Throws InputError. */
export async function live(
  output: Output,
  file: string | undefined,
  flags: LiveFlags,
): Promise<void> {
  const address = addressOf(flags, process.env);
  const running = await start(file, flags);
  const { hub, clock, hall } = running;
  const names = hall.scenario ? namesOf(hall.scenario) : { windows: [], items: [] };
  const state = () => {
    const { counts, ...reflection } = hub.mirror.reflection();
    const present = presentOf({ ...reflection, counts }, clock.nowMs(), names);
    const now = hall.scenario ? hallStateOf(hall.scenario, present, reflection.day) : null;
    return { ...present, counts, state: now };
  };
  await running.first();
  if (flags.once) {
    if (hub.mirror.reflection().latestMs === null)
      throw refusal(file ?? 'hall', '', REFUSALS.noEvents());
    const found = state();
    const forecast = await outlookOf(hall, found.state);
    if (flags.json) answerJson(output, { ...found, forecast });
    else output.answer(liveText({ ...found, forecast }, hall.scenario, output.language));
    await running.close();
    return;
  }
  let server: Listening;
  try {
    server = await listen(
      {
        hub,
        hall,
        guard: new Guard(address.host, address.token),
        state,
        push: (text) => running.feed.push(ticketEventsOf(text, '/events')),
      },
      address.host,
      address.port,
    );
  } catch (error) {
    await running.close();
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    throw refusal('hall', '--port', REFUSALS.cannotListen(code));
  }
  running.follow();
  if (flags.json) answerJson(output, { url: `${server.url}#/live`, port: server.port });
  output.say(
    output.language === 'zh'
      ? `实时镜像已启动：${server.url}#/live（按 Ctrl-C 结束）`
      : `The mirror is running: ${server.url}#/live (Ctrl-C ends it)`,
  );
  await asked();
  await running.close();
  await server.close();
}

/** The rest of the day; null where there is none: outside the hours, on a day off, without a scenario. */
async function outlookOf(
  { scenario, floorplan }: HallAnswer,
  written: HallStateInput | null,
): Promise<NowForecast | null> {
  if (!scenario || !written) return null;
  const state = hallStateSchema.parse(written);
  if (stateProblems(state, scenario).length > 0) return null;
  return forecastNow(
    {
      base: { scenario, floorplan, seed: 1 },
      state,
      promise: {
        withinS: numberOf(scenario.targetWaitS),
        share: PROMISED_SHARE,
        mostAbandoned: null,
      },
      replications: FUTURES,
    },
    createLocalEvaluator(),
  );
}

/** Waits until somebody ends the command. */
function asked(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
}
