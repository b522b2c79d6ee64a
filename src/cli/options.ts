import { REFUSALS, refusal } from './refusals';

export const MAX_REPLICATIONS = 100_000;

/** A whole number given to a flag. Throws InputError. */
export function wholeNumber(flag: string, given: string, min: number, max: number): number {
  const value = Number(given);
  if (!/^\d+$/.test(given) || !Number.isSafeInteger(value) || value < min || value > max)
    throw refusal('hall', flag, REFUSALS.notInteger(given, min, max));
  return value;
}

/** A number given to a flag. Throws InputError. */
export function plainNumber(flag: string, given: string, min: number, max: number): number {
  const value = Number(given);
  if (!/^\d+(\.\d+)?$/.test(given) || value < min || value > max)
    throw refusal('hall', flag, REFUSALS.notNumber(given, min, max));
  return value;
}

/** One of a few words. Throws InputError. */
export function oneOf<T extends string>(flag: string, given: string, choices: readonly T[]): T {
  const choice = choices.find((c) => c === given);
  if (choice === undefined) throw refusal('hall', flag, REFUSALS.notChoice(given, choices));
  return choice;
}

/** Camera models placed from, unless others are named: one wide, one narrower. */
export const FIRST_MODELS = 'hik-2143-2.8,hik-2143-4';
