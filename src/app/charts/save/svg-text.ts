/** Properties by which charts are drawn, with what each is where nobody says anything. */
const PROPERTIES = {
  fill: { first: 'rgb(0, 0, 0)', inherits: true },
  'fill-opacity': { first: '1', inherits: true },
  stroke: { first: 'none', inherits: true },
  'stroke-opacity': { first: '1', inherits: true },
  'stroke-width': { first: '1px', inherits: true },
  'stroke-dasharray': { first: 'none', inherits: true },
  'stroke-linejoin': { first: 'miter', inherits: true },
  'stroke-linecap': { first: 'butt', inherits: true },
  'paint-order': { first: 'normal', inherits: true },
  'font-size': { first: '16px', inherits: true },
  'font-weight': { first: '400', inherits: true },
  'text-anchor': { first: 'start', inherits: true },
  'dominant-baseline': { first: 'auto', inherits: true },
  opacity: { first: '1', inherits: false },
} as const;
export type DrawnProperty = keyof typeof PROPERTIES;
export const DRAWN = Object.keys(PROPERTIES) as readonly DrawnProperty[];

/** An element of a drawing, with the styles that the page's own sheets have given it. */
export interface DrawnElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly styles: Readonly<Record<DrawnProperty, string>>;
  readonly children: readonly (DrawnElement | string)[];
}

/** A picture: what is drawn, what it is called, and its size in px. */
export interface Picture {
  readonly root: DrawnElement;
  readonly title: string;
  readonly width: number;
  readonly height: number;
}

/** Fonts that have Chinese on Windows, macOS and Linux. */
const FONTS =
  "'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Noto Sans SC', 'WenQuanYi Micro Hei', sans-serif";

/** Of the page alone: what can be clicked, and nothing that is drawn. */
const OMITTED = /^(class|style|role|tabindex|cursor|xmlns|on.*|aria-.*|data-.*)$/;

/** A picture as a file that stands by itself: styles in it, fonts named, on white. */
export function svgText({ root, title, width, height }: Picture): string {
  const { attributes, children } = root;
  const viewBox = attributes.viewBox ?? `0 0 ${width} ${height}`;
  const [x, y, w, h] = viewBox.split(/[\s,]+/);
  const inside = children.map((child) => written(child, root.styles)).join('');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${harmless(viewBox)}" font-family="${FONTS}"${drawn(root.styles, FIRST)}>`,
    `<title>${harmless(title)}</title>`,
    `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="#fff"/>`,
    `${inside}</svg>\n`,
  ].join('\n');
}

const FIRST = Object.fromEntries(DRAWN.map((name) => [name, PROPERTIES[name].first])) as Readonly<
  Record<DrawnProperty, string>
>;

/** @param above the styles of what it stands in: what is inherited is not said again */
function written(node: DrawnElement | string, above: DrawnElement['styles']): string {
  if (typeof node === 'string') return harmless(node);
  const { tag, attributes, styles, children } = node;
  const said = Object.entries(attributes).filter(
    ([name]) => !OMITTED.test(name) && !DRAWN.some((property) => property === name),
  );
  const all = said.map(([name, value]) => ` ${name}="${harmless(value)}"`).join('');
  const inside = children.map((child) => written(child, styles)).join('');
  const opening = `<${tag}${all}${drawn(styles, above)}`;
  return inside === '' ? `${opening}/>` : `${opening}>${inside}</${tag}>`;
}

/** The styles of an element that it does not have by itself from what it stands in, as attributes. */
function drawn(styles: DrawnElement['styles'], above: DrawnElement['styles']): string {
  return DRAWN.filter((name) => {
    const { inherits, first } = PROPERTIES[name];
    return styles[name] !== (inherits ? above[name] : first);
  })
    .map((name) => ` ${name}="${harmless(styles[name])}"`)
    .join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const harmless = (text: string) => text.replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char);

/** Letters that some system has no place for in a name, and what is no letter. */
const UNFIT = /[\\/:*?"<>|\p{Cc}\s]+/gu;
const MOST_LETTERS = 60;

/** A file's name, without its ending, that tells what it is about and which chart it is. */
export function chartFileName(subject: string, chart: string): string {
  const spelled = (text: string) => text.replace(UNFIT, ' ').trim();
  return [...`${spelled(subject)} ${spelled(chart)}`].slice(0, MOST_LETTERS).join('').trim();
}
