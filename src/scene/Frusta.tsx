import { useEffect, useMemo } from 'react';
import { BufferAttribute, BufferGeometry, DoubleSide } from 'three';
import { PALETTE } from './palette';

/** A camera's field of view as a body, in plan coordinates: x y z by turns, metres. */
export interface FrustumBody {
  readonly positions: Float32Array;
  readonly sides: Uint32Array;
  readonly ends: Uint32Array;
  readonly edges: Uint32Array;
}

/** Fields of view of cameras, cut where something stops them. */
export function Frusta(props: {
  readonly frusta: readonly {
    readonly id: string;
    readonly body: FrustumBody;
    readonly picked: boolean;
  }[];
}) {
  return props.frusta.map(({ id, body, picked }) => (
    <FrustumMesh key={id} body={body} picked={picked} />
  ));
}

/** A camera's own body, metres. */
const BODY_M = 0.16;

function FrustumMesh({ body, picked }: { readonly body: FrustumBody; readonly picked: boolean }) {
  const made = useMemo(() => geometriesOf(body), [body]);
  useEffect(
    () => () => {
      for (const geometry of Object.values(made)) geometry.dispose();
    },
    [made],
  );
  const [x = 0, y = 0, z = 0] = body.positions;
  const colour = picked ? PALETTE.accent : '#5b7fa3';
  return (
    <group>
      {/* The plan's (x, y, z) is (x, z, −y) here. */}
      <group rotation-x={-Math.PI / 2}>
        {picked && (
          <>
            <mesh geometry={made.sides} renderOrder={2}>
              <meshBasicMaterial
                color={colour}
                transparent
                opacity={0.1}
                side={DoubleSide}
                depthWrite={false}
              />
            </mesh>
            <lineSegments geometry={made.edges}>
              <lineBasicMaterial color={colour} />
            </lineSegments>
          </>
        )}
        <mesh geometry={made.ends} renderOrder={3}>
          <meshBasicMaterial
            color={colour}
            transparent
            opacity={picked ? 0.3 : 0.07}
            side={DoubleSide}
            depthWrite={false}
            polygonOffset
            polygonOffsetFactor={-2}
            polygonOffsetUnits={-2}
          />
        </mesh>
      </group>
      <mesh position={[x, z, -y]}>
        <boxGeometry args={[BODY_M, BODY_M, BODY_M]} />
        <meshBasicMaterial color={picked ? PALETTE.accent : PALETTE.dark} />
      </mesh>
    </group>
  );
}

function geometriesOf({ positions, ...indices }: FrustumBody) {
  const corners = new BufferAttribute(positions, 3);
  const of = (index: Uint32Array) =>
    new BufferGeometry().setAttribute('position', corners).setIndex(new BufferAttribute(index, 1));
  return { sides: of(indices.sides), ends: of(indices.ends), edges: of(indices.edges) };
}
