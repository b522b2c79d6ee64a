export { PlanView } from './flat/PlanView';
export { HallScene } from './HallScene';
export { ACTIVITY_COLOURS, WINDOW_STATE_COLOURS } from './palette';
export type {
  HallSceneProps,
  HallViewProps,
  QualityLevel,
  SceneClock,
  SceneView,
  Selection,
  Unavailable,
} from './types';
export { QUALITY_LEVELS, sameSelection } from './types';
