import { Alert, Button, Checkbox, Modal, Select, Upload } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { boundsOf } from '../../drawing/edit/items';
import { type DxfDrawing, MAX_DXF_BYTES } from '../../drawing/import/dxf';
import { roomFromLayers } from '../../drawing/import/walls';
import { grossAreaM2 } from '../../geometry/area';
import type { FloorPlan } from '../../scenarios/floorplan';
import { InputError, type Problem } from '../../scenarios/problem';
import { Superseded } from '../../workers/lane';
import { useTwin, useTwinState } from '../context';

/** Units that a drawing may be in, metres each. */
const UNITS = [
  ['mm', 0.001],
  ['cm', 0.01],
  ['m', 1],
  ['inch', 0.0254],
  ['foot', 0.3048],
] as const;
/** A layer whose name says so is taken for walls. */
const WALLS = /wall|墙|牆|outline|外轮廓|WALL/i;
const MB = 1024 * 1024;

/** A CAD drawing to begin with: which layers are walls, how large a unit is, and what comes of it. */
export function DxfImport({ plan }: { readonly plan: FloorPlan }) {
  const { t } = useTranslation();
  const { studioWorker } = useTwin();
  const language = useTwinState((state) => state.language);
  const [reading, setReading] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const [opened, setOpened] = useState<{ name: string; drawing: DxfDrawing } | null>(null);
  const said = ({ message, remedy }: Problem) =>
    message[language] + t('studio.remedy', { remedy: remedy[language] });
  const open = async (file: File) => {
    setRefused(null);
    if (file.size > MAX_DXF_BYTES) {
      const [size, most] = [(file.size / MB).toFixed(0), MAX_DXF_BYTES / MB];
      setRefused(t('studio.dxf.tooLarge', { size, most }));
      return;
    }
    setReading(true);
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const drawing = await studioWorker.readDxf(bytes, file.name);
      setOpened({ name: file.name, drawing });
    } catch (error) {
      if (error instanceof InputError) setRefused(error.problems.map(said).join(' '));
      else if (error instanceof Superseded) setRefused(t('studio.dxf.tooLate'));
      else setRefused(t('studio.failed', { reason: String(error) }));
    } finally {
      setReading(false);
    }
  };
  return (
    <>
      <Upload
        accept=".dxf,.dwg"
        showUploadList={false}
        beforeUpload={(file) => {
          void open(file);
          return false;
        }}
      >
        <Button loading={reading}>{t(reading ? 'studio.dxf.reading' : 'studio.openDxf')}</Button>
      </Upload>
      {refused !== null && (
        <Alert type="error" showIcon closable title={refused} onClose={() => setRefused(null)} />
      )}
      {opened && (
        <Choose
          key={opened.name}
          plan={plan}
          name={opened.name}
          drawing={opened.drawing}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  );
}

function Choose(props: {
  readonly plan: FloorPlan;
  readonly name: string;
  readonly drawing: DxfDrawing;
  readonly onClose: () => void;
}) {
  const { plan, name, drawing, onClose } = props;
  const { t } = useTranslation();
  const { studio } = useTwin();
  const [layers, setLayers] = useState<readonly string[]>(() => {
    const named = drawing.layers.filter((layer) => WALLS.test(layer.name));
    return (named.length > 0 ? named : drawing.layers.slice(0, 1)).map((layer) => layer.name);
  });
  const [metres, setMetres] = useState(drawing.units.metres);
  const found = useMemo(
    () =>
      roomFromLayers(
        plan,
        drawing.layers.filter((layer) => layers.includes(layer.name)),
        metres,
      ),
    [plan, drawing, layers, metres],
  );
  const units = UNITS.some(([, size]) => size === metres)
    ? UNITS
    : [...UNITS, [`${metres} m`, metres] as const];
  const bounds = found && boundsOf([found.plan.outline]);
  return (
    <Modal
      open
      title={t('studio.dxf.title', { name })}
      okText={t('studio.dxf.take')}
      okButtonProps={{ disabled: !found }}
      onOk={() => {
        if (found) {
          studio.edit(found.plan);
          studio.select([]);
        }
        onClose();
      }}
      onCancel={onClose}
    >
      <h3>{t('studio.dxf.layers')}</h3>
      <Checkbox.Group
        className="dxf-layers"
        value={[...layers]}
        onChange={(next) => setLayers(next.map(String))}
        options={drawing.layers.slice(0, 200).map((layer) => ({
          value: layer.name,
          label: t('studio.dxf.layer', { name: layer.name, count: layer.segments.length }),
        }))}
      />
      <h3>{t('studio.dxf.units')}</h3>
      <Select
        aria-label={t('studio.dxf.units')}
        value={metres}
        style={{ minWidth: 120 }}
        options={units.map(([label, value]) => ({ value, label }))}
        onChange={setMetres}
      />
      <p className={drawing.units.from === 'insunits' ? 'quiet' : ''}>
        {t(`studio.dxf.from.${drawing.units.from}`)}
      </p>
      {found && bounds ? (
        <>
          <Preview plan={found.plan} />
          <p>
            {t('studio.dxf.size', {
              width: (bounds[2] - bounds[0]).toFixed(2),
              depth: (bounds[3] - bounds[1]).toFixed(2),
              area: grossAreaM2(found.plan).toFixed(2),
            })}
          </p>
          <p>
            {t('studio.dxf.walls', {
              paired: found.paired,
              single: found.single,
              outline: t(`studio.dxf.outline.${found.outline}`),
            })}
          </p>
        </>
      ) : (
        <Alert type="warning" showIcon title={t('studio.dxf.nothing')} />
      )}
      {drawing.leftOut.length > 0 && (
        <p className="quiet">
          {t('studio.dxf.leftOut', {
            what: drawing.leftOut.map(({ kind, count }) => `${kind} × ${count}`).join(', '),
          })}
        </p>
      )}
      <p className="quiet">{t('studio.dxf.hint')}</p>
    </Modal>
  );
}

/** What would be taken over. */
function Preview({ plan }: { readonly plan: FloorPlan }) {
  const [x0, y0, x1, y1] = boundsOf([plan.outline]);
  return (
    <svg
      className="dxf-preview"
      viewBox={`${x0 - 0.5} ${-y1 - 0.5} ${x1 - x0 + 1} ${y1 - y0 + 1}`}
      aria-hidden="true"
    >
      <polygon
        points={plan.outline.map(([x, y]) => `${x},${-y}`).join(' ')}
        fill="#fff"
        stroke="#0b5fff"
        strokeWidth={0.05}
      />
      {plan.walls.map(({ id, from, to, thicknessM }) => (
        <line key={id} x1={from[0]} y1={-from[1]} x2={to[0]} y2={-to[1]} strokeWidth={thicknessM} />
      ))}
    </svg>
  );
}
