import { FolderOpenOutlined } from '@ant-design/icons';
import { Button, Input, InputNumber, Select, Upload } from 'antd';
import { type ReactNode, useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { FLOORPLANS, HALLS } from '../../scenarios/halls';
import { inLanguage } from '../../scenarios/text';
import { acceptingWindows, ORGANISATIONS, type Organisation } from '../../sim/planning/design';
import { useTwin, useTwinState } from '../context';
import { planName, windowsWords } from './names';
import { QUEUEINGS, type QueueingChoice, type VariantForm, windowChoices } from './variant-form';

const OPEN = 'open:';
const KEPT = 'kept:';
const AS_IT_IS = 0;
const LONGEST_NAME = 60;

/** Everything that can be changed of a variant. */
export function VariantFields(props: {
  readonly form: VariantForm;
  readonly index: number;
  readonly name: string;
}) {
  const { form, index, name } = props;
  const { id } = form;
  const { t } = useTranslation();
  const { compare } = useTwin();
  const edit = (change: Partial<VariantForm>) => compare.edit(id, change);
  return (
    <div className="compare-fields">
      <Field label={t('compare.field.name')}>
        {(label) => (
          <Input
            aria-labelledby={label}
            value={form.name}
            placeholder={name}
            maxLength={LONGEST_NAME}
            onChange={(event) => edit({ name: event.target.value })}
          />
        )}
      </Field>
      <HallField form={form} />
      <PlanField form={form} />
      <WindowsField form={form} />
      <Field label={t('compare.field.organisation')}>
        {(label) => (
          <Select<Organisation>
            aria-labelledby={label}
            value={form.organisation}
            onChange={(organisation) => edit({ organisation })}
            options={ORGANISATIONS.map((value) => ({
              value,
              label: t(`compare.organisation.${value}`),
            }))}
          />
        )}
      </Field>
      <Field label={t('compare.field.queueing')}>
        {(label) => (
          <Select<QueueingChoice>
            aria-labelledby={label}
            value={form.queueing}
            onChange={(queueing) => edit({ queueing })}
            options={QUEUEINGS.map((value) => ({ value, label: t(`compare.queueing.${value}`) }))}
          />
        )}
      </Field>
      <div className="compare-factors">
        <Factor
          label={t('compare.field.demand')}
          value={form.demand}
          onChange={(demand) => edit({ demand })}
        />
        <Factor
          label={t('compare.field.service')}
          value={form.service}
          onChange={(service) => edit({ service })}
        />
      </div>
      {index > 0 && (
        <Button type="link" className="inline-link" onClick={() => compare.makeFirst(id)}>
          {t('compare.makeFirst')}
        </Button>
      )}
    </div>
  );
}

/** A label and what it is of; the control is told the label's id. */
function Field(props: {
  readonly label: string;
  readonly children: (labelId: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div className="compare-field">
      <span id={id}>{props.label}</span>
      {props.children(id)}
    </div>
  );
}

function Factor(props: {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}) {
  return (
    <Field label={props.label}>
      {(label) => (
        <InputNumber<number>
          aria-labelledby={label}
          prefix="×"
          min={0.1}
          max={5}
          step={0.1}
          value={props.value}
          onChange={(value) => {
            if (value !== null) props.onChange(value);
          }}
        />
      )}
    </Field>
  );
}

/** The open hall, one of the 13, or a file of one's own. */
function HallField({ form }: { readonly form: VariantForm }) {
  const { id, source, scenario } = form;
  const { t } = useTranslation();
  const { compare } = useTwin();
  const language = useTwinState((state) => state.language);
  const question = useTwinState((state) => state.question);
  const isOpen = source.kind === 'open' && scenario === question?.scenario;
  const value = isOpen ? OPEN : source.kind === 'hall' ? source.hall : KEPT;
  const name = inLanguage(scenario.name, language);
  const kept =
    value === KEPT
      ? [
          {
            value: KEPT,
            label: t(source.kind === 'file' ? 'compare.source.file' : 'compare.source.kept', {
              name,
            }),
          },
        ]
      : [];
  const openHall = question
    ? [
        {
          value: OPEN,
          label: t('compare.source.open', { name: inLanguage(question.scenario.name, language) }),
        },
      ]
    : [];
  return (
    <Field label={t('compare.field.hall')}>
      {(label) => (
        <span className="compare-hall">
          <Select
            aria-labelledby={label}
            value={value}
            popupMatchSelectWidth={false}
            listHeight={420}
            options={[
              ...kept,
              ...openHall,
              ...HALLS.map((hall) => ({
                value: hall.id,
                label: t('top.hallOption', { name: hall.name[language], area: hall.minimumAreaM2 }),
              })),
            ]}
            onChange={(next: string) => {
              if (next === OPEN) compare.takeOpen(id);
              else if (next !== KEPT) void compare.takeHall(id, next);
            }}
          />
          <Upload
            accept=".json,application/json"
            showUploadList={false}
            beforeUpload={(file) => {
              void compare.takeFile(id, file);
              return false;
            }}
          >
            <Button icon={<FolderOpenOutlined />} title={t('top.openTitle')}>
              {t('compare.file')}
            </Button>
          </Upload>
        </span>
      )}
    </Field>
  );
}

/** Floor plans that are large enough, or the one that the scenario brings along. */
function PlanField({ form }: { readonly form: VariantForm }) {
  const { t } = useTranslation();
  const { compare } = useTwin();
  const language = useTwinState((state) => state.language);
  const { source, scenario, floorplan } = form;
  const least = HALLS.find(({ id }) => id === source.hall)?.minimumAreaM2 ?? 0;
  const shipped = FLOORPLANS.filter(({ areaM2 }) => areaM2 >= least).map(({ id, name }) => ({
    value: id as string,
    label: name[language],
  }));
  const own = floorplan?.id ?? '';
  const known = shipped.some(({ value }) => value === own);
  const fixed = scenario.floorplan === null || typeof scenario.floorplan !== 'string';
  return (
    <Field label={t('compare.field.plan')}>
      {(label) => (
        <Select
          aria-labelledby={label}
          value={own}
          disabled={fixed}
          options={[
            ...(known ? [] : [{ value: own, label: planName(form, t, language) }]),
            ...shipped,
          ]}
          onChange={(next: string) => void compare.takePlan(form.id, next)}
        />
      )}
    </Field>
  );
}

function WindowsField({ form }: { readonly form: VariantForm }) {
  const { t } = useTranslation();
  const { compare } = useTwin();
  const { scenario, floorplan, organisation, windows } = form;
  // biome-ignore lint/correctness/useExhaustiveDependencies: nothing else of the form counts
  const choices = useMemo(() => windowChoices(form), [scenario, floorplan, organisation]);
  const present = acceptingWindows(scenario);
  const offered = windows === null || choices.includes(windows) ? choices : [windows, ...choices];
  return (
    <Field label={t('compare.field.windows')}>
      {(label) => (
        <Select<number>
          aria-labelledby={label}
          value={windows ?? AS_IT_IS}
          options={[
            { value: AS_IT_IS, label: t('compare.windowsAsTheyAre', { count: present }) },
            ...offered.map((value) => ({
              value,
              label: windowsWords(value, t),
            })),
          ]}
          onChange={(next) => compare.edit(form.id, { windows: next === AS_IT_IS ? null : next })}
        />
      )}
    </Field>
  );
}
