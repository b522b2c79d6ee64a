import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../scenarios/problem';
import type { Language } from '../../scenarios/text';
import { useTwinState } from '../context';
import type { FormProblem } from './check-form';

/** Problems named on a card; there may be hundreds. */
const FIRST = 3;

/** Numbers in words, those without a gap drawn together: `3–8, 10`. */
function spans(numbers: readonly number[], separator: string): string {
  const found: [number, number][] = [];
  for (const n of numbers) {
    const last = found.at(-1);
    if (last && n === last[1] + 1) last[1] = n;
    else found.push([n, n]);
  }
  return found.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(separator);
}

/** Why a variant can't be run, and what to do about it. */
export function problemWords(
  problem: FormProblem,
  t: TFunction,
): { readonly message: string; readonly remedy: string } | null {
  switch (problem.kind) {
    case 'windows':
      return {
        message: t('compare.problem.windows', { count: problem.windows }),
        remedy:
          problem.choices.length > 0
            ? t('compare.problem.windowsRemedy', {
                choices: spans(problem.choices, t('compare.named.separator')),
              })
            : t('compare.problem.noneRemedy'),
      };
    case 'factor':
      return { message: t('compare.problem.factor'), remedy: t('compare.problem.factorRemedy') };
    case 'hall':
      return null;
  }
}

/** The same in one line, for a table. */
export function problemLine(problem: FormProblem, t: TFunction, language: Language): string {
  if (problem.kind === 'hall') return problem.problems[0]!.message[language];
  return problemWords(problem, t)!.message;
}

/** Why a variant can't be run, on its card. */
export function FormProblems({ problem }: { readonly problem: FormProblem }) {
  const { t } = useTranslation();
  if (problem.kind === 'hall')
    return (
      <div className="compare-problem" role="status">
        <b>{t('compare.problem.hall')}</b>
        <ProblemList problems={problem.problems} />
      </div>
    );
  const { message, remedy } = problemWords(problem, t)!;
  return (
    <div className="compare-problem" role="status">
      <b>{message}</b>
      <p>{remedy}</p>
    </div>
  );
}

/** The first problems, each with its place and its remedy. */
export function ProblemList({ problems }: { readonly problems: readonly Problem[] }) {
  const { t } = useTranslation();
  const language = useTwinState((state) => state.language);
  return (
    <>
      <ol className="problems">
        {problems.slice(0, FIRST).map((problem) => (
          <li key={`${problem.path} ${problem.message.en}`}>
            <code>{problem.path || t('notice.document')}</code>
            <span>{problem.message[language]}</span>
            <span className="remedy">{problem.remedy[language]}</span>
          </li>
        ))}
      </ol>
      {problems.length > FIRST && (
        <p>{t('compare.problem.more', { count: problems.length - FIRST })}</p>
      )}
    </>
  );
}
