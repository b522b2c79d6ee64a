import { useFrame, useThree } from '@react-three/fiber';
import { useEffect } from 'react';
import {
  Color,
  CubeCamera,
  LinearFilter,
  Matrix4,
  Mesh,
  NoColorSpace,
  OrthographicCamera,
  PerspectiveCamera,
  PlaneGeometry,
  Scene,
  type ShaderMaterial,
  Vector3,
  WebGLCubeRenderTarget,
  type WebGLRenderer,
  WebGLRenderTarget,
} from 'three';
import { toScene } from '../coordinates';
import { PALETTE } from '../palette';
import { useMade } from '../use-made';
import { lensMaterial } from './lens-material';
import { viewOfRegion } from './region-view';
import type { PictureLens, PicturePose, PictureRegion } from './types';

const NEAR_M = 0.03;
const FAR_M = 120;
/** Larger pictures of the surroundings are not made, px. */
const LARGEST_PX = 2048;
const CUBE_PX = 1024;

/**
 * Takes over the drawing: the surroundings into a texture, then the screen through the lens. What
 * is shown is drawn as one flat picture if it is narrow enough for one, else as a cube.
 */
export function LensPass(props: {
  readonly pose: PicturePose;
  readonly lens: PictureLens;
  readonly region: PictureRegion;
}) {
  const { pose, lens, region } = props;
  const invalidate = useThree((state) => state.invalidate);
  const screen = useMade(makeScreen, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: any of them changes the picture
  useEffect(() => invalidate(), [pose, lens, region, invalidate]);
  useFrame(({ gl, scene, size }) => {
    const pixelsWide = size.width * gl.getPixelRatio();
    screen.draw(gl, scene, pose, lens, region, pixelsWide);
  }, 1);
  return null;
}

function makeScreen() {
  const material: ShaderMaterial = lensMaterial();
  const plane = new PlaneGeometry(2, 2);
  const stage = new Scene();
  stage.add(new Mesh(plane, material));
  const onto = new OrthographicCamera(-1, 1, 1, -1, 0, 1);
  const flat = new PerspectiveCamera(90, 1, NEAR_M, FAR_M);
  let flatTarget: WebGLRenderTarget | null = null;
  let cube: { target: WebGLCubeRenderTarget; camera: CubeCamera } | null = null;
  const background = new Color(PALETTE.background).convertLinearToSRGB();
  const axes = [new Vector3(), new Vector3(), new Vector3()] as const;
  const basis = new Matrix4();

  function openCube() {
    const target = new WebGLCubeRenderTarget(CUBE_PX, {
      colorSpace: NoColorSpace,
      minFilter: LinearFilter,
    });
    return { target, camera: new CubeCamera(NEAR_M, FAR_M, target) };
  }

  /** The axes of a frame given in the camera's own: right, up and back, as three's cameras have. */
  function orient(pose: PicturePose, ray: readonly [number, number, number]): void {
    const [right, up, back] = axes;
    const world = (x: number, y: number, z: number): [number, number, number] => {
      const plan = [0, 1, 2].map(
        (k) => x * pose.right[k]! + y * pose.down[k]! + z * pose.forward[k]!,
      );
      return toScene([plan[0]!, plan[1]!], plan[2]!);
    };
    back.set(...world(-ray[0], -ray[1], -ray[2])).normalize();
    up.set(...world(0, -1, 0));
    right.crossVectors(up, back).normalize();
    up.crossVectors(back, right);
    basis.makeBasis(right, up, back);
  }

  return {
    draw(
      gl: WebGLRenderer,
      scene: Scene,
      pose: PicturePose,
      lens: PictureLens,
      region: PictureRegion,
      pixelsWide: number,
    ): void {
      const { uniforms } = material;
      const view = viewOfRegion(lens, region);
      const at = toScene([pose.at[0], pose.at[1]], pose.at[2]);
      const [fx, fy] = lens.focalPx;
      uniforms.region!.value.set(region.left, region.top, region.width, region.height);
      uniforms.resolution!.value.set(...lens.resolutionPx);
      uniforms.focal!.value.set(fx, fy);
      uniforms.circle!.value = lens.circle;
      uniforms.isPinhole!.value = lens.projection === 'pinhole';
      uniforms.isCoarse!.value = pixelsWide > 1.5 * region.width;
      uniforms.isCube!.value = view === null;
      gl.setClearColor(background, 1);
      if (view === null) {
        cube ??= openCube();
        cube.camera.position.set(...at);
        cube.camera.update(gl, scene);
        uniforms.cube!.value = cube.target.texture;
        orient(pose, [0, 0, 1]);
        const [right, up, back] = axes;
        // Columns: where the camera's x, y and z point in the scene.
        uniforms.turn!.value.set(
          right.x,
          -up.x,
          -back.x,
          right.y,
          -up.y,
          -back.y,
          right.z,
          -up.z,
          -back.z,
        );
      } else {
        const density = (pixelsWide / region.width) * Math.max(fx, fy);
        const side = (tan: number) =>
          Math.min(LARGEST_PX, Math.max(64, Math.ceil(2 * tan * density)));
        const [width, height] = [side(view.halfTan[0]), side(view.halfTan[1])];
        if (flatTarget?.width !== width || flatTarget.height !== height) {
          flatTarget?.dispose();
          flatTarget = new WebGLRenderTarget(width, height, {
            colorSpace: NoColorSpace,
            samples: 4,
          });
        }
        orient(pose, view.towards);
        flat.position.set(...at);
        flat.quaternion.setFromRotationMatrix(basis);
        const top = NEAR_M * view.halfTan[1];
        const side_ = NEAR_M * view.halfTan[0];
        flat.projectionMatrix.makePerspective(-side_, side_, top, -top, NEAR_M, FAR_M);
        flat.projectionMatrixInverse.copy(flat.projectionMatrix).invert();
        flat.updateMatrixWorld();
        gl.setRenderTarget(flatTarget);
        gl.render(scene, flat);
        gl.setRenderTarget(null);
        uniforms.flat_!.value = flatTarget.texture;
        uniforms.halfTan!.value.set(...view.halfTan);
        uniforms.turn!.value.set(...view.turn);
      }
      gl.render(stage, onto);
    },
    dispose() {
      material.dispose();
      plane.dispose();
      flatTarget?.dispose();
      cube?.target.dispose();
    },
  };
}
