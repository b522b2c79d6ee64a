import { useMemo, useRef } from 'react';
import type { Crowd } from '../sim/hall/timeline';
import { Doors } from './model/Doors';
import { Floor, Ground } from './model/Floor';
import { HeatFloor } from './model/HeatFloor';
import { Room, UpperWalls } from './model/Room';
import { PALETTE } from './palette';
import { People } from './people/People';
import { Picker } from './pick/Picker';
import { SelectionMark } from './pick/SelectionMark';
import { pickBoxes } from './pick/targets';
import { QUALITY } from './quality/ladder';
import { Displays, Signs } from './text/Writing';
import {
  followedVisitor,
  type HallViewProps,
  type QualityLevel,
  type SceneView,
  selectionKey,
} from './types';
import { Daylight } from './view/Daylight';
import { FollowCamera } from './view/FollowCamera';
import { Light } from './view/Light';

/** Everything that is drawn: the room, its people, what is written there, and what is selected. */
export function HallObjects(props: HallViewProps & { view: SceneView; level: QualityLevel }) {
  const { plan, timeline, clock, view, selection, onSelect, language, level } = props;
  const settings = QUALITY[level];
  const crowd = useRef<Crowd | null>(null);
  const boxes = useMemo(() => pickBoxes(plan), [plan]);
  const { shadowMap: shadows, anisotropy } = settings;
  const followed = followedVisitor(props);
  return (
    <Daylight clock={clock}>
      <color attach="background" args={[PALETTE.background]} />
      {shadows && <Light plan={plan} clock={clock} />}
      <Ground plan={plan} />
      <Floor
        plan={plan}
        language={language}
        pixelsPerMetre={settings.floorPixelsPerMetre}
        anisotropy={anisotropy}
        shadows={shadows}
      />
      <Room plan={plan} view={view} shadows={shadows} swinging />
      <Doors plan={plan} timeline={timeline} clock={clock} />
      {props.heat && <HeatFloor layer={props.heat} />}
      <UpperWalls plan={plan} view={view} shadows={shadows} />
      <Signs plan={plan} language={language} view={view} anisotropy={anisotropy} />
      <People
        plan={plan}
        timeline={timeline}
        clock={clock}
        sides={settings.bodySides}
        shadows={shadows}
        baked={settings.bakedBodies}
        crowdRef={crowd}
        selected={selection?.kind === 'visitor' ? selection.visitor : -1}
      />
      <Displays
        plan={plan}
        timeline={timeline}
        clock={clock}
        language={language}
        view={view}
        anisotropy={anisotropy}
      />
      {selection !== null && (
        <SelectionMark
          key={selectionKey(selection)}
          plan={plan}
          timeline={timeline}
          boxes={boxes}
          crowdRef={crowd}
          selection={selection}
          language={language}
          following={followed !== null}
        />
      )}
      {followed !== null && timeline && (
        <FollowCamera
          plan={plan}
          timeline={timeline}
          clock={clock}
          visitor={followed}
          view={view}
          crowdRef={crowd}
        />
      )}
      <Picker boxes={boxes} crowdRef={crowd} onSelect={onSelect} />
    </Daylight>
  );
}
