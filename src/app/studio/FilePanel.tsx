import { Alert, Button, Upload } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { planDxf } from '../../drawing/export/dxf';
import { planSvg } from '../../drawing/export/svg';
import type { FloorPlan } from '../../scenarios/floorplan';
import { InputError, type Problem } from '../../scenarios/problem';
import { MAX_INPUT_BYTES, readFloorPlan, tooLarge } from '../../scenarios/read';
import { useTwin, useTwinState } from '../context';
import { download } from '../Downloads';
import { copyLink, LinkText, type MadeLink } from '../LinkButton';
import { pngOf } from '../picture-file';
import { loadShippedPlan } from '../plans';
import { placeNow } from '../state/here';
import { DxfImport } from './DxfImport';
import { useStudio } from './hooks';
import { UnderlaySection } from './UnderlaySection';

/** The plan as files, plans from files, and the versions that are kept of it. */
export function FilePanel({ plan }: { readonly plan: FloorPlan }) {
  return (
    <>
      <Out plan={plan} />
      <Send plan={plan} />
      <In plan={plan} />
      <UnderlaySection plan={plan} />
      <Versions />
    </>
  );
}

function Out({ plan }: { readonly plan: FloorPlan }) {
  const { t } = useTranslation();
  const language = useTwinState((state) => state.language);
  const saveGltf = useStudio((state) => state.saveGltf);
  return (
    <section>
      <h3>{t('studio.out')}</h3>
      <div className="studio-deeds">
        <Button
          onClick={() =>
            download(`${plan.id}.json`, 'application/json', JSON.stringify(plan, null, 2))
          }
        >
          JSON
        </Button>
        <Button
          onClick={() => download(`${plan.id}.svg`, 'image/svg+xml', planSvg(plan, language))}
        >
          SVG
        </Button>
        <Button onClick={() => download(`${plan.id}.dxf`, 'image/vnd.dxf', planDxf(plan))}>
          DXF
        </Button>
        <Button onClick={() => void savePng(plan, planSvg(plan, language))}>PNG</Button>
        <Button
          disabled={saveGltf === null}
          title={saveGltf === null ? t('studio.gltfHint') : undefined}
          onClick={() =>
            void saveGltf?.().then((bytes) =>
              download(`${plan.id}.glb`, 'model/gltf-binary', bytes),
            )
          }
        >
          glTF
        </Button>
      </div>
    </section>
  );
}

/** Plan and scenario together: as one file, or as an address that carries them. */
function Send({ plan }: { readonly plan: FloorPlan }) {
  const { t } = useTranslation();
  const twin = useTwin();
  const scenario = useTwinState((state) => state.plain);
  const [link, setLink] = useState<MadeLink | null>(null);
  if (!scenario) return null;
  const document = () => ({ ...scenario, floorplan: plan });
  const makeLink = async () => {
    // What is drawn, though no hand may have rested from it yet.
    const place = await placeNow(twin, loadShippedPlan, plan);
    if (place) setLink(await copyLink(place));
  };
  return (
    <section>
      <h3>{t('studio.send')}</h3>
      <p className="quiet">{t('studio.sendHint')}</p>
      <div className="studio-deeds">
        <Button
          onClick={() =>
            download(
              `${plan.id}-scenario.json`,
              'application/json',
              JSON.stringify(document(), null, 2),
            )
          }
        >
          {t('studio.sendFile')}
        </Button>
        <Button onClick={() => void makeLink()}>{t('studio.sendLink')}</Button>
      </div>
      {link !== null && <LinkText made={link} label={t('studio.sendLink')} />}
    </section>
  );
}

/** Pixels a metre of a saved picture. */
const PNG_SCALE = 80;

async function savePng(plan: FloorPlan, svg: string): Promise<void> {
  const picture = await pngOf(svg, (width, height) => {
    const fine = Math.min(8000, Math.round(width * PNG_SCALE));
    return { width: fine, height: Math.round((fine * height) / width) };
  });
  if (picture) download(`${plan.id}.png`, 'image/png', picture);
}

function In({ plan }: { readonly plan: FloorPlan }) {
  const { t } = useTranslation();
  const { studio } = useTwin();
  const language = useTwinState((state) => state.language);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const open = async (file: File) => {
    try {
      if (file.size > MAX_INPUT_BYTES) throw tooLarge(file.name);
      const read = readFloorPlan(await file.text(), file.name);
      setProblems([]);
      // The drawing goes on under its own name, so that what is kept of it stays together.
      studio.edit({ ...read, id: plan.id });
      studio.select([]);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      setProblems(error.problems);
    }
  };
  return (
    <section>
      <h3>{t('studio.in')}</h3>
      <Upload
        accept=".json,application/json"
        showUploadList={false}
        beforeUpload={(file) => {
          void open(file);
          return false;
        }}
      >
        <Button>{t('studio.openPlan')}</Button>
      </Upload>
      <DxfImport plan={plan} />
      {problems.length > 0 && (
        <Alert
          type="error"
          showIcon
          closable
          onClose={() => setProblems([])}
          title={t('studio.refused')}
          description={
            <ul>
              {problems.slice(0, 6).map(({ path, message, remedy }) => (
                <li key={path}>
                  {path && `${path}: `}
                  {message[language]}
                  {t('studio.remedy', { remedy: remedy[language] })}
                </li>
              ))}
            </ul>
          }
        />
      )}
    </section>
  );
}

function Versions() {
  const { t } = useTranslation();
  const { studio } = useTwin();
  const language = useTwinState((state) => state.language);
  const versions = useStudio((state) => state.versions);
  useEffect(() => void studio.loadVersions(), [studio]);
  const time = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  return (
    <section>
      <h3>{t('studio.versions')}</h3>
      <div className="studio-deeds">
        <Button onClick={() => void studio.keepVersion()}>{t('studio.keepVersion')}</Button>
        <Button onClick={() => studio.restore()}>{t('studio.restore')}</Button>
      </div>
      <ul className="versions">
        {versions.map(({ number, at, reason, plan }) => (
          <li key={number}>
            <span>
              {time.format(at)} · {t(`studio.reason.${reason}`)}
            </span>
            <Button size="small" type="link" onClick={() => studio.edit(plan)}>
              {t('studio.goBack')}
            </Button>
          </li>
        ))}
      </ul>
      {versions.length === 0 && <p className="quiet">{t('studio.noVersions')}</p>}
    </section>
  );
}
