import { z } from 'zod';
import { InputError, type Problem } from './problem';
import { pathOf, problemAt, say } from './problems-text';
import { carryKnownKeys, problemsOfIssues } from './problems-zod';
import { parseJson } from './read';

/** An angle of view, degrees, that lenses are made for. */
const angle = z.number().positive().max(360);
const pixels = z.int().positive().max(100_000);

/** A camera model as its user writes it down: one setting of its lens. */
export const cameraEntrySchema = z.strictObject({
  id: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/)
    .describe('Letters, digits, ., - and _'),
  name: z.string().trim().min(1).max(120),
  resolutionPx: z.tuple([pixels, pixels]),
  focalMm: z.number().positive().max(5000).optional(),
  horizontalFovDeg: angle,
  verticalFovDeg: angle,
  source: z.string().max(300).optional().describe('Where the angles are printed'),
});
export type CameraEntry = z.infer<typeof cameraEntrySchema>;

/** What of a library could be read. */
export interface CameraLibrary {
  readonly models: readonly CameraEntry[];
  /** What is wrong with the others, by the path of the field. */
  readonly problems: readonly Problem[];
}

/** Models of one library at most. */
export const MOST_MODELS = 20_000;

const noList = say(
  '型号库里没有 models 列表',
  'The library has no list of models',
  '文件应为 { "models": [ … ] }，每个型号写明 id、name、resolutionPx、horizontalFovDeg、verticalFovDeg',
  'Write { "models": [ … ] }, each with id, name, resolutionPx, horizontalFovDeg and verticalFovDeg',
);
const tooMany = say(
  `型号多于 ${MOST_MODELS} 个`,
  `There are more than ${MOST_MODELS} models`,
  '请把型号库分成几个文件',
  'Split the library',
);
const twice = (id: string) =>
  say(
    `编号 "${id}" 出现了两次`,
    `The id "${id}" occurs twice`,
    '改成不同的编号；只保留了前一个',
    'Give another id; the first was kept',
  );

/**
 * Reads a library of camera models from JSON text: a list, or a document with one under `models`.
 * A model that is wrong is named and left out, the others are kept.
 *
 * @param source what messages call it
 * @throws InputError for text that is no library at all
 */
export function readCameraLibrary(text: string, source: string): CameraLibrary {
  const document = parseJson(text, source);
  const listed = Array.isArray(document)
    ? document
    : (document as { readonly models?: unknown } | null)?.models;
  const at = Array.isArray(document) ? [] : ['models'];
  if (!Array.isArray(listed)) throw new InputError(source, [problemAt(['models'], noList)]);
  if (listed.length > MOST_MODELS) throw new InputError(source, [problemAt(at, tooMany)]);
  const models: CameraEntry[] = [];
  const problems: Problem[] = [];
  const known = new Set<string>();
  for (const [i, entry] of listed.entries()) {
    const read = readCameraEntry(entry, [...at, i]);
    if (read.entry === null) problems.push(...read.problems);
    else if (known.has(read.entry.id))
      problems.push(problemAt([...at, i, 'id'], twice(read.entry.id)));
    else {
      known.add(read.entry.id);
      models.push(read.entry);
    }
  }
  return { models, problems };
}

/** One model; or null, and what is wrong with it. */
export function readCameraEntry(
  value: unknown,
  path: readonly PropertyKey[] = [],
): { readonly entry: CameraEntry | null; readonly problems: readonly Problem[] } {
  const read = cameraEntrySchema.safeParse(value, { error: carryKnownKeys });
  if (read.success) return { entry: read.data, problems: [] };
  const own = problemsOfIssues(read.error.issues, value);
  const whole = pathOf(path);
  return {
    entry: null,
    problems: own.map((problem) => ({
      ...problem,
      path:
        problem.path === ''
          ? whole
          : whole === '' || problem.path.startsWith('[')
            ? `${whole}${problem.path}`
            : `${whole}.${problem.path}`,
    })),
  };
}
