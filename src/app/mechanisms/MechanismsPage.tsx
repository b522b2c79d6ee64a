import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { GROUPS, MECHANISMS } from '../../scenarios/mechanisms';
import { useStudies, useTwin, useTwinState } from '../context';
import { MechanismView } from './MechanismView';

/** Every mechanism of the process, each with the same hall without it and with it. */
export function MechanismsPage() {
  const { t } = useTranslation();
  const { studies } = useTwin();
  const language = useTwinState((state) => state.language);
  const chosen = useStudies((state) => state.mechanism);
  const done = useStudies((state) => state.comparisons);
  // The page is never empty: the one on show is compared when it is opened.
  useEffect(() => {
    void studies.show(studies.store.getState().mechanism);
  }, [studies]);
  const mechanism = MECHANISMS.find(({ id }) => id === chosen)!;
  return (
    <main className="study" aria-label={t('mechanisms.title')}>
      <nav className="study-list" aria-label={t('mechanisms.list')}>
        {GROUPS.map((group) => (
          <section key={group}>
            <h3>{t(`mechanisms.group.${group}`)}</h3>
            {MECHANISMS.filter((m) => m.group === group).map(({ id, name }) => (
              <button
                key={id}
                type="button"
                aria-current={id === chosen}
                data-mechanism={id}
                onClick={() => void studies.show(id)}
              >
                {name[language]}
                {done[id] && <span className="done" />}
              </button>
            ))}
          </section>
        ))}
      </nav>
      <MechanismView mechanism={mechanism} />
    </main>
  );
}
