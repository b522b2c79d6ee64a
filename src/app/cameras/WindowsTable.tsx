import { useTranslation } from 'react-i18next';
import type { TargetReport } from '../../coverage/inspect/inspect';
import type { Profile } from '../../coverage/profiles';
import { COVERAGE_WORDS } from '../../report/coverage-words';
import type { InspectionAnswer } from '../../workers/coverage-api';
import { useTwin, useTwinState } from '../context';
import { VERDICT_MARKS } from './colours';
import { useCameras } from './hooks';

const degrees = (value: number | null) => (value === null ? '–' : `${value.toFixed(0)}°`);
const percent = (share: number) => `${(100 * share).toFixed(0)}%`;

const COUNTER_COLUMNS = ['camera', 'px', 'seen', 'v'] as const;
const FACE_COLUMNS = ['camera', 'px', 'seen', 'h', 'v'] as const;

function ColumnHeads(props: { readonly of: readonly (typeof FACE_COLUMNS)[number][] }) {
  const { t } = useTranslation();
  return props.of.map((name) => (
    <th key={name} className="figure" title={t(`cameras.column.${name}.about`)}>
      {t(`cameras.column.${name}`)}
    </th>
  ));
}

/** Every window with its verdict and the figures of the camera that does best. */
export function WindowsTable({ inspection }: { readonly inspection: InspectionAnswer }) {
  const { t } = useTranslation();
  const { cameras } = useTwin();
  const language = useTwinState((state) => state.language);
  const picked = useCameras((state) => state.window);
  const hung = useCameras((state) => state.history.cameras);
  const words = COVERAGE_WORDS[language];
  const { profile } = inspection;
  return (
    <table className="sheet windows-table">
      <thead>
        <tr>
          <th rowSpan={2}>{t('cameras.window')}</th>
          <th rowSpan={2}>{t('cameras.verdict')}</th>
          <th colSpan={5}>{words.target.face}</th>
          <th colSpan={4}>{words.target.counter}</th>
          <th rowSpan={2} title={t('cameras.pickupTitle')}>
            {t('cameras.pickup')}
          </th>
        </tr>
        <tr>
          <ColumnHeads of={FACE_COLUMNS} />
          <ColumnHeads of={COUNTER_COLUMNS} />
        </tr>
      </thead>
      <tbody>
        {inspection.windows.map((window) => {
          const { id, verdict, face, counter, pickup } = window;
          const { colour, sign } = VERDICT_MARKS[verdict];
          return (
            <tr
              key={id}
              data-window={id}
              data-verdict={verdict}
              aria-selected={id === picked}
              onClick={() => cameras.store.setState({ window: id === picked ? null : id })}
            >
              <th scope="row">
                <button type="button" className="link-button">
                  {id}
                </button>
              </th>
              <td className="verdict" style={{ color: colour }}>
                {sign} {words.verdict[verdict]}
              </td>
              <Figures seen={face} limits={profile.face} hung={hung} />
              <Figures seen={counter} limits={profile.counter} hung={hung} />
              <td className={pickup.id === null || !pickup.inReach ? 'figure broken' : 'figure'}>
                {pickup.distanceM === null ? '✗' : `${pickup.distanceM.toFixed(1)} m`}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** What the best camera makes of a target; limits that it breaks are marked. */
function Figures(props: {
  readonly seen: TargetReport;
  readonly limits: Profile['face'] | Profile['counter'];
  readonly hung: readonly { readonly id: string }[];
}) {
  const { seen, limits, hung } = props;
  const number = hung.findIndex(({ id }) => id === seen.camera) + 1;
  const figure = (text: string, broken: boolean) => (
    <td className={broken ? 'figure broken' : 'figure'}>{text}</td>
  );
  const steep = seen.verticalDeg ?? 0;
  const isFace = 'horizontalDeg' in limits;
  return (
    <>
      <td className="figure" title={seen.camera ?? undefined}>
        {number > 0 ? `#${number}` : '–'}
      </td>
      {figure(seen.pxPerM.toFixed(0), seen.pxPerM < limits.pxPerM.value)}
      {figure(percent(seen.visibleShare), seen.visibleShare < limits.visibleShare.value)}
      {isFace &&
        figure(degrees(seen.horizontalDeg), (seen.horizontalDeg ?? 0) > limits.horizontalDeg.value)}
      {figure(
        degrees(seen.verticalDeg),
        seen.verticalDeg !== null &&
          (isFace ? steep > limits.verticalDeg.value : steep < limits.verticalDeg.value),
      )}
    </>
  );
}
