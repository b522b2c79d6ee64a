import type { TFunction } from 'i18next';
import type { Distribution, SimpleDistribution } from '../../scenarios/distribution';
import { numberOf, type Parameter } from '../../scenarios/provenance';
import { inLanguage, type Language } from '../../scenarios/text';
import type { Formatter } from '../format';
import type { ParameterRow } from './parameters';

/** More are counted. */
const MOST_DATES = 6;

/** Above this, seconds are shown as minutes. */
const MINUTES_FROM_S = 120;

/** A duration in the unit that reads best. */
function duration(seconds: Parameter, format: Formatter, t: TFunction): string {
  const s = numberOf(seconds);
  return s >= MINUTES_FROM_S
    ? `${format.number(s / 60, 1)} ${t('unit.min')}`
    : `${format.number(s, 1)} ${t('unit.s')}`;
}

/** A distribution in words: its kind and its parameters. */
export function distributionText(
  d: Distribution | SimpleDistribution,
  format: Formatter,
  t: TFunction,
): string {
  const span = (value: Parameter) => duration(value, format, t);
  const plain = (value: Parameter) => format.number(numberOf(value), 3);
  switch (d.dist) {
    case 'deterministic':
      return t('dist.deterministic', { value: span(d.valueS) });
    case 'exponential':
      return t('dist.exponential', { mean: span(d.meanS) });
    case 'erlang':
      return t('dist.erlang', { mean: span(d.meanS), stages: plain(d.stages) });
    case 'gamma':
      return t('dist.gamma', { mean: span(d.meanS), cv: plain(d.cv) });
    case 'lognormal':
      return t('dist.lognormal', { mean: span(d.meanS), cv: plain(d.cv) });
    case 'weibull':
      return t('dist.weibull', { scale: span(d.scaleS), shape: plain(d.shape) });
    case 'uniform':
      return t('dist.uniform', { min: span(d.minS), max: span(d.maxS) });
    case 'triangular':
      return t('dist.triangular', { min: span(d.minS), mode: span(d.modeS), max: span(d.maxS) });
    case 'empirical':
      return t('dist.empirical', { count: d.valuesS.length });
    case 'mixture':
      return d.components
        .map((c) => `${format.percent(c.probability)} ${distributionText(c.of, format, t)}`)
        .join(' + ');
  }
}

/** Fields that are shares between 0 and 1. */
const SHARES =
  /^(share|shares|done|promised|sentBack|probability|booked|noShow|agrees|delivered|online|onlineShare|again|answers|detects|byNumber|perMinuteOverTarget)$/;

/** A parameter's value with its unit, told from the field's name. */
export function valueText(
  row: ParameterRow,
  format: Formatter,
  language: Language,
  t: TFunction,
): string {
  const { value } = row;
  switch (value.kind) {
    case 'distribution':
      return distributionText(value.of, format, t);
    case 'list':
      return t('parameter.values', { count: value.count });
    case 'choice':
      return t(`choice.${value.choice}`);
    case 'dates':
      return value.dates.length > MOST_DATES
        ? t('parameter.values', { count: value.dates.length })
        : value.dates.join(t('parameter.separator'));
    case 'weekdays':
      return value.days.map((day) => t(`weekday.${day}`)).join(t('parameter.separator'));
    case 'names':
      return value.names.map((name) => inLanguage(name, language)).join(t('parameter.separator'));
    case 'intervals':
      return value.list
        .map(({ from, to, factor }) =>
          factor === null ? `${from}–${to}` : `${from}\u00a0×${format.number(factor)}`,
        )
        .join(t('parameter.separator'));
    case 'number':
      if (SHARES.test(row.field)) return `${format.number(value.value * 100, 2)}%`;
      if (row.field.endsWith('Mps')) return `${format.number(value.value, 2)} m/s`;
      if (row.field.endsWith('S')) return duration(value.value, format, t);
      return format.number(value.value);
  }
}
