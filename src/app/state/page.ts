/** The pages, by their place in the address: `#/mechanisms`. */
export const PAGES = [
  'hall',
  'compare',
  'planning',
  'studio',
  'cameras',
  'mechanisms',
  'verification',
] as const;
export type PageId = (typeof PAGES)[number];

/** The page that an address names; the hall for anything else. */
export function pageOf(hash: string): PageId {
  const name = hash.replace(/^#\/?/, '');
  return PAGES.find((page) => page === name) ?? 'hall';
}

/** What stands in the address for a page. */
export function hashOf(page: PageId): string {
  return page === 'hall' ? '#/' : `#/${page}`;
}
