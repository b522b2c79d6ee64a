import { expect, test } from 'vitest';
import golden from './halls.json';
import { summaries } from './summary';

test('every shipped hall still has the figures that were last looked at', () => {
  expect(summaries()).toEqual(golden);
});
