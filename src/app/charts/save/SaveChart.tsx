import { DownloadOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useTwin } from '../../context';
import { download } from '../../Downloads';
import { pngOf } from '../../picture-file';
import { isAboutHall } from '../../state/page';
import { readPicture } from './read-picture';
import { chartFileName, svgText } from './svg-text';

const FORMATS = ['SVG', 'PNG'] as const;
/** Pixels of a PNG for each px of the drawing: sharp in print. */
const FINE = 2;

/** Saves a drawing beside it as a file: a small menu, by mouse or keyboard. Not on paper. */
export function SaveChart(props: {
  readonly svg: RefObject<SVGSVGElement | null>;
  /** What is drawn, for people. */
  readonly label: string;
}) {
  const { svg, label } = props;
  const { t } = useTranslation();
  const { store } = useTwin();
  const save = async (format: (typeof FORMATS)[number]) => {
    if (!svg.current) return;
    const { page, question } = store.getState();
    const subject = (isAboutHall(page) && question?.scenario.id) || t(`top.page.${page}`);
    const name = chartFileName(subject, label);
    const text = svgText(readPicture(svg.current, label));
    if (format === 'SVG') return download(`${name}.svg`, 'image/svg+xml', text);
    const picture = await pngOf(text, (width, height) => ({
      width: FINE * width,
      height: FINE * height,
    }));
    if (picture) download(`${name}.png`, 'image/png', picture);
  };
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      autoFocus
      menu={{
        items: FORMATS.map((format) => ({
          key: format,
          label: format,
          onClick: () => void save(format),
        })),
      }}
    >
      <Button
        className="save-chart"
        type="text"
        size="small"
        icon={<DownloadOutlined />}
        aria-label={t('chart.save', { chart: label })}
        title={t('chart.saveTitle')}
      />
    </Dropdown>
  );
}
