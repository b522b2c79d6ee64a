import { describe, expect, it } from 'vitest';
import { HallReader } from '../../src/app/hall/words/hall-now';
import { hallSentence, visitorSentence } from '../../src/app/hall/words/sentences';
import {
  CALM_MS,
  type Moment,
  NEWS_MS,
  REST_MS,
  Teller,
  TOLD_UP_TO_SPEED,
} from '../../src/app/hall/words/teller';
import { createTranslation } from '../../src/app/i18n';
import { EventKind } from '../../src/sim/hall/record';
import { Activity, WindowState } from '../../src/sim/hall/timeline';
import { day, hours, plan200 } from '../scene/day';

const reader = new HallReader(day(), plan200);
const zh = createTranslation('zh').t;
const en = createTranslation('en').t;

describe('the hall in words', () => {
  it.each([8.9, 9.5, 10, 11.5, 12.5, 14.6])('tells at %s h what the record has', (hour) => {
    const timeUs = hours(hour);
    const now = reader.now(timeUs);
    const windows = reader.windows(timeUs);
    expect(windows).toHaveLength(day().record.header.windows.length);
    expect(now.open + now.closed).toBe(windows.length);
    expect(now.serving).toBe(windows.filter((w) => w.state === WindowState.Serving).length);
    const called = reader.waiting(timeUs).filter((w) => w.activity === Activity.Waiting);
    expect(called).toHaveLength(day().waiting(timeUs));
    for (const { visitor, ticket, waitedUs } of called) {
      expect(ticket).toBe(day().ticket(visitor));
      expect(waitedUs).toBeGreaterThanOrEqual(0);
    }
    const sentence = hallSentence(now, zh);
    expect(sentence).toContain(`在厅 ${day().inside(timeUs)} 人，等候叫号 ${now.waiting} 人`);
    expect(hallSentence(now, en)).toContain(`${now.waiting} waiting to be called`);
  });

  it('names the last call while it is news, and says nothing of an old one', () => {
    const { events } = day().record;
    const calls = [...events.kind.keys()].filter((i) => events.kind[i] === EventKind.Call);
    const last = calls.at(-1)!;
    const timeUs = events.timeUs[last]!;
    const ticket = day().ticket(events.visitor[last]!);
    expect(hallSentence(reader.now(timeUs), zh)).toContain(`刚叫号：${ticket}到`);
    expect(hallSentence(reader.now(timeUs), en)).toContain(`Just called: ${ticket} to window`);
    expect(reader.now(timeUs + 60e6).called).toBeNull();
    expect(reader.callsAt(timeUs)).toBe(reader.callsAt(timeUs - 1) + 1);
  });

  it('says of somebody what they do and what comes next, from before they come to after', () => {
    const story = day().story(40);
    const say = (timeUs: number) => visitorSentence(40, day(), plan200, timeUs, zh);
    expect(say(story[0]!.startUs - 1e6)).toContain('尚未到达');
    expect(say(story[1]!.startUs)).toContain(`${day().ticket(40)}号此刻：`);
    expect(say(story.at(-1)!.startUs)).toContain('下一步：已离开');
    expect(say(story.at(-1)!.endUs + 1)).toContain('已离开大厅');
  });
});

describe('when it is told', () => {
  /** How often a day that plays is told of in two minutes, with a call every few seconds. */
  const told = (speed: number) => {
    const teller = new Teller();
    let times = 0;
    for (let ms = 0; ms < 120_000; ms += 250) {
      const moment: Moment = { playing: true, speed, news: String(Math.floor(ms / 3000)) };
      if (teller.dueInMs(moment, ms) !== 0) continue;
      teller.told(moment, ms);
      times++;
    }
    return times;
  };

  it('is calm while a day plays fast, and follows one that plays slowly', () => {
    expect(told(60)).toBe(120_000 / CALM_MS);
    expect(told(600)).toBe(told(60));
    expect(told(TOLD_UP_TO_SPEED)).toBeGreaterThan(2 * told(60));
    expect(told(1)).toBeLessThanOrEqual(120_000 / NEWS_MS);
  });

  it('is soon when time stands: once the hand rests', () => {
    const teller = new Teller();
    const still: Moment = { playing: false, speed: 60, news: '1' };
    teller.told(still, 0);
    expect(teller.dueInMs(still, 10)).toBe(REST_MS);
    expect(teller.dueInMs({ ...still, playing: true }, 10)).toBeNull();
  });
});
