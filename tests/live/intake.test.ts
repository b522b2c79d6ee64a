import { describe, expect, it } from 'vitest';
import { createDirectory } from '../../src/live/directory';
import { INTAKE_RULES, Intake } from '../../src/live/intake';
import { hallScenario } from '../../src/scenarios/halls';
import { hallTime, readTicketEvent } from '../../src/scenarios/ticket-event';

const line = (part: Record<string, unknown>) =>
  JSON.stringify({
    id: '1',
    at: '2026-12-01T09:05:00+08:00',
    event: 'ticket-taken',
    ticket: 'A001',
    ...part,
  });

describe('a line', () => {
  it('is read, with its time on the clock of the hall', () => {
    const utc = Date.UTC(2026, 11, 1, 9, 5);
    for (const at of [
      '2026-12-01T09:05:00+08:00',
      '2026-12-01 09:05',
      '2026-12-01T01:05:00Z',
      '2026-12-01T10:05:00.000+0900',
    ])
      expect(readTicketEvent(line({ at }), 480).event?.atMs, at).toBe(utc);
  });

  it.each(['2026-02-30T09:00', '2026-12-01T24:00', '2026-12-01T09:60', '2026-12-01T09:00+19:00'])(
    'is refused for a time that does not exist: %s',
    (at) => {
      expect(hallTime(at, 480)).toBeNull();
      expect(readTicketEvent(line({ at }), 480).problems?.[0]?.path).toBe('at');
    },
  );

  it.each<[string, string, string]>([
    ['not JSON', '{"id":', ''],
    ['a list', '[]', ''],
    ['no event', '{"id":"1","at":"2026-12-01T09:05"}', 'event'],
    ['an unknown event', line({ event: 'vanished' }), 'event'],
    ['no ticket', line({ ticket: undefined }), 'ticket'],
    ['an unknown field', line({ colour: 'red' }), 'colour'],
    ['a newer version', line({ version: 2 }), 'version'],
    ['another format', line({ format: 'hall-twin/scenario' }), 'format'],
    ['a window where none can be', line({ window: 'w1' }), 'window'],
  ])('is refused with the field: %s', (_, text, path) => {
    const { problems } = readTicketEvent(text, 480);
    expect(problems?.map((problem) => problem.path)).toContain(path);
    for (const { message, remedy } of problems!)
      for (const words of [message, remedy]) {
        expect(words.zh).toMatch(/\p{Script=Han}/u);
        expect(words.en).not.toMatch(/\p{Script=Han}/u);
      }
  });
});

describe('names of windows and items', () => {
  const directory = createDirectory(hallScenario('quxi'));

  it.each([
    ['w3', 'w3'],
    ['3', 'w3'],
    ['０3号窗口', 'w3'],
    ['Window 3', 'w3'],
    ['综合窗口3号', 'w3'],
    ['comprehensive 3', 'w3'],
    ['部门窗口3', null],
    ['99', null],
  ])('%s is %s', (name, id) => {
    expect(directory.window(name)).toBe(id);
  });

  it('go by either language', () => {
    expect(directory.item('社会保险')).toBe('social');
    expect(directory.item('Social Insurance')).toBe('social');
    expect(directory.item('渔业')).toBeNull();
  });

  it('are counted if nothing goes by them, and the event stands', () => {
    const intake = new Intake(INTAKE_RULES, directory);
    const now = Date.UTC(2026, 11, 1, 10);
    expect(intake.offer(line({ item: '渔业' }), now)).toMatchObject({
      kind: 'event',
      notes: ['unknownItem'],
    });
    expect(intake.offer(line({ id: '2', event: 'called', window: '临时窗' }), now)).toMatchObject({
      kind: 'event',
      notes: ['unknownWindow'],
    });
  });
});
