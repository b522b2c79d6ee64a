import { languageOf } from './language';
import { processOutput } from './output';
import { run } from './program';

const argv = process.argv.slice(2);
process.exitCode = await run(argv, processOutput(languageOf(argv, process.env)));
