import type { Language } from '../../scenarios/text';

const two = (n: number) => String(n).padStart(2, '0');

/** Time of day `hh:mm:ss` of ms on the hall's clock. */
export function hallClock(atMs: number): string {
  const s = Math.floor(atMs / 1000) % 86_400;
  return `${two(Math.floor(s / 3600))}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`;
}

/** How long something lasts, in whole minutes, or hours and minutes; below a minute in seconds. */
export function spanText(spanMs: number, language: Language): string {
  const zh = language === 'zh';
  const s = Math.max(0, Math.floor(spanMs / 1000));
  if (s < 60) return zh ? `${s}秒` : `${s} s`;
  const minutes = Math.floor(s / 60);
  if (minutes < 60) return zh ? `${minutes}分钟` : `${minutes} min`;
  const rest = minutes % 60;
  return zh
    ? `${Math.floor(minutes / 60)}小时${rest}分钟`
    : `${Math.floor(minutes / 60)} h ${rest} min`;
}
