import { Alert, Button, InputNumber, Slider, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { distance } from '../../geometry/vector';
import type { FloorPlan } from '../../scenarios/floorplan';
import { useTwin } from '../context';
import { Field } from './Field';
import { MAX_PICTURE_BYTES, MAX_PIXELS, scaled, type Underlay } from './underlay';

/** A scan, a photograph or a page of a PDF laid under the drawing, scaled by one length that is known. */
export function UnderlaySection({ plan }: { readonly plan: FloorPlan }) {
  const { t } = useTranslation();
  const { underlay: desk } = useTwin();
  const { underlay, pdf, reading, refused } = useStore(desk.store);
  return (
    <section>
      <h3>{t('studio.underlay')}</h3>
      <Upload
        accept=".png,.jpg,.jpeg,.pdf,image/png,image/jpeg,application/pdf"
        showUploadList={false}
        beforeUpload={(file) => {
          void desk.layUnder(file, plan);
          return false;
        }}
      >
        <Button loading={reading}>{t('studio.underlay.open')}</Button>
      </Upload>
      {refused !== null && (
        <Alert
          type="error"
          showIcon
          closable
          title={t(`studio.underlay.refused.${refused}`, {
            bytes: MAX_PICTURE_BYTES / 1024 / 1024,
            pixels: MAX_PIXELS / 1e6,
          })}
          onClose={() => desk.store.setState({ refused: null })}
        />
      )}
      {underlay && pdf && pdf.pages > 1 && (
        <Field name={t('studio.underlay.page', { pages: pdf.pages })}>
          <InputNumber
            value={pdf.page}
            min={1}
            max={pdf.pages}
            precision={0}
            disabled={reading}
            onChange={(page) => page !== null && void desk.turnTo(page)}
          />
        </Field>
      )}
      {underlay && <Scale underlay={underlay} />}
    </section>
  );
}

function Scale({ underlay }: { readonly underlay: Underlay }) {
  const { t } = useTranslation();
  const { underlay: desk, studio } = useTwin();
  const measured = useStore(desk.store, (state) => state.measured);
  const [lengthM, setLength] = useState<number | null>(null);
  const now = measured ? distance(...measured) : 0;
  return (
    <>
      <p className="quiet">{t('studio.underlay.hint')}</p>
      <div className="studio-fields">
        <Field name={t('studio.underlay.length')}>
          <InputNumber
            value={lengthM}
            min={0.1}
            max={1000}
            step={0.1}
            suffix="m"
            disabled={now < 0.01}
            placeholder={now >= 0.01 ? now.toFixed(2) : t('studio.underlay.measureFirst')}
            onChange={setLength}
          />
        </Field>
        <Field name={t('studio.field.x')}>
          <InputNumber
            value={Number(underlay.at[0].toFixed(3))}
            step={0.1}
            suffix="m"
            onChange={(x) => x !== null && desk.change({ at: [x, underlay.at[1]] })}
          />
        </Field>
        <Field name={t('studio.field.y')}>
          <InputNumber
            value={Number(underlay.at[1].toFixed(3))}
            step={0.1}
            suffix="m"
            onChange={(y) => y !== null && desk.change({ at: [underlay.at[0], y] })}
          />
        </Field>
        <Field name={t('studio.underlay.opacity')}>
          <Slider
            min={0.1}
            max={1}
            step={0.05}
            value={underlay.opacity}
            onChange={(opacity) => desk.change({ opacity })}
          />
        </Field>
      </div>
      <div className="studio-deeds">
        <Button onClick={() => studio.store.setState({ tool: 'measure' })}>
          {t('studio.underlay.measure')}
        </Button>
        <Button
          type="primary"
          disabled={lengthM === null || !measured || now < 0.01}
          onClick={() => {
            if (lengthM === null || !measured) return;
            desk.change(scaled(underlay, measured, lengthM));
            desk.store.setState({ measured: null });
            setLength(null);
          }}
        >
          {t('studio.underlay.scale')}
        </Button>
        <Button danger onClick={desk.takeAway}>
          {t('studio.underlay.remove')}
        </Button>
      </div>
      <p className="quiet">
        {t('studio.underlay.size', {
          name: underlay.name,
          width: (underlay.widthPx * underlay.metresPerPx).toFixed(2),
          height: (underlay.heightPx * underlay.metresPerPx).toFixed(2),
        })}
      </p>
    </>
  );
}
