import { Button, Input, InputNumber, Select } from 'antd';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ALIGNMENTS, aligned, distributed } from '../../drawing/edit/arrange';
import {
  boundsOf,
  ITEM_LISTS,
  type ItemRef,
  itemOf,
  refKey,
  shapeOf,
} from '../../drawing/edit/items';
import { rotated } from '../../drawing/edit/move';
import { areaM2, grossAreaM2 } from '../../geometry/area';
import { distance } from '../../geometry/vector';
import type { FloorPlan, Point } from '../../scenarios/floorplan';
import { bothLanguages, inLanguage } from '../../scenarios/text';
import { useTwin, useTwinState } from '../context';
import { Choices } from './Choices';
import { duplicate } from './clipboard';
import { Field } from './Field';
import { facingAbout, numberFields } from './fields';
import { useStudio } from './hooks';
import { labelOf } from './labels';
import { Skills } from './Skills';

/** What is selected, in numbers; with nothing selected the hall as a whole. */
export function ObjectPanel({ plan }: { readonly plan: FloorPlan }) {
  const selection = useStudio((state) => state.selection);
  const [first] = selection;
  return (
    <>
      <ItemSelect plan={plan} />
      {selection.length > 1 && <SeveralFields plan={plan} />}
      {selection.length === 1 && first && <OneFields plan={plan} item={first} />}
      {selection.length === 0 && <HallFields plan={plan} />}
    </>
  );
}

/** Everything in the plan by name: the way to pick without a mouse. */
function ItemSelect({ plan }: { readonly plan: FloorPlan }) {
  const { t } = useTranslation();
  const { studio } = useTwin();
  const language = useTwinState((state) => state.language);
  const selection = useStudio((state) => state.selection);
  const options = useMemo(
    () =>
      ITEM_LISTS.map((list) => ({
        label: t(`studio.list.${list}`),
        options: plan[list].map(({ id }) => ({
          value: `${list}/${id}`,
          label: labelOf(plan, { list, id }, language, t),
        })),
      })),
    [plan, language, t],
  );
  return (
    <Select
      className="item-select"
      mode="multiple"
      maxTagCount={2}
      allowClear
      aria-label={t('studio.pick')}
      placeholder={t('studio.pick')}
      value={selection.map(refKey)}
      options={options}
      onChange={(keys: string[]) =>
        studio.select(
          keys.map((key) => {
            const [list, id] = key.split('/') as [ItemRef['list'], string];
            return { list, id };
          }),
        )
      }
    />
  );
}

function OneFields({ plan, item }: { readonly plan: FloorPlan; readonly item: ItemRef }) {
  const { t } = useTranslation();
  const { studio } = useTwin();
  const language = useTwinState((state) => state.language);
  // What is typed into a field between coming and going is one step to undo.
  const visits = useRef(0);
  const shape = shapeOf(plan, item);
  const wall = item.list === 'walls' ? itemOf(plan, { list: 'walls', id: item.id }) : undefined;
  return (
    <>
      <h3>{t('studio.item', { label: labelOf(plan, item, language, t) })}</h3>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears the focus of its fields */}
      <div
        // What was typed for one thing is nothing to another's fields.
        key={refKey(item)}
        className="studio-fields"
        onFocus={() => {
          visits.current++;
        }}
      >
        <Choices plan={plan} item={item} />
        {item.list === 'windows' && <Skills key={item.id} window={item.id} />}
        {numberFields(plan, item).map(({ name, unit, min, max, step, value, put }) => (
          <Field key={name} name={t(`studio.field.${name}`)}>
            <InputNumber
              value={value}
              min={min}
              max={max}
              step={step}
              suffix={unit}
              onChange={(next) => {
                if (next === null) return;
                studio.edit(put(plan, next), `${name} ${refKey(item)} ${visits.current}`);
              }}
            />
          </Field>
        ))}
      </div>
      {wall && (
        <p className="quiet">
          {t('studio.length', { length: distance(wall.from, wall.to).toFixed(3) })}
        </p>
      )}
      {item.list === 'zones' && shape && (
        <p className="quiet">{t('studio.area', { area: areaM2(shape).toFixed(2) })}</p>
      )}
      {item.list === 'windows' && (
        <Button onClick={() => studio.edit(facingAbout(plan, item.id))}>
          {t('studio.turnWindow')}
        </Button>
      )}
      <Deeds plan={plan} />
    </>
  );
}

