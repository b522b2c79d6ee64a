import { Alert, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../scenarios/problem';
import { inLanguage } from '../../scenarios/text';
import { useTwin, useTwinState } from '../context';
import { Field } from './Field';

/** Which business a window serves: part of the scenario, told where the window is. */
export function Skills({ window }: { readonly window: string }) {
  const { t } = useTranslation();
  const { session } = useTwin();
  const language = useTwinState((state) => state.language);
  const scenario = useTwinState((state) => state.plain);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const own = scenario?.windows.find(({ id }) => id === window);
  if (!scenario || !own) return <p className="quiet">{t('studio.notOpened')}</p>;
  if (own.area === 'issuing') return null;
  return (
    <>
      <Field name={t('studio.serves')}>
        <Select
          mode="multiple"
          maxTagCount={3}
          value={[...own.serves]}
          options={scenario.classes.map(({ id, name }) => ({
            value: id,
            label: inLanguage(name, language),
          }))}
          onChange={(serves: string[]) =>
            void session.changeServes(window, serves).then(setProblems)
          }
        />
      </Field>
      {problems[0] && (
        <Alert
          type="warning"
          showIcon
          closable
          title={`${problems[0].message[language]} ${problems[0].remedy[language]}`}
          onClose={() => setProblems([])}
        />
      )}
    </>
  );
}
