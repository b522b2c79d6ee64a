/** From outside, turned by hand, or from above as a plan. */
export type SceneView = 'orbit' | 'top';

type Vector = readonly [x: number, y: number, z: number];

/** Where the camera is and what it looks at, in the scene. */
export interface Framing {
  readonly position: Vector;
  readonly target: Vector;
}

/** A view that a camera is sent to; equal keys are the same view. */
export interface Shot {
  readonly key: string;
  /** The view that it belongs to: in another one the whole plan is seen. */
  readonly view: SceneView;
  /** For a picture of a given width by height. */
  readonly framing: (aspect: number) => Framing;
}
