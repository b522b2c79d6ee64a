import { Alert, Button, InputNumber, Segmented, Select, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  ROOM_CORNERS,
  type RoomCorner,
  rectangularRoom,
  type Side,
  withoutRoomCorner,
} from '../../drawing/room';
import { emptied } from '../../drawing/templates/emptied';
import {
  LAYOUTS,
  type LayoutKind,
  type Misfit,
  NOTICE_COUNTS,
} from '../../drawing/templates/kinds';
import { layOut } from '../../drawing/templates/layout';
import type { FloorPlan } from '../../scenarios/floorplan';
import { inLanguage } from '../../scenarios/text';
import { useTwin, useTwinState } from '../context';
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
  const [result, setResult] = useState<FloorPlan | null>(null);
  const language = useTwinState((state) => state.language);
  const apply = () => {
    const made = layOut(plan, {
      kind,
      windows,
      mirrored,
      ...(seats === null ? {} : { seats }),
    });
    setMisfit('why' in made ? made : null);
    if ('why' in made) return;
    setResult(made);
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
      {result === plan && plan.description && (
        <p className="quiet">{inLanguage(plan.description, language)}</p>
      )}
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
  const [corner, setCorner] = useState<RoomCorner | 'none'>('none');
  const [cutWidthM, setCutWidth] = useState(6);
  const [cutDepthM, setCutDepth] = useState(4);
  const fits = corner === 'none' || (cutWidthM <= widthM - 2 && cutDepthM <= depthM - 2);
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
        <Field name={t('studio.roomCut')}>
          <Select
            value={corner}
            options={(['none', ...ROOM_CORNERS] as const).map((value) => ({
              value,
              label: t(`studio.roomCut.${value}`),
            }))}
            onChange={setCorner}
          />
        </Field>
        {corner !== 'none' &&
          (
            [
              ['studio.cutWidth', cutWidthM, setCutWidth, widthM],
              ['studio.cutDepth', cutDepthM, setCutDepth, depthM],
            ] as const
          ).map(([name, value, put, most]) => (
            <Field key={name} name={t(name)}>
              <InputNumber
                value={value}
                min={0.5}
                max={most - 2}
                step={0.1}
                suffix="m"
                onChange={(next) => next !== null && put(next)}
              />
            </Field>
          ))}
      </div>
      <div className="studio-deeds">
        <Button
          disabled={!fits}
          onClick={() => {
            const { minimumAreaM2, ceilingHeightM, id, name } = plan;
            const room = rectangularRoom({
              widthM,
              depthM,
              entrance,
              minimumAreaM2,
              ceilingHeightM,
            });
            const shaped =
              corner === 'none' ? room : withoutRoomCorner(room, corner, cutWidthM, cutDepthM);
            studio.edit({ ...shaped, id, name });
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
