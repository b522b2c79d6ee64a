import { useTranslation } from 'react-i18next';
import { EDITIONS } from '../../coverage/optics/standards';
import { useTwinState } from '../context';
import { BLIND_COLOUR, densityColours } from './colours';
import { useCameras } from './hooks';

/** What the colours of the plan mean; on paper (`still`) no camera is picked. */
export function MapLegend({ still = false }: { readonly still?: boolean }) {
  const { t } = useTranslation();
  const language = useTwinState((state) => state.language);
  const { plane, edition } = useCameras((state) => state.settings);
  const { classes, name } = EDITIONS[edition];
  const colours = densityColours(classes.length);
  return (
    <div className="camera-legend">
      {plane !== 'none' && (
        <>
          <span className="quiet">{name}, px/m</span>
          <ul>
            <Entry colour={BLIND_COLOUR} text={t('cameras.legend.blind')} />
            <Entry colour={colours[0]!} text={`< ${classes[0]!.pxPerM}`} />
            {classes.map((one, i) => (
              <Entry
                key={one.id}
                colour={colours[i + 1]!}
                text={`${one.name[language]} ≥ ${one.pxPerM}`}
              />
            ))}
          </ul>
        </>
      )}
      <span className="spacer" />
      {!still && <span className="quiet">{t('cameras.legend.cone')}</span>}
    </div>
  );
}

function Entry({ colour, text }: { readonly colour: string; readonly text: string }) {
  return (
    <li>
      <i style={{ background: colour }} />
      {text}
    </li>
  );
}
