import type { TFunction } from 'i18next';
import type { Sheet } from '../../report/sheet';
import type { Mechanism } from '../../scenarios/mechanisms';
import type { Language } from '../../scenarios/text';
import { changedFields } from './changed-fields';

/** What a mechanism changes in a scenario file, field by field, as a table. */
export function fieldsSheet(mechanism: Mechanism, language: Language, t: TFunction): Sheet {
  return {
    name: t('mechanisms.fields'),
    title: `${mechanism.name[language]} · ${t('mechanisms.fields')}`,
    about: [],
    columns: [
      { name: t('mechanisms.field') },
      { name: t('mechanisms.places'), format: 'integer' },
      { name: t('mechanisms.without') },
      { name: t('mechanisms.with') },
    ],
    rows: changedFields(mechanism).map(({ path, count, before, after }) => [
      path,
      count,
      before,
      after,
    ]),
    notes: [t('mechanisms.fieldsAbout')],
  };
}
