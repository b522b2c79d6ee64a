import pdfWorkerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import type { PictureSize } from '../../drawing/import/picture-size';

/** A page of a PDF as a picture. */
export interface PdfPage extends PictureSize {
  readonly picture: Blob;
  /** How many pages the file has. */
  readonly pages: number;
}

/** Why a PDF could not be shown. */
export class PdfRefused extends Error {
  readonly reason: 'broken' | 'password' | 'slow';
  constructor(reason: PdfRefused['reason']) {
    super(reason);
    this.reason = reason;
  }
}

/** Longest side of the picture, pixels: A3 at 240 dpi. */
const LONGEST_PX = 4000;
/** A page that takes longer is given up, ms. */
const LONGEST_MS = 20_000;
/** A picture inside the page with more pixels than this is left out. */
const LARGEST_IMAGE_PX = 60e6;

/** Character maps of Chinese fonts that a file names without holding them. */
const characterMaps = import.meta.glob<string>(
  '../../../node_modules/pdfjs-dist/cmaps/{GB,UniGB,Adobe-GB1}*.bcmap',
  { query: '?url', import: 'default' },
);

class CharacterMaps {
  async fetch({ name }: { name: string }) {
    const address = characterMaps[`../../../node_modules/pdfjs-dist/cmaps/${name}.bcmap`];
    if (!address) throw new Error(`no character map ${name}`);
    const answer = await fetch(await address());
    return { cMapData: new Uint8Array(await answer.arrayBuffer()), isCompressed: true };
  }
}

export function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-');
}

/**
 * Draws one page of a PDF, 1 for the first. The file is read in a thread of its own, scripts in it
 * are never run, and both time and pixels are bounded. Rejects with {@link PdfRefused}.
 */
export async function pdfPage(bytes: Uint8Array, number: number): Promise<PdfPage> {
  const pdf = await import('pdfjs-dist/legacy/build/pdf.mjs');
  pdf.GlobalWorkerOptions.workerSrc = pdfWorkerAddress;
  const loading = pdf.getDocument({
    // The thread takes the bytes away from whoever gives them.
    data: bytes.slice(),
    CMapReaderFactory: CharacterMaps,
    cMapUrl: './',
    useWorkerFetch: false,
    isEvalSupported: false,
    enableXfa: false,
    maxImageSize: LARGEST_IMAGE_PX,
    verbosity: pdf.VerbosityLevel.ERRORS,
  });
  let late: ReturnType<typeof setTimeout> | undefined;
  const slow = new Promise<never>((_, reject) => {
    late = setTimeout(() => reject(new PdfRefused('slow')), LONGEST_MS);
  });
  const drawn = async (): Promise<PdfPage> => {
    const document_ = await loading.promise;
    const page = await document_.getPage(Math.min(Math.max(1, number), document_.numPages));
    const natural = page.getViewport({ scale: 1 });
    const scale = LONGEST_PX / Math.max(natural.width, natural.height);
    const viewport = page.getViewport({ scale });
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(viewport.width));
    canvas.height = Math.max(1, Math.round(viewport.height));
    await page.render({ canvas, viewport }).promise;
    const picture = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (!picture) throw new PdfRefused('broken');
    return { picture, width: canvas.width, height: canvas.height, pages: document_.numPages };
  };
  try {
    return await Promise.race([drawn(), slow]);
  } catch (error) {
    if (error instanceof PdfRefused) throw error;
    throw new PdfRefused(
      error instanceof Error && error.name === 'PasswordException' ? 'password' : 'broken',
    );
  } finally {
    clearTimeout(late);
    void loading.destroy();
  }
}
