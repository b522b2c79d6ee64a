import { reportCommand } from '../../report/document/command-line';
import { SECTION_IDS, type SectionId, sectionsWithin } from '../../report/document/contents';
import { REPORT_LANGUAGES, reportLanguages } from '../../report/document/languages';
import { reportHtml } from '../../report/document/report-html';
import { carriedScenario } from '../../scenarios/carried';
import { keyOf } from '../../workers/journal';
import { workOutReport } from '../../workers/report-job';
import { loadRun, loadVariant } from '../documents';
import { MAX_REPLICATIONS, oneOf, wholeNumber } from '../options';
import { answerJson, type Output } from '../output';
import { checkFile, writeFile } from '../output-file';
import { REFUSALS, refusal } from '../refusals';
import { type SweepFlags, seedOf, withSweep } from '../sweep';

/** Scenarios that one report holds against its own. */
const MOST_AGAINST = 7;

export interface ReportFlags extends SweepFlags {
  readonly output: string;
  readonly against?: readonly string[];
  readonly planSearch?: boolean;
  readonly floorplan?: string;
  readonly replications: string;
  readonly lang?: string;
  readonly date?: string;
  readonly title?: string;
  readonly author?: string;
  readonly sections?: string;
  readonly json?: boolean;
}

/** A date as it is written, "YYYY-MM-DD"; today if none is. Throws InputError. */
function dateOf(given: string | undefined): string {
  if (given === undefined) {
    const now = new Date();
    const two = (n: number) => String(n).padStart(2, '0');
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  }
  const time = Date.parse(`${given}T00:00:00Z`);
  const real =
    /^\d{4}-\d{2}-\d{2}$/.test(given) &&
    Number.isFinite(time) &&
    new Date(time).toISOString().startsWith(given);
  if (!real) throw refusal('hall', '--date', REFUSALS.notDate(given));
  return given;
}

/** Parts by name, separated by commas. Throws InputError. */
function sectionsOf(given: string | undefined): readonly SectionId[] | undefined {
  return given?.split(',').map((word) => oneOf('--sections', word.trim(), SECTION_IDS));
}

/**
 * A hall's report as one HTML file.
 *
 * @returns whether it was written; not if the work was stopped
 * @throws InputError
 */
export async function report(output: Output, name: string, flags: ReportFlags): Promise<boolean> {
  const seed = seedOf(flags);
  const replications = wholeNumber('--replications', flags.replications, 2, MAX_REPLICATIONS);
  const lang = flags.lang === undefined ? 'both' : oneOf('--lang', flags.lang, REPORT_LANGUAGES);
  const languages = reportLanguages(lang, output.language);
  const sections = sectionsOf(flags.sections);
  const date = dateOf(flags.date);
  const against = flags.against ?? [];
  if (against.length > MOST_AGAINST)
    throw refusal('hall', '--against', REFUSALS.notSoMany(against.length, 1, MOST_AGAINST));
  const own = flags.floorplan === undefined ? loadVariant(name) : loadRun(name, flags.floorplan);
  const others = against.map((word) => {
    const { scenario, plan } = loadVariant(word);
    return { scenario, floorplan: plan };
  });
  checkFile('--output', flags.output);
  const request = {
    scenario: own.scenario,
    floorplan: own.plan,
    seed,
    replications,
    against: others,
    search: flags.planSearch ?? false,
  };
  const variants = [request, ...others].map(({ scenario, floorplan }) => ({
    scenario,
    floorplan,
    seed,
  }));
  const found = await withSweep(output, flags, 'report', variants, request, (sweep, watch) =>
    workOutReport(request, sweep, (step, done, of) => watch.tell(done, of, step)),
  );
  if (!found) return false;
  const carried = carriedScenario(own.scenario, own.plan);
  const subject = {
    scenario: own.scenario,
    floorplan: own.plan,
    carried,
    hash: keyOf(carried),
    command: reportCommand(name, { ...flags, languages, date, output: 'report.html' }),
    date,
    title: flags.title ?? null,
    author: flags.author ?? null,
  };
  const text = reportHtml(found, subject, { languages, ...(sections ? { sections } : {}) });
  writeFile('--output', flags.output, text);
  if (flags.json)
    answerJson(output, {
      path: flags.output,
      sections: sectionsWithin(found, subject, sections),
      languages,
      scenario: own.scenario.id,
      hash: subject.hash,
      bytes: Buffer.byteLength(text),
      command: subject.command,
    });
  else output.answer(WRITTEN[output.language](flags.output));
  return true;
}

const WRITTEN = {
  zh: (file: string) => `报告已写入 ${file}：用浏览器打开，可打印为 A4`,
  en: (file: string) => `The report is in ${file}: open it in a browser, or print it on A4`,
};
