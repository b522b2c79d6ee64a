import { DRAWN, type DrawnElement, type DrawnProperty, type Picture } from './svg-text';

/** Of the page alone: where it may be pointed at, and the time that its clock shows. */
const PAGE_ONLY = '.hit, .pick-ring, .time-cursor, [visibility=hidden]';

/** A drawing of the page, read with the styles that it is drawn with. */
export function readPicture(svg: SVGSVGElement, title: string): Picture {
  const { width, height } = svg.viewBox.baseVal;
  const shown = svg.getBoundingClientRect();
  // Plans are drawn in metres: their picture is as large as it is shown.
  const isInPx = width >= 100;
  return {
    root: readElement(svg),
    title,
    width: isInPx ? width : Math.round(shown.width),
    height: isInPx ? height : Math.round((shown.width * height) / width),
  };
}

function readElement(element: Element): DrawnElement {
  const computed = getComputedStyle(element);
  const styles = Object.fromEntries(
    DRAWN.map((name) => [name, computed.getPropertyValue(name)]),
  ) as Record<DrawnProperty, string>;
  const attributes = Object.fromEntries([...element.attributes].map((a) => [a.name, a.value]));
  const children = [...element.childNodes].flatMap((child): (DrawnElement | string)[] => {
    if (child instanceof Element) {
      const isOut = child.matches(PAGE_ONLY) || getComputedStyle(child).display === 'none';
      return isOut && child.tagName !== 'title' ? [] : [readElement(child)];
    }
    return child instanceof Text ? [child.data] : [];
  });
  return { tag: element.tagName, attributes, styles, children };
}
