import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { refOfPath } from '../../drawing/edit/items';
import type { FloorPlan } from '../../scenarios/floorplan';
import { useFormatter, useTwin, useTwinState } from '../context';
import { figuresAreOld } from '../state/store';
import { useStudio } from './hooks';
import { labelOf } from './labels';

/** The figures of what is drawn; while new ones are on their way the old ones, marked. */
export function SimulationStatus({ plan }: { readonly plan: FloorPlan }) {
  const { t } = useTranslation();
  const { studio } = useTwin();
  const format = useFormatter();
  const language = useTwinState((state) => state.language);
  const report = useTwinState((state) => state.figures.report);
  const working = useTwinState((state) => state.figures.status === 'working');
  const outdated = useTwinState(figuresAreOld);
  const problems = useStudio((state) => state.problems);
  const old = outdated || working || problems.length > 0;
  const [first] = problems;
  const ref = first?.of === 'plan' ? refOfPath(plan, first.path) : null;
  const wait = report?.measures.waitMeanS;
  const walked = report?.measures.walkMeanM;
  return (
    <div className="studio-status" role="status">
      {wait && (
        <span className={old ? 'figures old' : 'figures'}>
          {t('studio.figures', {
            wait: wait.mean === null ? '–' : format.minutes(wait.mean),
            walked: walked?.mean == null ? '–' : walked.mean.toFixed(1),
            n: wait.n,
          })}
          {old && <em>{t(working ? 'studio.simulating' : 'studio.oldFigures')}</em>}
        </span>
      )}
      {first && (
        <Alert
          type="warning"
          showIcon
          title={t('studio.cannotSimulate', {
            count: problems.length,
            what: first.message[language],
            remedy: first.remedy[language],
          })}
          action={
            ref && (
              <Button size="small" onClick={() => studio.select([ref])}>
                {t('studio.show', { label: labelOf(plan, ref, language, t) })}
              </Button>
            )
          }
        />
      )}
    </div>
  );
}
