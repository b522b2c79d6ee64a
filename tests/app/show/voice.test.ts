import { beforeEach, describe, expect, test } from 'vitest';
import { PlaybackClock } from '../../../src/app/playback/clock';
import { createVoice, type Speaker, type Voice } from '../../../src/app/show/voice';
import { createTwinStore, type TwinStore } from '../../../src/app/state/store';
import { day, plan200 } from '../../scene/day';
import { memoryStorage } from '../cameras/memory-storage';

interface Said {
  text: string;
  lang: string;
}

let twin: TwinStore;
let clock: PlaybackClock;
let voice: Voice;
let said: Said[];
let nowMs: number;
let speaker: { speaking: boolean } & Speaker;
const storage = memoryStorage();

const start = () =>
  createVoice({
    twin,
    clock,
    storage: () => storage,
    speaker,
    utterance: (text) => ({ text, lang: '' }) as SpeechSynthesisUtterance,
    nowMs: () => nowMs,
  });

beforeEach(() => {
  said = [];
  nowMs = 0;
  speaker = {
    speaking: false,
    pending: false,
    speak: (words: SpeechSynthesisUtterance) => said.push(words),
    cancel: () => {},
    getVoices: () => [{ lang: 'zh-CN' }] as SpeechSynthesisVoice[],
  } as never;
  twin = createTwinStore('zh');
  clock = new PlaybackClock();
  clock.setRange(day().startUs, day().endUs);
  twin.setState({ plan: plan200, day: { status: 'ready', timeline: day(), answers: null } });
  voice = start();
  clock.seek(9.3 * 3600e6);
});

/** Plays so many seconds of the wall at a speed, frame by frame. */
function play(seconds: number, speed: number): void {
  clock.setSpeed(speed);
  clock.play();
  for (let frame = 0; frame < seconds * 10; frame++) {
    nowMs += 100;
    clock.advance(100);
  }
  clock.pause();
}

describe('the voice of the hall', () => {
  test('is silent until it is turned on, and remembers that', () => {
    play(60, 10);
    expect(said).toEqual([]);
    voice.set(true);
    expect(start().store.getState().on).toBe(true);
    voice.set(false);
    expect(start().store.getState().on).toBe(false);
  });

  test('calls as it is called in halls', () => {
    voice.set(true);
    play(60, 10);
    expect(said.length).toBeGreaterThan(2);
    for (const { text, lang } of said) {
      expect(text).toMatch(/^请[A-Z]+\d{3}号到\d+号窗口$/);
      expect(lang).toBe('zh-CN');
    }
  });

  test('thins out while one call is being spoken', () => {
    voice.set(true);
    speaker.speaking = true;
    play(10, 120);
    expect(said).toEqual([]);
  });

  test('says nothing while time stands or is moved by hand, nor in a language without a voice', () => {
    voice.set(true);
    for (let minute = 0; minute < 60; minute++) clock.seekBy(60e6);
    clock.play();
    nowMs += 100;
    clock.seekBy(1800e6);
    clock.pause();
    expect(said).toEqual([]);
    twin.setState({ language: 'en' });
    play(60, 10);
    expect(said).toEqual([]);
  });
});
