import type { TFunction } from 'i18next';
import { FLOORPLANS } from '../../scenarios/halls';
import { inLanguage, type Language } from '../../scenarios/text';
import { type VariantForm, windowsOf } from './variant-form';

/** One thing that variants may differ in. */
interface Trait {
  /** To be told apart by. */
  readonly value: unknown;
  readonly words: string;
  /** It is as the hall has it by itself. */
  readonly plain: boolean;
}

/** Name of a variant's floor plan. */
export function planName(form: VariantForm, t: TFunction, language: Language): string {
  const { floorplan } = form;
  if (floorplan === null) return t('compare.plan.none');
  const shipped = FLOORPLANS.find(({ id }) => id === floorplan.id);
  return shipped ? shipped.name[language] : inLanguage(floorplan.name, language);
}

export function windowsWords(count: number, t: TFunction): string {
  return count === 1 ? t('compare.named.window') : t('compare.named.windows', { count });
}

/** The hall, and after it everything that can be changed of it. */
function traitsOf(
  form: VariantForm,
  t: TFunction,
  language: Language,
): readonly [Trait, ...Trait[]] {
  const { scenario, floorplan, organisation, queueing, demand, service } = form;
  const windows = windowsOf(form);
  const ownPlan = typeof scenario.floorplan === 'string' ? scenario.floorplan : floorplan?.id;
  return [
    {
      value: JSON.stringify(scenario.name),
      words: inLanguage(scenario.name, language),
      plain: false,
    },
    {
      value: floorplan?.id,
      words: planName(form, t, language),
      plain: floorplan?.id === ownPlan,
    },
    {
      value: windows,
      words: windowsWords(windows, t),
      plain: form.windows === null,
    },
    {
      value: organisation,
      words: t(`compare.organisation.${organisation}`),
      plain: organisation === 'asArranged',
    },
    {
      value: queueing,
      words: t(`compare.queueing.${queueing}`),
      plain: queueing === 'asIs',
    },
    {
      value: demand,
      words: t('compare.named.demand', { factor: demand }),
      plain: demand === 1,
    },
    {
      value: service,
      words: t('compare.named.service', { factor: service }),
      plain: service === 1,
    },
  ];
}

/**
 * What a variant is called: what the user says, or else what it differs in from the first; the
 * first of several is called after its hall and what is changed of it.
 */
export function nameOf(
  form: VariantForm,
  forms: readonly VariantForm[],
  t: TFunction,
  language: Language,
): string {
  if (form.name !== '') return form.name;
  const own = traitsOf(form, t, language);
  const first = form === forms[0];
  const other = first ? (forms.length === 2 ? forms[1] : undefined) : forms[0];
  const others = other && traitsOf(other, t, language);
  const otherHall = others !== undefined && others[0].value !== own[0].value;
  const telling = own.filter(({ value, plain }, i) =>
    others === undefined || (otherHall && plain) ? !plain : others[i]!.value !== value,
  );
  return (telling.length > 0 ? telling : own.slice(0, 1))
    .map(({ words }) => words)
    .join(t('compare.named.separator'));
}

/** A variant in a line: hall, floor plan, windows, and whatever else is changed. */
export function summaryOf(form: VariantForm, t: TFunction, language: Language): string {
  return traitsOf(form, t, language)
    .filter(({ plain }, i) => i < 3 || !plain)
    .map(({ words }) => words)
    .join(' · ');
}
