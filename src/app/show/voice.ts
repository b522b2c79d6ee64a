import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Language } from '../../scenarios/text';
import { Calls, callText } from '../../scene/text/display-text';
import type { PlaybackClock } from '../playback/clock';
import type { TwinStore } from '../state/store';

const STORAGE_KEY = 'hall-twin.voice';
const TAGS: Record<Language, string> = { zh: 'zh-CN', en: 'en-US' };

export interface VoiceState {
  readonly on: boolean;
}

export interface Voice {
  readonly store: StoreApi<VoiceState>;
  /** Turns the calls on or off, and remembers it. */
  set(on: boolean): void;
}

/** What a browser speaks with. */
export type Speaker = Pick<
  SpeechSynthesis,
  'speaking' | 'pending' | 'speak' | 'cancel' | 'getVoices'
>;

export interface VoiceParts {
  readonly twin: TwinStore;
  readonly clock: PlaybackClock;
  readonly storage: () => Storage;
  /** null where the browser has none. */
  readonly speaker: Speaker | null;
  readonly utterance: (text: string) => SpeechSynthesisUtterance;
  readonly nowMs: () => number;
}

/** Whether a browser has a voice for a language. */
export function speaksIn(speaker: Speaker | null, language: Language): boolean {
  return speaker?.getVoices().some(({ lang }) => lang.toLowerCase().startsWith(language)) ?? false;
}

/**
 * A clock that has moved further than its speed allows was moved by a hand, with this much room
 * for frames that come late.
 */
const ROOM = 2;
const LEAST_MS = 400;

/**
 * Speaks the calls of the day that plays: off until it is turned on, one call at a time. While one
 * is spoken the next are passed by, so that at a high speed they thin out; nothing is spoken while
 * time stands or is moved by hand.
 */
export function createVoice(parts: VoiceParts): Voice {
  const { twin, clock, storage, speaker, utterance, nowMs } = parts;
  const store = createStore<VoiceState>(() => ({ on: remembered(storage) }));
  let lastUs = clock.timeUs();
  let lastMs = nowMs();
  let calls: { readonly of: unknown; readonly list: Calls } | null = null;

  const follow = () => {
    const [timeUs, ms] = [clock.timeUs(), nowMs()];
    const [fromUs, passedMs] = [lastUs, ms - lastMs];
    lastUs = timeUs;
    lastMs = ms;
    if (!store.getState().on || !speaker) return;
    const { day, plan, language } = twin.getState();
    const mostUs = Math.max(passedMs, LEAST_MS) * 1000 * clock.speed * ROOM;
    const isPlayed = clock.playing() && timeUs > fromUs && timeUs - fromUs <= mostUs;
    if (!isPlayed) {
      if (!clock.playing() || timeUs !== fromUs) speaker.cancel();
      return;
    }
    if (!day.timeline || !plan || speaker.speaking || speaker.pending) return;
    if (!speaksIn(speaker, language)) return;
    const { record } = day.timeline;
    if (calls?.of !== record) calls = { of: record, list: new Calls(record) };
    const { list } = calls;
    const count = list.countAt(timeUs);
    if (count === list.countAt(fromUs)) return;
    const window = plan.windows.find(
      ({ id }) => id === record.header.windows[list.window[count - 1]!],
    );
    const ticket = day.timeline.ticket(list.visitor[count - 1]!);
    if (!window || ticket === '') return;
    const words = utterance(callText(ticket, window.number, language));
    words.lang = TAGS[language];
    speaker.speak(words);
  };
  clock.subscribe(follow);

  return {
    store,
    set(on) {
      store.setState({ on });
      if (!on) speaker?.cancel();
      try {
        storage().setItem(STORAGE_KEY, on ? 'on' : 'off');
      } catch {
        // Forbidden or full storage costs the memory of a choice, nothing else.
      }
    },
  };
}

function remembered(storage: () => Storage): boolean {
  try {
    return storage().getItem(STORAGE_KEY) === 'on';
  } catch {
    return false;
  }
}
