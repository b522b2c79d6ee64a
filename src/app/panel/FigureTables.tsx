import { simulationSheets } from '../../report/simulation-sheet';
import { useTwinState } from '../context';
import { Downloads } from '../Downloads';

/** The measures on show as tables to take away. */
export function FigureTables() {
  const report = useTwinState((state) => state.figures.report);
  const answers = useTwinState((state) => state.figures.answers);
  const language = useTwinState((state) => state.language);
  if (!report || !answers) return null;
  return (
    <Downloads
      name={report.scenario}
      sheets={() => simulationSheets(report, answers.scenario, language)}
    />
  );
}
