import { useTranslation } from 'react-i18next';
import { distanceM } from '../../../coverage/optics/distances';
import { EDITIONS } from '../../../coverage/optics/standards';
import { ChartSvg } from '../../charts/ChartSvg';
import { useTwinState } from '../../context';
import { densityColours } from '../colours';

const EDITION = EDITIONS['2014'];
/** Of the drawing, px. */
const WIDTH = 520;
const HEIGHT = 300;
const APEX_X = 24;
const UNIT_PX = WIDTH - 110;

/** A camera from above: how far each class of density reaches into its wedge. */
export function WedgeDrawing(props: {
  readonly fovDeg: number;
  readonly widthPx: number;
  readonly atM: number;
}) {
  const { fovDeg, widthPx, atM } = props;
  const { t } = useTranslation();
  const language = useTwinState((state) => state.language);
  const picture = { widthPx, horizontalFovDeg: fovDeg };
  const colours = densityColours(EDITION.classes.length);
  const reaches = EDITION.classes.map((one, i) => ({
    ...one,
    colour: colours[i + 1]!,
    m: distanceM(picture, one.pxPerM).lens,
  }));
  // The middle class fills most of the drawing; coarser ones run out of it.
  const farM = Math.max(atM * 1.1, (reaches[2]?.m ?? atM) * 1.1);
  const px = (m: number) => (Math.min(m, farM) / farM) * UNIT_PX;
  const half = (Math.min(fovDeg, 359.9) / 360) * Math.PI;
  const middle = HEIGHT / 2;
  const sector = (m: number) => {
    const r = px(m);
    const [x, y] = [APEX_X + r * Math.cos(half), r * Math.sin(half)];
    const isLarge = fovDeg > 180 ? 1 : 0;
    return `M${APEX_X},${middle}L${x},${middle - y}A${r},${r} 0 ${isLarge} 1 ${x},${middle + y}Z`;
  };
  return (
    <ChartSvg className="wedge" width={WIDTH} height={HEIGHT} label={t('optics.drawing')}>
      <clipPath id="wedge-frame">
        <rect width={WIDTH} height={HEIGHT} />
      </clipPath>
      <g clipPath="url(#wedge-frame)">
        {reaches.map(({ id, colour, m }) => (
          <path key={id} d={sector(m)} fill={colour} stroke="#fff" />
        ))}
        <line
          x1={APEX_X + px(atM)}
          x2={APEX_X + px(atM)}
          y1={20}
          y2={HEIGHT - 20}
          stroke="#d0631d"
          strokeDasharray="4 3"
        />
        <text x={APEX_X + px(atM) + 4} y={16} className="at">
          {atM} m
        </text>
      </g>
      {reaches
        .filter(({ m }) => m < farM)
        .map(({ id, name, m }, i) => (
          <text key={id} x={APEX_X + px(m) - 4} y={HEIGHT - 8 - 14 * (i % 2)} textAnchor="end">
            {name[language]} {m.toFixed(1)} m
          </text>
        ))}
      <circle cx={APEX_X} cy={middle} r={7} className="camera" />
    </ChartSvg>
  );
}
