import { Command, CommanderError } from 'commander';
import { REPORT_LANGUAGES } from '../report/document/languages';
import { InputError } from '../scenarios/problem';
import { PRODUCT } from '../scenarios/product';
import { oneOf } from './options';
import { type Output, sayProblems } from './output';
import { REFUSALS, refusal } from './refusals';
import { addLogVerbs } from './verbs/logs';
import { addPaperVerbs } from './verbs/papers';
import { addPlanningVerbs } from './verbs/planning';
import { addProvinceVerbs } from './verbs/province';
import { addRunningVerbs } from './verbs/running';
import { addShippedVerbs } from './verbs/shipped';
import { addSpaceVerbs } from './verbs/space';
import { type Toolkit, toolkitOf } from './verbs/toolkit';

/** What the process ends with. */
export const EXIT = {
  done: 0,
  /** The answer is "no". */
  no: 1,
  badInput: 2,
  /** Stopped, by Ctrl-C or its budget, before the answer was known. */
  stopped: 130,
  /** A fault of the product's own (EX_SOFTWARE of sysexits). */
  fault: 70,
} as const;

const HEADINGS_ZH: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Global Options:': '通用选项：',
  'Commands:': '命令：',
};

const VERBS = [
  addShippedVerbs,
  addRunningVerbs,
  addPlanningVerbs,
  addProvinceVerbs,
  addLogVerbs,
  addSpaceVerbs,
  addPaperVerbs,
];

/**
 * The verbs and their options. What a verb does is loaded when it is run: a command that only
 * lists or refuses has not to wait for the simulation, the queue and the log readers.
 */
function build(output: Output, ends: Pick<Toolkit, 'answerNo' | 'stopped'>): Command {
  const zh = output.language === 'zh';
  const text = (chinese: string, english: string) => (zh ? chinese : english);
  const program = new Command('hall')
    .description(
      text('政务服务大厅的数字孪生：模拟、平面图', 'A digital twin of a township service hall'),
    )
    .version(PRODUCT.version, '--version', text('显示版本', 'print the version'))
    .exitOverride()
    .configureOutput({
      writeOut: (words) => output.answer(words.trimEnd()),
      writeErr: () => {},
    })
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (title) => (zh ? (HEADINGS_ZH[title] ?? title) : title),
    })
    .helpOption('-h, --help', text('显示帮助', 'print help'))
    .helpCommand(false)
    .option(
      '--lang <zh|en>',
      text(
        '消息语言；报告的语言（zh、en、both，或“zh,en”：先显示前者）',
        'language of messages; of a report zh, en, both, or en,zh: the first is on show',
      ),
    )
    .hook('preAction', (command, verb) => {
      const { lang } = command.opts<{ lang?: string }>();
      const choices = verb.name() === 'report' ? REPORT_LANGUAGES : ['zh', 'en'];
      if (lang !== undefined) oneOf('--lang', lang, choices);
    });

  const toolkit = toolkitOf(program, output, ends);
  for (const add of VERBS) add(toolkit);
  return program;
}

/** Commander's refusals in the product's words. */
function refusalOf(error: CommanderError): InputError {
  const named = /'([^']+)'/.exec(error.message)?.[1] ?? '';
  switch (error.code) {
    case 'commander.unknownOption':
      return refusal('hall', named, REFUSALS.unknownOption(named));
    case 'commander.unknownCommand':
      return refusal('hall', named, REFUSALS.unknownCommand(named));
    case 'commander.missingArgument':
      return refusal('hall', `<${named}>`, REFUSALS.missingArgument(`<${named}>`));
    case 'commander.missingMandatoryOptionValue':
      return refusal(
        'hall',
        named.split(' ')[1] ?? named,
        REFUSALS.neededOption(named, 'report.html'),
      );
    case 'commander.optionMissingArgument':
      return refusal('hall', named.split(' ')[0]!, REFUSALS.missingValue(named));
    case 'commander.excessArguments':
      return refusal('hall', '', REFUSALS.surplusArgument());
    default:
      return refusal('hall', '', REFUSALS.badCommandLine(error.message));
  }
}

/**
 * Runs one command line.
 *
 * @param argv words after the command's name
 * @returns the exit code
 */
export async function run(argv: readonly string[], output: Output): Promise<number> {
  let code: number = EXIT.done;
  const program = build(output, {
    answerNo: () => {
      code = EXIT.no;
    },
    stopped: () => {
      code = EXIT.stopped;
    },
  });
  if (argv.length === 0) {
    output.say(program.helpInformation().trimEnd());
    return EXIT.badInput;
  }
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.done;
    const refused = error instanceof CommanderError ? refusalOf(error) : error;
    if (!(refused instanceof InputError)) {
      const fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
      output.say(
        output.language === 'zh'
          ? `程序内部错误，请报告：\n${fault}`
          : `A fault of the program; please report it:\n${fault}`,
      );
      return EXIT.fault;
    }
    sayProblems(output, refused);
    return EXIT.badInput;
  }
}
