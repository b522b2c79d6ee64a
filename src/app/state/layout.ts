import { z } from 'zod';
import { QUALITY_LEVELS } from '../../scene/types';
import { STUDIO_TABS, STUDIO_VIEWS, type Studio } from '../studio/store';
import { PANEL_TABS, type TwinStore } from './store';

const KEY = 'hall-twin.layout';

/** How the page is laid out; what is missing or not known any more is as it is at first. */
const layoutSchema = z.object({
  view: z.enum(['orbit', 'top']).optional().catch(undefined),
  quality: z
    .enum(['auto', ...QUALITY_LEVELS])
    .optional()
    .catch(undefined),
  panel: z.enum(PANEL_TABS).optional().catch(undefined),
  studioView: z.enum(STUDIO_VIEWS).optional().catch(undefined),
  studioTab: z.enum(STUDIO_TABS).optional().catch(undefined),
  gridM: z.number().min(0).max(1).optional().catch(undefined),
});
type Layout = z.infer<typeof layoutSchema>;

/**
 * Lays the page out as it was left, and remembers how it is from now on.
 *
 * @param storage asked each time, because a browser may refuse it
 */
export function keepLayout(
  storage: () => Storage,
  twin: TwinStore,
  studio: Pick<Studio, 'store'>,
): void {
  const { view, quality, panel, studioView, studioTab, gridM } = kept(storage);
  twin.setState({
    ...(view && { view }),
    ...(quality && { quality }),
    ...(panel && { panel }),
  });
  studio.store.setState({
    ...(studioView && { view: studioView }),
    ...(studioTab && { tab: studioTab }),
    ...(gridM !== undefined && { gridM }),
  });
  let last = '';
  const remember = () => {
    const now: Layout = {
      view: twin.getState().view,
      quality: twin.getState().quality,
      panel: twin.getState().panel,
      studioView: studio.store.getState().view,
      studioTab: studio.store.getState().tab,
      gridM: studio.store.getState().gridM,
    };
    const text = JSON.stringify(now);
    if (text === last) return;
    last = text;
    try {
      storage().setItem(KEY, text);
    } catch {
      // Full or forbidden storage costs the memory of the layout, nothing else.
    }
  };
  last = JSON.stringify(kept(storage));
  twin.subscribe(remember);
  studio.store.subscribe(remember);
}

function kept(storage: () => Storage): Layout {
  try {
    const read = layoutSchema.safeParse(JSON.parse(storage().getItem(KEY) ?? '{}'));
    return read.success ? read.data : {};
  } catch {
    return {};
  }
}
