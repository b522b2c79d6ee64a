import type { Problem } from '../problem';
import { InputError } from '../problem';
import { nearest } from '../problems-nearest';
import { meant, problemAt, say } from '../problems-text';
import { check, parseJson } from '../read';
import { bothLanguages } from '../text';
import { FACTS, type Tour, tourSchema } from './tour';

/**
 * Reads a tour from JSON text. Whether its moments happen is a question to the recorded day.
 *
 * @param source what messages call it
 * @throws InputError with every problem found
 */
export function readTour(text: string, source: string): Tour {
  const tour = check(tourSchema, parseJson(text, source), source);
  const problems = [...castProblems(tour), ...captionProblems(tour)];
  if (problems.length > 0) throw new InputError(source, problems);
  return tour;
}

/** Moments of people that the cast does not name, and what needs two halls. */
function castProblems({ cast, steps, beside }: Tour): Problem[] {
  const known = Object.keys(cast);
  return steps.flatMap(({ at, camera }, i) => {
    if ('hall' in at) {
      if (at.hall === 'largestDifference' && !beside)
        return [problemAt(['steps', i, 'at', 'hall'], ALONE)];
      return camera.kind === 'follow' ? [problemAt(['steps', i, 'camera'], NOBODY)] : [];
    }
    if (known.includes(at.visitor)) return [];
    return [problemAt(['steps', i, 'at', 'visitor'], notInCast(at.visitor, known))];
  });
}

/** Braces round words that are no facts. */
function captionProblems({ steps }: Tour): Problem[] {
  return steps.flatMap(({ text }, i) => {
    const words = new Set(Object.values(bothLanguages(text)).flatMap(factsIn));
    return [...words]
      .filter((word) => !(FACTS as readonly string[]).includes(word))
      .map((word) => problemAt(['steps', i, 'text'], noFact(word)));
  });
}

/** The words in braces in a caption. */
export function factsIn(text: string): string[] {
  return [...text.matchAll(/\{([^{}]*)\}/g)].map(([, word]) => word!);
}

const ALONE = say(
  '只有一个大厅时没有“相差最大”的时刻',
  'With one hall there is no largest difference',
  '加上 beside（第二个大厅），或换一个时刻',
  'Add `beside`, a second hall, or choose another moment',
);
const NOBODY = say(
  '这一步不是某个人的时刻，镜头无人可跟',
  'This moment is nobody’s, so there is nobody to follow',
  '把 camera 改为 overview、top、near 或 zone，或把 at 改为某个人的时刻',
  'Let the camera be overview, top, near or zone, or tie the step to somebody',
);

const notInCast = (name: string, known: readonly string[]) => {
  const [zh, en] = meant(nearest(name, known), known);
  return say(`cast 里没有 "${name}"`, `The cast has no "${name}"`, zh, en);
};

const noFact = (word: string) => {
  const [zh, en] = meant(nearest(word, FACTS), FACTS);
  return say(
    `没有叫 "${word}" 的事实，解说里的 {${word}} 填不上`,
    `There is no fact "${word}" to put in place of {${word}}`,
    zh,
    en,
  );
};
