/**
 * The pages in the groups that the navigation shows: whose work they are. A group of one is a plain button, an empty one is not shown.
 */
export const PAGE_GROUPS = [
  { id: 'hall', pages: ['hall'] },
  { id: 'design', pages: ['studio', 'compare', 'planning', 'report'] },
  // From the hall's own books to tomorrow's waits.
  { id: 'manage', pages: ['calibration', 'forecast', 'live'] },
  { id: 'inspect', pages: ['cameras'] },
  { id: 'learn', pages: ['mechanisms', 'verification'] },
] as const;

/** The pages, by their place in the address: `#/mechanisms`. */
export const PAGES = PAGE_GROUPS.flatMap(({ pages }): readonly PageId[] => pages);
export type PageId = (typeof PAGE_GROUPS)[number]['pages'][number];

/** Pages about the open hall. */
const HALL_PAGES: ReadonlySet<PageId> = new Set([
  'hall',
  'planning',
  'forecast',
  'studio',
  'cameras',
  'report',
]);

/** Whether a page is about the open hall; others are about halls in general, or another one. */
export function isAboutHall(page: PageId): boolean {
  return HALL_PAGES.has(page);
}

/** The page that an address names; the hall for anything else. */
export function pageOf(hash: string): PageId {
  const name = hash.replace(/^#\/?/, '');
  return PAGES.find((page) => page === name) ?? 'hall';
}

/** What stands in the address for a page. */
export function hashOf(page: PageId): string {
  return page === 'hall' ? '#/' : `#/${page}`;
}