function SeveralFields({ plan }: { readonly plan: FloorPlan }) {
  const { t } = useTranslation();
  const { studio } = useTwin();
  const selection = useStudio((state) => state.selection);
  return (
    <>
      <h3>{t('studio.several', { count: selection.length })}</h3>
      <div className="studio-deeds">
        {ALIGNMENTS.map((alignment) => (
          <Button key={alignment} onClick={() => studio.edit(aligned(plan, selection, alignment))}>
            {t(`studio.align.${alignment}`)}
          </Button>
        ))}
        {(['x', 'y'] as const).map((axis) => (
          <Button
            key={axis}
            disabled={selection.length < 3}
            onClick={() => studio.edit(distributed(plan, selection, axis))}
          >
            {t(`studio.distribute.${axis}`)}
          </Button>
        ))}
      </div>
      <Gap plan={plan} />
      <Deeds plan={plan} />
    </>
  );
}

/** How far two selected things are apart: measuring without a mouse. */
function Gap({ plan }: { readonly plan: FloorPlan }) {
  const { t } = useTranslation();
  const selection = useStudio((state) => state.selection);
  const bounds = selection.flatMap((ref) => {
    const shape = shapeOf(plan, ref);
    return shape ? [boundsOf([shape])] : [];
  });
  const [one, other] = bounds;
  if (selection.length !== 2 || !one || !other) return null;
  const between = (low: 0 | 1) => {
    const gap = Math.max(one[low] - other[low + 2]!, other[low] - one[low + 2]!);
    return gap < -1e-9 ? t('studio.overlapping') : `${Math.max(0, gap).toFixed(3)} m`;
  };
  return <p>{t('studio.between', { x: between(0), y: between(1) })}</p>;
}

/** Turning, doubling and taking away what is selected. */
function Deeds({ plan }: { readonly plan: FloorPlan }) {
  const { t } = useTranslation();
  const { studio } = useTwin();
  const selection = useStudio((state) => state.selection);
  return (
    <div className="studio-deeds">
      <Button onClick={() => studio.edit(turned(plan, selection, 90))}>
        {t('studio.turnLeft')}
      </Button>
      <Button onClick={() => studio.edit(turned(plan, selection, -90))}>
        {t('studio.turnRight')}
      </Button>
      <Button onClick={() => duplicate(studio)}>{t('studio.duplicate')}</Button>
      <Button danger onClick={() => studio.removeSelected()}>
        {t('studio.remove')}
      </Button>
    </div>
  );
}

/** Things turned about the middle of them all. */
export function turned(plan: FloorPlan, refs: readonly ItemRef[], degrees: number): FloorPlan {
  const shapes = refs.flatMap((ref) => shapeOf(plan, ref) ?? []);
  if (shapes.length === 0) return plan;
  const [x0, y0, x1, y1] = boundsOf([shapes]);
  const middle: Point = [(x0 + x1) / 2, (y0 + y1) / 2];
  return rotated(plan, refs, degrees, middle);
}

/** The hall's name, its ceiling, and its areas. */
function HallFields({ plan }: { readonly plan: FloorPlan }) {
  const { t } = useTranslation();
  const { studio } = useTwin();
  const language = useTwinState((state) => state.language);
  const visits = useRef(0);
  const put = (change: Partial<FloorPlan>, field: string) =>
    studio.edit({ ...plan, ...change }, `${field} ${visits.current}`);
  return (
    <>
      <h3>{t('studio.hall')}</h3>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears the focus of its fields */}
      <div
        className="studio-fields"
        onFocus={() => {
          visits.current++;
        }}
      >
        <Field name={t('studio.field.name')}>
          <Input
            value={inLanguage(plan.name, language)}
            maxLength={80}
            onChange={({ target }) => {
              const name = { ...bothLanguages(plan.name), [language]: target.value };
              if (target.value !== '') put({ name }, 'name');
            }}
          />
        </Field>
        <Field name={t('studio.field.ceilingHeightM')}>
          <InputNumber
            value={plan.ceilingHeightM}
            min={2}
            max={20}
            step={0.1}
            suffix="m"
            onChange={(value) => value !== null && put({ ceilingHeightM: value }, 'ceiling')}
          />
        </Field>
        <Field name={t('studio.field.minimumAreaM2')}>
          <InputNumber
            value={plan.minimumAreaM2}
            min={1}
            max={10000}
            step={10}
            suffix="m²"
            onChange={(value) => value !== null && put({ minimumAreaM2: value }, 'area')}
          />
        </Field>
      </div>
      <p>{t('studio.grossArea', { area: grossAreaM2(plan).toFixed(2) })}</p>
      <p className="quiet">{t('studio.outlineHint')}</p>
      <p className="quiet">{t('studio.selectHint')}</p>
    </>
  );
}
