import { Checkbox, Input, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { SECTION_IDS, type SectionId } from '../../report/document/contents';
import { DOCUMENT_WORDS } from '../../report/document/words';
import { FLOORPLANS, HALLS } from '../../scenarios/halls';
import { useTwin, useTwinState } from '../context';
import type { ReportForm } from './desk';

/** Scenarios that one report compares with. */
const MOST_AGAINST = 7;
const LONGEST_TEXT = 200;

/** What stands on the report and in it. */
export function ReportFields() {
  const { t } = useTranslation();
  const { reportDesk } = useTwin();
  const language = useTwinState((state) => state.language);
  const question = useTwinState((state) => state.question);
  const { form } = useStore(reportDesk.store);
  const { change } = reportDesk;
  const words = DOCUMENT_WORDS[language].sections;
  const plan = question?.floorplan?.id;
  const least = HALLS.find(({ id }) => id === question?.scenario.id)?.minimumAreaM2 ?? 0;
  const others = [
    {
      label: t('report.otherPlans'),
      options: FLOORPLANS.filter(({ id, areaM2 }) => id !== plan && areaM2 >= least).map(
        ({ id, name }) => ({ value: `@${id}`, label: name[language] }),
      ),
    },
    {
      label: t('report.otherHalls'),
      options: HALLS.filter(({ id }) => id !== question?.scenario.id).map(({ id, name }) => ({
        value: id,
        label: name[language],
      })),
    },
  ];
  return (
    <div className="report-form">
      <label htmlFor="report-title">{t('report.heading')}</label>
      <Input
        id="report-title"
        value={form.title}
        maxLength={LONGEST_TEXT}
        placeholder={t('report.headingHint')}
        onChange={(event) => change({ title: event.target.value })}
      />
      <label htmlFor="report-author">{t('report.author')}</label>
      <Input
        id="report-author"
        value={form.author}
        maxLength={LONGEST_TEXT}
        onChange={(event) => change({ author: event.target.value })}
      />
      <label htmlFor="report-date">{t('report.date')}</label>
      <Input
        id="report-date"
        type="date"
        value={form.date}
        onChange={(event) => event.target.value && change({ date: event.target.value })}
      />
      <span id="report-language">{t('report.language')}</span>
      <Segmented<ReportForm['languages']>
        aria-labelledby="report-language"
        value={form.languages}
        onChange={(languages) => change({ languages })}
        options={[
          { value: 'both', label: t('report.both') },
          { value: 'zh', label: '中文' },
          { value: 'en', label: 'English' },
        ]}
      />
      <label htmlFor="report-against">{t('report.against')}</label>
      <Select
        id="report-against"
        mode="multiple"
        aria-label={t('report.against')}
        value={[...form.against]}
        maxCount={MOST_AGAINST}
        options={others}
        optionFilterProp="label"
        onChange={(against: string[]) => change({ against })}
      />
      <Checkbox
        className="wide"
        checked={form.search}
        onChange={(event) => change({ search: event.target.checked })}
      >
        {t('report.search')}
      </Checkbox>
      <fieldset className="wide">
        <legend>{t('report.sections')}</legend>
        <Checkbox.Group<SectionId>
          value={[...form.sections]}
          onChange={(sections) =>
            change({ sections: SECTION_IDS.filter((id) => sections.includes(id)) })
          }
          options={SECTION_IDS.map((value) => ({ value, label: words[value] }))}
        />
      </fieldset>
    </div>
  );
}
