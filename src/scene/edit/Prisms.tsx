import { useEffect, useMemo } from 'react';
import { BufferAttribute, BufferGeometry } from 'three';
import { toScene } from '../coordinates';
import type { Prism } from './prism';

/** Edges of upright prisms, as lines about what is selected. */
export function Prisms(props: { readonly prisms: readonly Prism[]; readonly colour: string }) {
  const { prisms, colour } = props;
  const geometry = useMemo(() => {
    const ends: number[] = [];
    for (const { footprint, lowM, highM } of prisms)
      footprint.forEach((a, i) => {
        const b = footprint[(i + 1) % footprint.length]!;
        for (const heightM of [lowM, highM])
          ends.push(...toScene(a, heightM), ...toScene(b, heightM));
        ends.push(...toScene(a, lowM), ...toScene(a, highM));
      });
    return new BufferGeometry().setAttribute(
      'position',
      new BufferAttribute(new Float32Array(ends), 3),
    );
  }, [prisms]);
  useEffect(() => () => geometry.dispose(), [geometry]);
  return (
    <lineSegments geometry={geometry} renderOrder={10}>
      <lineBasicMaterial color={colour} depthTest={false} />
    </lineSegments>
  );
}
