import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { csvOf } from '../report/csv';
import type { Sheet } from '../report/sheet';
import { xlsxOf } from '../report/xlsx';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Hands a file to the browser. */
export function download(name: string, type: string, contents: string | Uint8Array | Blob): void {
  const address = URL.createObjectURL(new Blob([contents as BlobPart], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The tables of a page as files, and the page on paper. */
export function Downloads(props: {
  /** Of the files, without an ending. */
  readonly name: string;
  readonly sheets: () => readonly Sheet[];
  /** Whether the page is one to be printed; absent: it is. */
  readonly printable?: boolean;
}) {
  const { name, sheets, printable = true } = props;
  const { t } = useTranslation();
  return (
    <span className="downloads">
      <Button
        size="small"
        icon={<DownloadOutlined />}
        onClick={() => download(`${name}.csv`, 'text/csv;charset=utf-8', csvOf(sheets()[0]!))}
      >
        CSV
      </Button>
      <Button
        size="small"
        icon={<DownloadOutlined />}
        onClick={() => void xlsxOf(sheets()).then((bytes) => download(`${name}.xlsx`, XLSX, bytes))}
      >
        XLSX
      </Button>
      {printable && (
        <Button size="small" icon={<PrinterOutlined />} onClick={() => window.print()}>
          {t('sweep.print')}
        </Button>
      )}
    </span>
  );
}
