import { useMemo, useState } from 'react';
import { eyesOf } from '../../coverage/camera-problems';
import { frustumOf } from '../../coverage/frustum';
import type { FloorPlan } from '../../scenarios/floorplan';
import { Frusta } from '../../scene/Frusta';
import { HallScene } from '../../scene/HallScene';
import type { Selection, Unavailable } from '../../scene/types';
import { useTwin, useTwinState } from '../context';
import { useCameras, useEmptyRoom } from './hooks';

/** The hall in three dimensions with what cameras see of it, cut where something stops them. */
export function RoomView({ room }: { readonly room: FloorPlan }) {
  const { cameras, clock } = useTwin();
  const language = useTwinState((state) => state.language);
  const quality = useTwinState((state) => state.quality);
  const day = useTwinState((state) => state.day.timeline);
  const tab = useCameras((state) => state.tab);
  const hung = useCameras((state) => state.history.cameras);
  const picked = useCameras((state) => state.camera);
  const window = useCameras((state) => state.window);
  const lens = useCameras((state) => state.settings.lens);
  const sight = useEmptyRoom(room);
  const [unavailable, setUnavailable] = useState<Unavailable | null>(null);
  // The scene draws no cameras of its own here: they would be built anew with every move.
  const bare = useMemo(() => ({ ...room, cameras: [] }), [room]);
  const frusta = useMemo(
    () =>
      eyesOf({ ...room, cameras: [...hung] }, lens).map((eye) => ({
        id: eye.camera.id,
        body: frustumOf(eye, sight, room.ceilingHeightM),
        picked: eye.camera.id === picked,
      })),
    [hung, room, lens, sight, picked],
  );
  const selection = useMemo(
    (): Selection | null => (window === null ? null : { kind: 'window', window }),
    [window],
  );
  return (
    <div className="camera-room">
      <HallScene
        plan={bare}
        timeline={tab === 'day' ? day : null}
        clock={clock}
        selection={selection}
        onSelect={(next) => {
          if (next?.kind === 'window') cameras.store.setState({ window: next.window });
        }}
        language={language}
        view="orbit"
        quality={quality}
        onUnavailable={setUnavailable}
      >
        <Frusta frusta={frusta} />
      </HallScene>
      {unavailable && (
        <p className="stage-note" role="status">
          {unavailable.message}
        </p>
      )}
    </div>
  );
}
