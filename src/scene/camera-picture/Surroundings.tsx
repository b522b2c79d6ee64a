import { BackSide, MeshBasicMaterial } from 'three';
import type { FloorPlan } from '../../scenarios/floorplan';
import type { Language } from '../../scenarios/text';
import type { Timeline } from '../../sim/hall/timeline';
import { Floor, floorGeometry } from '../model/Floor';
import { Room } from '../model/Room';
import { QUALITY } from '../quality/ladder';
import { Displays, Signs } from '../text/Writing';
import type { SceneClock } from '../types';
import { useMade } from '../use-made';
import { bakeLight } from '../view/light-values';
import { encodeColours, rawOutput } from '../view/raw-output';
import { fullWalls } from './full-walls';
import { PeopleInside } from './PeopleInside';
import type { StillPerson } from './types';

const CEILING = '#eceae4';
/** A camera's picture needs no shadow map: its cost would buy nothing that is judged. */
const QUALITY_LEVEL = QUALITY.medium;

/** The hall as it is from inside: walls in full, a ceiling, and everybody who is there. */
export function Surroundings(props: {
  readonly plan: FloorPlan;
  readonly timeline: Timeline | null;
  readonly clock: SceneClock;
  readonly people: readonly StillPerson[];
  readonly language: Language;
}) {
  const { plan, timeline, clock, people, language } = props;
  const { anisotropy, floorPixelsPerMetre } = QUALITY_LEVEL;
  return (
    <>
      <Floor
        plan={plan}
        language={language}
        pixelsPerMetre={floorPixelsPerMetre}
        anisotropy={anisotropy}
        shadows={false}
      />
      <Room plan={plan} view="orbit" shadows={false} />
      <Shell plan={plan} />
      <Signs plan={plan} language={language} view="orbit" anisotropy={anisotropy} />
      <Displays
        plan={plan}
        timeline={timeline}
        clock={clock}
        language={language}
        view="orbit"
        anisotropy={anisotropy}
      />
      <PeopleInside plan={plan} timeline={timeline} clock={clock} people={people} />
    </>
  );
}

/** Walls above the cut, and the ceiling. */
function Shell({ plan }: { readonly plan: FloorPlan }) {
  const material = useMade(() => rawOutput(new MeshBasicMaterial({ vertexColors: true })), []);
  const ceiling = useMade(
    () => rawOutput(new MeshBasicMaterial({ color: CEILING, side: BackSide })),
    [],
  );
  const walls = useMade(() => {
    const geometries = fullWalls(plan).map((geometry) => encodeColours(bakeLight(geometry)));
    return {
      geometries,
      dispose() {
        for (const geometry of geometries) geometry.dispose();
      },
    };
  }, [plan]);
  const above = useMade(() => floorGeometry(plan), [plan]);
  return (
    <>
      {walls.geometries.map((geometry) => (
        <mesh key={geometry.uuid} geometry={geometry} material={material} />
      ))}
      <mesh geometry={above} material={ceiling} position-y={plan.ceilingHeightM} />
    </>
  );
}
