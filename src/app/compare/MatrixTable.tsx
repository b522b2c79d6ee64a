import { Switch } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '../../scenarios/text';
import { changeOf, measuresToShow } from '../../sim/experiments/change';
import type { ComparisonReport, Variant } from '../../sim/experiments/compare';
import type { HallMeasureId, MeasureId } from '../../sim/experiments/report';
import { useFormatter, useTwinState } from '../context';
import { MEASURE_KINDS } from '../format';
import { Letter } from './Letter';
import { MeasureName } from './MeasureName';

/** So many variants have room for their intervals from the start. */
const ROOMY = 4;
/** So many variants have room for difference and verdict in one line. */
const FEW = 5;

/** Three to eight variants: in each cell the mean, the difference to A and what it says. */
export function MatrixTable(props: { readonly report: ComparisonReport; readonly target: string }) {
  const { report, target } = props;
  const { variants } = report;
  const { t } = useTranslation();
  const language = useTwinState((state) => state.language);
  const [chosen, setChosen] = useState<boolean | null>(null);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const all = chosen ?? variants.length <= ROOMY;
  const toggle = (id: string) =>
    setOpened((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  return (
    <>
      <p className="compare-table-head">
        <span>
          <Switch
            size="small"
            aria-label={t('compare.showIntervals')}
            checked={all}
            onChange={setChosen}
          />{' '}
          {t('compare.showIntervals')}
        </span>
        <span className="quiet">{t('compare.matrixAbout')}</span>
      </p>
      <div className="compare-scroll">
        <table
          className={`sheet comparison compare-table compare-matrix ${variants.length <= FEW ? 'few' : ''}`}
          data-intervals={all}
        >
          <thead>
            <tr>
              <th>{t('measures.name')}</th>
              {variants.map(({ name }, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a variant is its place
                <th key={i} className="figure" title={inLanguage(name, language)}>
                  <Letter index={i} />
                  <span className="compare-column-name">{inLanguage(name, language)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {measuresToShow(report).map((id) => (
              <tr key={id} data-measure={id} data-open={opened.has(id)}>
                <th scope="row">
                  <MeasureName id={id} target={target} />
                </th>
                {variants.map((variant, i) => (
                  <MatrixCell
                    // biome-ignore lint/suspicious/noArrayIndexKey: a variant is its place
                    key={i}
                    id={id}
                    variant={variant}
                    onClick={() => toggle(id)}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function MatrixCell(props: {
  readonly id: MeasureId | HallMeasureId;
  readonly variant: Variant;
  readonly onClick: () => void;
}) {
  const { id, variant } = props;
  const { t } = useTranslation();
  const format = useFormatter();
  const kind = MEASURE_KINDS[id];
  const { difference, measures, failed } = variant;
  if (failed !== null) return <td className="figure quiet">—</td>;
  const own = <span className="compare-mean">{format.mean(kind, measures[id])}</span>;
  if (difference === null)
    return (
      <Cell
        change={null}
        title={t('compare.ownInterval', { interval: format.interval(kind, measures[id]) })}
        onClick={props.onClick}
      >
        {own}
        <span className="compare-interval">{format.interval(kind, measures[id])}</span>
      </Cell>
    );
  const change = changeOf(id, difference[id]);
  const interval = format.differenceInterval(kind, difference[id]);
  return (
    <Cell
      change={change}
      title={t('compare.differenceInterval', { interval })}
      onClick={props.onClick}
    >
      {own}
      {change !== 'same' && (
        <span className="change">{format.difference(kind, difference[id])}</span>
      )}
      <span className="change compare-verdict">{t(`mechanisms.change.${change}`)}</span>
      {change !== 'same' && <span className="compare-interval">{interval}</span>}
    </Cell>
  );
}

function Cell(props: {
  readonly change: string | null;
  readonly title: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a short cut; the switch above the table does it for all rows
    <td
      className="figure"
      data-change={props.change ?? undefined}
      title={props.title}
      onClick={props.onClick}
    >
      {props.children}
    </td>
  );
}
