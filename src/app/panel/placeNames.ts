import { useTranslation } from 'react-i18next';
import { inLanguage } from '../../scenarios/text';
import type { Attendance } from '../../sim/stats/attendance';
import { useTwinState } from '../context';

/** Names of posts as the office's record numbers them. */
export function usePlaceNames(): (kind: Attendance['kind'], place: number) => string {
  const { t } = useTranslation();
  const language = useTwinState((state) => state.language);
  const record = useTwinState((state) => state.office.record);
  const answers = useTwinState((state) => state.office.answers);
  return (kind, place) => {
    if (!record || !answers) return '';
    const { header } = record;
    const { scenario, floorplan } = answers;
    switch (kind) {
      case 'window': {
        const id = header.windows[place];
        const number = floorplan?.windows.find((w) => w.id === id)?.number;
        if (number !== undefined) return t('window.number', { number });
        const window = scenario.windows[place];
        return window ? inLanguage(window.name, language) : (id ?? '');
      }
      case 'station': {
        const id = header.stations[place];
        const fixture = floorplan?.fixtures.find((f) => f.id === id);
        return fixture ? t(`fixture.${fixture.kind}`) : (id ?? '');
      }
      case 'backOffice': {
        const office = scenario.backOffices[place];
        return office ? inLanguage(office.name, language) : '';
      }
    }
  };
}
