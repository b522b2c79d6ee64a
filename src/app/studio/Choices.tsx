import { Input, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { replaced } from '../../drawing/edit/change';
import { type Item, type ItemList, type ItemRef, itemOf } from '../../drawing/edit/items';
import { type FloorPlan, floorPlanSchema } from '../../scenarios/floorplan';
import { bothLanguages, inLanguage, type LocalText } from '../../scenarios/text';
import { useTwin, useTwinState } from '../context';
import { Field } from './Field';

const shape = floorPlanSchema.shape;
/** Kinds that the format knows, by list. */
const KINDS: Readonly<Partial<Record<ItemList, readonly string[]>>> = {
  doors: shape.doors.element.shape.kind.options,
  zones: shape.zones.element.shape.kind.options,
  fixtures: shape.fixtures.element.shape.kind.options,
  signs: shape.signs.element.shape.kind.options,
};
const AREAS = shape.windows.element.shape.area.options;

/** A low wall before the staff's floor, metres: an assumption. */
const RAIL_M = 1.2;

/** A new low section: as long as a window is wide, from the left end. */
function lowSectionOf(counter: Item): NonNullable<Item<'counters'>['lowSection']> {
  const { widthM } = counter as Item<'counters'>;
  return { fromM: 0, toM: Math.min(1.2, widthM), heightM: 0.75 };
}

/** A thing without the fields that were taken away: the format knows no `undefined`. */
const present = (item: object) =>
  Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined));

/** What a thing is: kind, area, counter, name, text. */
export function Choices({ plan, item }: { readonly plan: FloorPlan; readonly item: ItemRef }) {
  const { t } = useTranslation();
  const { studio } = useTwin();
  const now = itemOf(plan, item);
  if (!now) return null;
  const put = (change: object) =>
    studio.edit(replaced(plan, item, present({ ...now, ...change }) as Item));
  const kinds = KINDS[item.list];
  const window = item.list === 'windows' ? (now as Item<'windows'>) : null;
  return (
    <>
      {kinds && 'kind' in now && (
        <Field name={t('studio.field.kind')}>
          <Select
            value={now.kind as string}
            options={kinds.map((kind) => ({ value: kind, label: t(`studio.kind.${kind}`) }))}
            onChange={(kind) =>
              put(
                item.list === 'zones'
                  ? { kind, public: kind !== 'clerks' && kind !== 'backOffice' }
                  : { kind },
              )
            }
          />
        </Field>
      )}
      {window && (
        <>
          <Field name={t('studio.field.area')}>
            <Select
              value={window.area}
              options={AREAS.map((area) => ({ value: area, label: t(`studio.area.${area}`) }))}
              onChange={(area) => put({ area })}
            />
          </Field>
          <Field name={t('studio.field.counter')}>
            <Select
              value={window.counter}
              options={plan.counters.map(({ id }) => ({ value: id, label: id }))}
              onChange={(counter) => put({ counter })}
            />
          </Field>
        </>
      )}
      {item.list === 'walls' && (
        <Field name={t('studio.ceilingHigh')}>
          <Switch
            checked={!('heightM' in now)}
            onChange={(high) => put({ heightM: high ? undefined : RAIL_M })}
          />
        </Field>
      )}
      {item.list === 'counters' && (
        <Field name={t('studio.lowSection')}>
          <Switch
            checked={'lowSection' in now}
            onChange={(low) => put({ lowSection: low ? lowSectionOf(now) : undefined })}
          />
        </Field>
      )}
      {'name' in now && now.name !== undefined && (
        <TextField field="name" text={now.name} put={(name) => put({ name })} />
      )}
      {'text' in now && <TextField field="text" text={now.text} put={(text) => put({ text })} />}
    </>
  );
}

/** A text in the language of the page. */
function TextField(props: {
  readonly field: 'name' | 'text';
  readonly text: LocalText;
  readonly put: (text: LocalText) => void;
}) {
  const { field, text, put } = props;
  const { t } = useTranslation();
  const language = useTwinState((state) => state.language);
  return (
    <Field name={t(`studio.field.${field}`)}>
      <Input
        value={inLanguage(text, language)}
        maxLength={80}
        onChange={({ target }) => {
          if (target.value !== '') put({ ...bothLanguages(text), [language]: target.value });
        }}
      />
    </Field>
  );
}
