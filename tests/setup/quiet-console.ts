import { format } from 'node:util';
import { afterEach, beforeEach, expect } from 'vitest';

/** A test that writes to the console fails: a warning nobody reads is a fault nobody sees. */
const METHODS = ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const;
const original = { ...console };
let noise: string[] = [];

beforeEach(() => {
  noise = [];
  for (const method of METHODS)
    console[method] = (...words: unknown[]) => {
      noise.push(`console.${method}: ${format(...words)}`);
    };
});

afterEach(() => {
  for (const method of METHODS) console[method] = original[method];
  expect(noise, 'written to the console').toEqual([]);
});
