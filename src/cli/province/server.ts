import { type Address, addressOf, redacted } from '../../workers/province/queue/address';
import { connect } from '../../workers/province/queue/server';
import type { Output } from '../output';
import { refusal } from '../refusals';
import { QUEUE_REFUSALS } from './queue-refusals';

/** Names the server where the command line does not: a password is not seen there by others. */
const URL_VARIABLE = 'HALL_REDIS_URL';
const PASSWORD_VARIABLE = 'REDIS_PASSWORD';

/** A server, reached, and an output that never says its password. */
export interface Reached {
  readonly redis: Awaited<ReturnType<typeof connect>>;
  readonly shown: string;
  readonly output: Output;
}

/**
 * Reaches the server that a flag or the environment names.
 *
 * @param queue the flag's value; true where it has none
 * @param title what the process is called from now on, so that a password of its command line is not
 *   listed among the processes
 * @throws InputError if none is named, or it can't be reached
 */
export async function reachServer(
  output: Output,
  queue: string | true,
  title: string,
): Promise<Reached> {
  const given = queue === true ? process.env[URL_VARIABLE] : queue;
  if (given === undefined || given === '')
    throw refusal('hall', '--queue', QUEUE_REFUSALS.noAddress(URL_VARIABLE));
  const address = addressOf(given, process.env[PASSWORD_VARIABLE]);
  if (address === null) throw refusal('hall', '--queue', QUEUE_REFUSALS.notAddress());
  if (address.secrets.length > 0) process.title = title;
  const discreet = discreetOutput(output, address.secrets);
  try {
    const redis = await connect(address, {
      lost: () => discreet.say(LOST[output.language](address.shown)),
      back: () => discreet.say(BACK[output.language](address.shown)),
    });
    return { redis, shown: address.shown, output: discreet };
  } catch (error) {
    throw unreachable(address, error);
  }
}

/** Node's codes of a certificate that it doesn't believe. */
const CERTIFICATE = /CERT|UNABLE_TO_(GET|VERIFY)/;

function unreachable({ shown, secrets }: Address, error: unknown): Error {
  const { code, message = String(error) } = error as NodeJS.ErrnoException;
  if (/WRONGPASS|invalid password|invalid username/i.test(message))
    return refusal(shown, '--queue', QUEUE_REFUSALS.wrongPassword());
  if (/NOAUTH/.test(message)) return refusal(shown, '--queue', QUEUE_REFUSALS.needsPassword());
  if (code !== undefined && CERTIFICATE.test(code))
    return refusal(shown, '--queue', QUEUE_REFUSALS.certificate(code));
  return refusal(
    shown,
    '--queue',
    QUEUE_REFUSALS.noServer(code ?? redacted(message, secrets).slice(0, 200)),
  );
}

function discreetOutput(output: Output, secrets: readonly string[]): Output {
  return {
    language: output.language,
    answer: (text) => output.answer(redacted(text, secrets)),
    say: (text) => output.say(redacted(text, secrets)),
    progress: (text) => output.progress(redacted(text, secrets)),
  };
}

const LOST = {
  zh: (shown: string) => `与 ${shown} 的连接中断，正在重连；已完成的部分仍在`,
  en: (shown: string) => `The connection to ${shown} is lost; trying again. What was done is kept`,
};
const BACK = {
  zh: (shown: string) => `已重新连上 ${shown}`,
  en: (shown: string) => `Connected to ${shown} again`,
};
