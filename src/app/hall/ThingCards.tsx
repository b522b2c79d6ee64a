import { useTranslation } from 'react-i18next';
import type { Fixture, FloorPlan } from '../../scenarios/floorplan';
import { inLanguage } from '../../scenarios/text';
import { useFormatter, useTwinState } from '../context';
import { Card, Facts } from './Card';

/** A camera as it hangs in the plan. */
export function CameraCard({ camera }: { readonly camera: FloorPlan['cameras'][number] }) {
  const { t } = useTranslation();
  const format = useFormatter();
  const degrees = (value: number) => `${format.number(value, 1)}°`;
  const [across, down] = camera.resolutionPx;
  return (
    <Card title={t('camera.title', { id: camera.id })}>
      <Facts
        rows={[
          [t('camera.height'), `${format.number(camera.heightM, 2)} m`],
          [t('camera.yaw'), degrees(camera.yawDeg)],
          [t('camera.pitch'), degrees(camera.pitchDeg)],
          [t('camera.horizontal'), degrees(camera.horizontalFovDeg)],
          [t('camera.vertical'), degrees(camera.verticalFovDeg)],
          [t('camera.resolution'), `${across} × ${down}`],
        ]}
      />
    </Card>
  );
}

/** A piece of furniture or equipment. */
export function FixtureCard({ fixture }: { readonly fixture: Fixture }) {
  const { t } = useTranslation();
  const format = useFormatter();
  const language = useTwinState((state) => state.language);
  const kind = t(`fixture.${fixture.kind}`);
  const size = [fixture.widthM, fixture.depthM, fixture.heightM];
  return (
    <Card title={fixture.name ? inLanguage(fixture.name, language) : kind}>
      <Facts
        rows={[
          [t('thing.kind'), kind],
          [t('thing.size'), `${size.map((m) => format.number(m, 2)).join(' × ')} m`],
        ]}
      />
    </Card>
  );
}
