import { InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { PICKUP_PROVENANCE } from '../../coverage/inspect/pickups';
import { LENS_MODELS } from '../../coverage/optics/lens-of';
import { EDITION_IDS, EDITIONS } from '../../coverage/optics/standards';
import { PROFILE_IDS, PROFILES } from '../../coverage/profiles';
import { BODY_PROVENANCE, POSTURES } from '../../coverage/space/people';
import { inLanguage } from '../../scenarios/text';
import { useTwin, useTwinState } from '../context';
import { ProvenanceTag } from '../panel/ProvenanceTag';
import { useCameras } from './hooks';
import { PLANES } from './store';

/** How cameras are looked at: limits, people, lens, and what the plan shows. */
export function SettingsFields() {
  const { t } = useTranslation();
  const { cameras } = useTwin();
  const language = useTwinState((state) => state.language);
  const settings = useCameras((state) => state.settings);
  const { face, counter } = PROFILES[settings.profile];
  return (
    <section>
      <h3>{t('cameras.settings')}</h3>
      <div className="camera-fields">
        <label htmlFor="camera-profile">{t('cameras.profile')}</label>
        <Select
          id="camera-profile"
          value={settings.profile}
          options={PROFILE_IDS.map((value) => ({
            value,
            label: inLanguage(PROFILES[value].name, language),
          }))}
          popupMatchSelectWidth={false}
          onChange={(profile) => cameras.set({ profile })}
        />
        <p className="limits">
          {t('cameras.faceLimits', {
            px: face.pxPerM.value,
            horizontal: face.horizontalDeg.value,
            vertical: face.verticalDeg.value,
            share: 100 * face.visibleShare.value,
          })}{' '}
          <ProvenanceTag provenance={face.pxPerM.provenance} />
          <ProvenanceTag provenance={face.verticalDeg.provenance} />
          <br />
          {t('cameras.counterLimits', {
            px: counter.pxPerM.value,
            vertical: counter.verticalDeg.value,
            share: 100 * counter.visibleShare.value,
          })}{' '}
          <ProvenanceTag provenance={counter.pxPerM.provenance} />
        </p>
        <label htmlFor="camera-posture">{t('cameras.posture')}</label>
        <Select
          id="camera-posture"
          value={settings.posture}
          options={POSTURES.map((value) => ({ value, label: t(`cameras.posture.${value}`) }))}
          onChange={(posture) => cameras.set({ posture })}
        />
        <label htmlFor="camera-queueing">{t('cameras.queueing')}</label>
        <InputNumber<number>
          id="camera-queueing"
          value={settings.queueing}
          min={0}
          max={500}
          precision={0}
          onChange={(queueing) => {
            if (queueing !== null) cameras.set({ queueing });
          }}
        />
        <p className="limits">
          {t('cameras.bodies')} <ProvenanceTag provenance={BODY_PROVENANCE} />
        </p>
        <label htmlFor="camera-reach">{t('cameras.pickupReach')}</label>
        <InputNumber<number>
          id="camera-reach"
          value={settings.pickupReachM}
          min={0.1}
          max={20}
          step={0.1}
          suffix="m"
          onChange={(pickupReachM) => {
            if (pickupReachM !== null) cameras.set({ pickupReachM });
          }}
        />
        <p className="limits">
          {t('cameras.pickupReachAbout')} <ProvenanceTag provenance={PICKUP_PROVENANCE} />
        </p>
        <label htmlFor="camera-plane">{t('cameras.plane')}</label>
        <Select
          id="camera-plane"
          value={settings.plane}
          options={PLANES.map((value) => ({ value, label: t(`cameras.plane.${value}`) }))}
          onChange={(plane) => cameras.set({ plane })}
        />
        {settings.plane === 'own' && (
          <>
            <label htmlFor="camera-own-plane">{t('cameras.ownPlane')}</label>
            <InputNumber<number>
              id="camera-own-plane"
              value={settings.ownPlaneM}
              min={0}
              max={20}
              step={0.05}
              suffix="m"
              onChange={(ownPlaneM) => {
                if (ownPlaneM !== null) cameras.set({ ownPlaneM });
              }}
            />
          </>
        )}
        <label htmlFor="camera-edition">{t('cameras.edition')}</label>
        <Select
          id="camera-edition"
          value={settings.edition}
          options={EDITION_IDS.map((value) => ({ value, label: EDITIONS[value].name }))}
          popupMatchSelectWidth={false}
          onChange={(edition) => cameras.set({ edition })}
        />
        <label htmlFor="camera-lens">{t('cameras.lens')}</label>
        <Select
          id="camera-lens"
          value={settings.lens}
          options={LENS_MODELS.map((value) => ({ value, label: t(`cameras.lens.${value}`) }))}
          popupMatchSelectWidth={false}
          onChange={(lens) => cameras.set({ lens })}
        />
      </div>
    </section>
  );
}
