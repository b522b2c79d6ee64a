import { Alert, Button, InputNumber, Segmented, Select, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rectangularRoom, type Side } from '../../drawing/room';
import {
  LAYOUTS,
  type LayoutKind,
  type Misfit,
  NOTICE_COUNTS,
} from '../../drawing/templates/kinds';
import { emptied, layOut } from '../../drawing/templates/layout';
import type { FloorPlan } from '../../scenarios/floorplan';
import { useTwin } from '../context';
import { Field } from './Field';
import { SuggestionsSection } from './Suggestions';

const SIDES: readonly Side[] = ['south', 'east', 'north', 'west'];

/** Layouts made to measure for the room at hand, and rooms to begin with. */
export function LayoutPanel({ plan }: { readonly plan: FloorPlan }) {
  return (
    <>
      <Layouts plan={plan} />
      <Rooms plan={plan} />
    </>
  );
}

function Layouts({ plan }: { readonly plan: FloorPlan }) {
  const { t } = useTranslation();
  const { studio } = useTwin();
  const [kind, setKind] = useState<LayoutKind>('straight');
  const [windows, setWindows] = useState(NOTICE_COUNTS);
  const [mirrored, setMirrored] = useState(false);
  const [seats, setSeats] = useState<number | null>(null);
  const [misfit, setMisfit] = useState<Misfit | null>(null);
  const apply = () => {
    const made = layOut(plan, {
      kind,
      windows,
      mirrored,
      ...(seats === null ? {} : { seats }),
    });
    setMisfit('why' in made ? made : null);
    if ('why' in made) return;
    studio.edit(made);
    studio.select([]);
  };
  return (
    <section>
      <h3>{t('studio.layouts')}</h3>
      <p className="quiet">{t('studio.layoutsHint')}</p>
      <Segmented<LayoutKind>
        block
        aria-label={t('studio.layout')}
        value={kind}
        onChange={setKind}
        options={LAYOUTS.map((value) => ({ value, label: t(`studio.layout.${value}`) }))}
      />
      <div className="studio-fields">
        {(['comprehensive', 'department', 'issuing'] as const).map((area) => (
          <Field key={area} name={t(`studio.area.${area}`)}>
            <InputNumber
              value={windows[area]}
              min={area === 'comprehensive' ? 1 : 0}
              max={60}
              onChange={(value) => value !== null && setWindows({ ...windows, [area]: value })}
            />
          </Field>
        ))}
        <Field name={t('studio.seatsAtMost')}>
          <InputNumber
            value={seats}
            min={0}
            max={500}
            placeholder={t('studio.seatsByRule')}
            onChange={setSeats}
          />
        </Field>
        <Field name={t('studio.mirrored')}>
          <Switch checked={mirrored} onChange={setMirrored} />
        </Field>
      </div>
      <Button type="primary" onClick={apply}>
        {t('studio.apply')}
      </Button>
      {misfit && (
        <Alert
          type="warning"
          showIcon
          title={
            misfit.why === 'windows'
              ? t('studio.misfit.windows', { fit: misfit.fit })
              : t(`studio.misfit.${misfit.why}`)
          }
        />
      )}
      <SuggestionsSection plan={plan} windows={windows} />
    </section>
  );
}

function Rooms({ plan }: { readonly plan: FloorPlan }) {
  const { t } = useTranslation();
  const { studio } = useTwin();
  const [widthM, setWidth] = useState(16);
  const [depthM, setDepth] = useState(12);
  const [entrance, setEntrance] = useState<Side>('south');
  return (
    <section>
      <h3>{t('studio.rooms')}</h3>
      <div className="studio-fields">
        <Field name={t('studio.roomWidth')}>
          <InputNumber
            value={widthM}
            min={4}
            max={200}
            step={0.1}
            suffix="m"
            onChange={(value) => value !== null && setWidth(value)}
          />
        </Field>
        <Field name={t('studio.roomDepth')}>
          <InputNumber
            value={depthM}
            min={4}
            max={200}
            step={0.1}
            suffix="m"
            onChange={(value) => value !== null && setDepth(value)}
          />
        </Field>
        <Field name={t('studio.entranceSide')}>
          <Select
            value={entrance}
            options={SIDES.map((value) => ({ value, label: t(`studio.side.${value}`) }))}
            onChange={setEntrance}
          />
        </Field>
      </div>
      <div className="studio-deeds">
        <Button
          onClick={() => {
            const { minimumAreaM2, ceilingHeightM, id, name } = plan;
            const room = rectangularRoom({
              widthM,
              depthM,
              entrance,
              minimumAreaM2,
              ceilingHeightM,
            });
            studio.edit({ ...room, id, name });
            studio.select([]);
          }}
        >
          {t('studio.newRoom')}
        </Button>
        <Button
          onClick={() => {
            studio.edit(emptied(plan));
            studio.select([]);
          }}
        >
          {t('studio.emptyRoom')}
        </Button>
      </div>
      <p className="quiet">{t('studio.roomHint')}</p>
    </section>
  );
}
