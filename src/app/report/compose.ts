import { reportCommand } from '../../report/document/command-line';
import { reportLanguages } from '../../report/document/languages';
import { reportHtml } from '../../report/document/report-html';
import { carriedScenario } from '../../scenarios/carried';
import type { Language } from '../../scenarios/text';
import { keyOf } from '../../workers/journal';
import type { ReportState } from './desk';

/** What the file is called that the page hands out, and that its command names. */
export const REPORT_FILE = 'report.html';

/** The report as the form asks for it; null until something has been worked out. */
export function composed(
  { findings, answers, form, compared }: ReportState,
  language: Language,
): string | null {
  if (!findings || !answers) return null;
  const { scenario, floorplan, seed } = answers;
  const languages = reportLanguages(form.languages, language);
  const carried = carriedScenario(scenario, floorplan);
  const title = form.title.trim();
  const author = form.author.trim();
  return reportHtml(
    findings,
    {
      scenario,
      floorplan,
      carried,
      hash: keyOf(carried),
      // The report carries the very scenario, so it is what the command runs.
      command: reportCommand(REPORT_FILE, {
        against: compared.map((word) => (word.startsWith('@') ? REPORT_FILE + word : word)),
        planSearch: findings.search !== null,
        seed,
        replications: findings.simulation.replications,
        languages,
        date: form.date,
        ...(title === '' ? {} : { title }),
        ...(author === '' ? {} : { author }),
        output: 'again.html',
      }),
      date: form.date,
      title: title === '' ? null : title,
      author: author === '' ? null : author,
    },
    { languages, sections: form.sections },
  );
}
