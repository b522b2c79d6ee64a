import { useDeferredValue, useState } from 'react';
import { itemOf } from '../../drawing/edit/items';
import type { FloorPlan } from '../../scenarios/floorplan';
import { HallScene } from '../../scene/HallScene';
import type { Selection, Unavailable } from '../../scene/types';
import { useTwin, useTwinState } from '../context';
import { useStudio } from './hooks';

/** The same plan in three dimensions, as it is drawn. */
export function StudioRoom({ plan }: { readonly plan: FloorPlan }) {
  const { studio, clock } = useTwin();
  const language = useTwinState((state) => state.language);
  const quality = useTwinState((state) => state.quality);
  const selection = useStudio((state) => state.selection);
  const [unavailable, setUnavailable] = useState<Unavailable | null>(null);
  // While the hand moves quickly the room may lag a frame behind.
  const shown = useDeferredValue(plan);
  const window = selection.find(({ list }) => list === 'windows');
  const selected: Selection | null =
    window && itemOf(shown, window) ? { kind: 'window', window: window.id } : null;
  return (
    <div className="studio-room">
      <HallScene
        plan={shown}
        timeline={null}
        clock={clock}
        selection={selected}
        onSelect={(next) => {
          if (next?.kind === 'window') studio.select([{ list: 'windows', id: next.window }]);
          if (next?.kind === 'camera') studio.select([{ list: 'cameras', id: next.camera }]);
        }}
        language={language}
        view="orbit"
        quality={quality}
        onUnavailable={setUnavailable}
      />
      {unavailable && (
        <p className="stage-note" role="status">
          {unavailable.message}
        </p>
      )}
    </div>
  );
}
