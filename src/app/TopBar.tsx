import { QuestionCircleOutlined, UploadOutlined } from '@ant-design/icons';
import { Button, Segmented, Select, Upload } from 'antd';
import { useTranslation } from 'react-i18next';
import { FLOORPLANS, HALLS } from '../scenarios/halls';
import { inLanguage, type Language } from '../scenarios/text';
import { useTwin, useTwinState } from './context';
import { LinkButton } from './LinkButton';
import { PageMenu } from './PageMenu';
import { isAboutHall } from './state/page';

/** Stands for what is open and not one of the halls. */
const OWN = 'own:';

/** Name, choice of hall, own scenario, language, help. */
export function TopBar({ onHelp }: { readonly onHelp: () => void }) {
  const { t } = useTranslation();
  const { store } = useTwin();
  const language = useTwinState((state) => state.language);
  const page = useTwinState((state) => state.page);
  const setLanguage = (next: Language) => store.setState({ language: next });
  return (
    <header className="top-bar">
      <h1 className="brand">
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M1 6l7-4 7 4v1H1zM3 8h2v5H3zm4 0h2v5H7zm4 0h2v5h-2zM1 14h14v1H1z" />
        </svg>
        {t('app.name')}
      </h1>
      <PageMenu />
      {isAboutHall(page) && <HallControls />}
      <span className="spacer" />
      <Segmented<Language>
        aria-label={t('top.language')}
        value={language}
        onChange={setLanguage}
        options={[
          { value: 'zh', label: '中文' },
          { value: 'en', label: 'English' },
        ]}
      />
      <Button icon={<QuestionCircleOutlined />} onClick={onHelp}>
        {t('top.help')}
      </Button>
    </header>
  );
}

/** What is open, and how to open something else. */
function HallControls() {
  const { t } = useTranslation();
  const { session } = useTwin();
  return (
    <>
      <HallSelect />
      <PlanSelect />
      <Upload
        accept=".json,.html,application/json"
        showUploadList={false}
        beforeUpload={(file) => {
          void session.openFile(file);
          return false;
        }}
      >
        <Button icon={<UploadOutlined />} title={t('top.openTitle')}>
          {t('top.open')}
        </Button>
      </Upload>
      <LinkButton />
    </>
  );
}

function HallSelect() {
  const { t } = useTranslation();
  const { session } = useTwin();
  const language = useTwinState((state) => state.language);
  const origin = useTwinState((state) => state.question?.origin);
  const scenario = useTwinState((state) => state.plain);
  const opening = useTwinState((state) => state.opening);
  const halls = HALLS.map((hall) => ({
    value: hall.id,
    label: t('top.hallOption', { name: hall.name[language], area: hall.minimumAreaM2 }),
  }));
  const own =
    origin && origin.kind !== 'shipped' && scenario
      ? [
          {
            value: OWN,
            label: t(origin.kind === 'file' ? 'top.fileOption' : 'top.demonstrationOption', {
              name: inLanguage(scenario.name, language),
            }),
          },
        ]
      : [];
  return (
    <Select
      className="hall-select"
      aria-label={t('top.hall')}
      value={own[0]?.value ?? (origin?.kind === 'shipped' ? origin.id : undefined) ?? null}
      loading={opening !== null}
      options={[...own, ...halls]}
      listHeight={420}
      popupMatchSelectWidth={false}
      onChange={(id: string) => {
        if (id !== OWN) void session.openHall(id);
      }}
    />
  );
}

/** Floor plans that are large enough for the hall; a scenario that brings its own keeps it. */
function PlanSelect() {
  const { t } = useTranslation();
  const { session } = useTwin();
  const language = useTwinState((state) => state.language);
  const origin = useTwinState((state) => state.question?.origin);
  const plan = useTwinState((state) => state.plain?.floorplan);
  const shown = FLOORPLANS.find(({ id }) => id === plan);
  if (!shown) return null;
  const hall = HALLS.find(({ id }) => origin?.kind === 'shipped' && id === origin.id);
  return (
    <Select
      className="plan-select"
      aria-label={t('top.plan')}
      value={shown.id}
      options={FLOORPLANS.filter(({ areaM2 }) => areaM2 >= (hall?.minimumAreaM2 ?? 0)).map(
        ({ id, name }) => ({ value: id, label: t('top.planOption', { name: name[language] }) }),
      )}
      popupMatchSelectWidth={false}
      onChange={(id) => void session.openPlan(id)}
    />
  );
}
