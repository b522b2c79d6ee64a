import { describe, expect, it } from 'vitest';
import { commandOf, type KeyPlace } from '../../src/app/playback/keyboard';

const press = (key: string, place: KeyPlace = 'page', held: Partial<KeyboardEvent> = {}) =>
  commandOf(
    { key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...held },
    place,
  );

describe('keys', () => {
  it('drive the player', () => {
    expect(press(' ')).toEqual({ do: 'toggle' });
    expect(press('ArrowRight')).toEqual({ do: 'seekBy', deltaUs: 10e6 });
    expect(press('ArrowLeft', 'page', { shiftKey: true })).toEqual({
      do: 'seekBy',
      deltaUs: -60e6,
    });
    expect(press('Home')).toEqual({ do: 'start' });
    expect(press('End')).toEqual({ do: 'end' });
    expect(press('1')).toEqual({ do: 'speed', speed: 1 });
    expect(press('7')).toEqual({ do: 'speed', speed: 600 });
    expect(press('t')).toEqual({ do: 'view' });
    expect(press('Escape')).toEqual({ do: 'deselect' });
  });

  it('open the help from both keyboards', () => {
    expect(press('?', 'page', { shiftKey: true })).toEqual({ do: 'help' });
    expect(press('\uff1f')).toEqual({ do: 'help' });
  });

  it('are left to fields, buttons and the browser', () => {
    for (const key of [' ', 'ArrowLeft', 'Home', '3', '?']) expect(press(key, 'field')).toBeNull();
    expect(press(' ', 'button')).toBeNull();
    expect(press('ArrowLeft', 'button')).not.toBeNull();
    expect(press('ArrowLeft', 'choice')).toBeNull();
    expect(press('ArrowRight', 'choice')).toBeNull();
    expect(press(' ', 'choice')).toEqual({ do: 'toggle' });
    expect(press('1', 'page', { ctrlKey: true })).toBeNull();
    expect(press('Home', 'page', { altKey: true })).toBeNull();
  });

  it('mean nothing else', () => {
    for (const key of ['8', '9', '0', 'a', 'Enter', 'Tab', 'F5']) expect(press(key)).toBeNull();
  });
});
