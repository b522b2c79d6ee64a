import { useThree } from '@react-three/fiber';
import { useEffect } from 'react';
import { Group, Mesh, type Object3D } from 'three';
import { GLTFExporter } from 'three/examples/jsm/exporters/GLTFExporter.js';

/** Saves what is drawn as binary glTF. */
export type SaveGltf = () => Promise<Uint8Array>;

/** Hands out how to save the scene it stands in, and takes it back when it goes. */
export function Gltf({ offer }: { readonly offer: (save: SaveGltf | null) => void }) {
  const scene = useThree((state) => state.scene);
  useEffect(() => {
    offer(async () => {
      const bytes = await new GLTFExporter().parseAsync(solidsOf(scene), { binary: true });
      return new Uint8Array(bytes as ArrayBuffer);
    });
    return () => offer(null);
  }, [scene, offer]);
  return null;
}

/** A copy of the meshes that are shown: no lines of selections, no lamps. */
function solidsOf(scene: Object3D): Object3D {
  const group = new Group();
  scene.updateMatrixWorld(true);
  scene.traverseVisible((object) => {
    if (!(object instanceof Mesh) || 'isInstancedMesh' in object) return;
    const copy = new Mesh(object.geometry, object.material);
    copy.name = object.name;
    object.matrixWorld.decompose(copy.position, copy.quaternion, copy.scale);
    group.add(copy);
  });
  return group;
}
