import type { TFunction } from 'i18next';
import { FLOORPLANS } from '../../scenarios/halls';
import { inLanguage, type Language } from '../../scenarios/text';
import { type VariantForm, windowsOf } from './variant-form';

/** One thing that variants may differ in: as a value to be told apart by, and in words. */
interface Trait {
  readonly value: unknown;
  readonly words: string;
}

/** Name of a variant's floor plan. */
export function planName(form: VariantForm, t: TFunction, language: Language): string {
  const { floorplan } = form;
  if (floorplan === null) return t('compare.plan.none');
  const shipped = FLOORPLANS.find(({ id }) => id === floorplan.id);
  return shipped ? shipped.name[language] : inLanguage(floorplan.name, language);
}

function traitsOf(form: VariantForm, t: TFunction, language: Language): readonly Trait[] {
  const { scenario, floorplan, organisation, queueing, demand, service } = form;
  const windows = windowsOf(form);
  return [
    { value: JSON.stringify(scenario.name), words: inLanguage(scenario.name, language) },
    { value: floorplan?.id, words: planName(form, t, language) },
    { value: windows, words: t('compare.named.windows', { count: windows }) },
    { value: organisation, words: t(`compare.organisation.${organisation}`) },
    { value: queueing, words: t(`compare.queueing.${queueing}`) },
    { value: demand, words: t('compare.named.demand', { factor: demand }) },
    { value: service, words: t('compare.named.service', { factor: service }) },
  ];
}

/**
 * What a variant is called: what the user says, or else what it differs in from the others, or
 * else its hall.
 */
export function nameOf(
  form: VariantForm,
  forms: readonly VariantForm[],
  t: TFunction,
  language: Language,
): string {
  if (form.name !== '') return form.name;
  const own = traitsOf(form, t, language);
  const others = forms.map((other) => traitsOf(other, t, language));
  const different = own.filter(({ value }, i) =>
    others.some((traits) => traits[i]!.value !== value),
  );
  return (different.length > 0 ? different : own.slice(0, 1))
    .map(({ words }) => words)
    .join(t('compare.named.separator'));
}

/** A variant in a line: the hall it starts from and everything that is changed of it. */
export function summaryOf(form: VariantForm, t: TFunction, language: Language): string {
  const [hall, plan, windows, organisation, queueing, demand, service] = traitsOf(
    form,
    t,
    language,
  ) as [Trait, Trait, Trait, Trait, Trait, Trait, Trait];
  return [
    hall,
    plan,
    windows,
    ...(form.organisation === 'asArranged' ? [] : [organisation]),
    ...(form.queueing === 'asIs' ? [] : [queueing]),
    ...(form.demand === 1 ? [] : [demand]),
    ...(form.service === 1 ? [] : [service]),
  ]
    .map(({ words }) => words)
    .join(' · ');
}
