import type { Scene } from './picture';

/** Where pictures are taken: of the hall's page, or of the two halls that are compared. */
export type CapturePlace = 'hall' | 'compare';

const COLUMN: Record<CapturePlace, string> = { hall: '.stage-column', compare: '.compare-duo' };

/** The frames in which halls are drawn, with their names where there are two. */
function framesOf(place: CapturePlace): readonly { element: Element; name: string }[] {
  const column = document.querySelector(COLUMN[place]);
  const two = [...(column?.querySelectorAll('.compare-duo-hall') ?? [])];
  if (two.length > 0)
    return two.map((element) => ({ element, name: element.getAttribute('aria-label') ?? '' }));
  const one = column?.querySelector('.stage');
  return one ? [{ element: one, name: '' }] : [];
}

/** The halls that are drawn with WebGL; none where there is only the plan. */
export function canvasScenes(place: CapturePlace): readonly Scene[] {
  return framesOf(place).flatMap(({ element, name }) => {
    const canvas = element.querySelector('canvas');
    return canvas && canvas.width > 0
      ? [{ source: canvas, width: canvas.width, height: canvas.height, name }]
      : [];
  });
}

/** The halls that are drawn as plans, as pictures. */
export async function planScenes(place: CapturePlace): Promise<readonly Scene[]> {
  const found = framesOf(place).flatMap(({ element, name }) => {
    const svg = element.querySelector<SVGSVGElement>('svg[role=img]');
    return svg ? [{ svg, name }] : [];
  });
  return Promise.all(
    found.map(async ({ svg, name }) => {
      const { width, height } = svg.getBoundingClientRect();
      const copy = svg.cloneNode(true) as SVGSVGElement;
      copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
      copy.setAttribute('width', String(2 * width));
      copy.setAttribute('height', String(2 * height));
      const text = new XMLSerializer().serializeToString(copy);
      const image = new Image();
      image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
      await image.decode();
      return { source: image, width: 2 * width, height: 2 * height, name };
    }),
  );
}
