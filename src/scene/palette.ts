import type { FloorPlan } from '../scenarios/floorplan';
import { Activity, WindowState } from '../sim/hall/timeline';

/** Colours of the room and its furniture. */
export const PALETTE = {
  background: '#e8edf2',
  tile: '#efece5',
  joint: '#d9d4c9',
  wall: '#f6f3ee',
  wallCap: '#57636f',
  column: '#e9e4da',
  glass: '#a9cbe0',
  doorLeaf: '#b9d2e2',
  frame: '#8a949e',
  counterBody: '#f7f5f1',
  counterBand: '#2a67b1',
  wood: '#d8b88a',
  woodDark: '#b8935f',
  seat: '#7f95ae',
  seatDark: '#647a94',
  steel: '#9aa3ab',
  dark: '#2e3842',
  screen: '#22405f',
  screenLit: '#6fb1e6',
  machine: '#f2f4f6',
  machineTrim: '#2f6fba',
  red: '#c23a2e',
  signBlue: '#1f5ea8',
  signGreen: '#1d8a4e',
  amber: '#e9a23b',
  leaf: '#6d9b62',
  leafDark: '#557f50',
  pot: '#e6e1d8',
  paper: '#ffffff',
  accent: '#f07f13',
} as const;

type ZoneKind = FloorPlan['zones'][number]['kind'];

/** Gentle tints that the zones lay over the tiles. */
export const ZONE_TINTS: Record<ZoneKind, string> = {
  waiting: '#8fb0d6',
  guide: '#e9c27a',
  selfService: '#8fcabd',
  writing: '#d9b48c',
  comprehensive: '#7fa7dd',
  department: '#b29bd3',
  circulation: '#ffffff',
  clerks: '#c3cad2',
  backOffice: '#bcc4cb',
};

/** Clothes of visitors: warm and muted, clear of the staff's navy and white. */
export const SHIRTS = [
  '#c9785c',
  '#d9a25f',
  '#8fa57a',
  '#b9899a',
  '#c7b299',
  '#7fa3a0',
  '#a87d62',
  '#d3c08a',
  '#9c86a8',
  '#cf9183',
  '#6f9b86',
  '#b5a8a0',
] as const;
export const TROUSERS = ['#5d5a57', '#6c6255', '#54606a', '#7a6a5c', '#4f5650', '#867a6c'] as const;
export const SKIN = ['#e8bd99', '#dfae87', '#edc7a6', '#d6a27b'] as const;
export const HAIR = ['#2b2624', '#3a302b', '#1f1d1d', '#4a3a31'] as const;
export const GREY_HAIR = ['#c9c7c4', '#b3b0ad', '#dddbd8'] as const;

/** The uniform: navy waistcoat over a white shirt. */
export const UNIFORM = {
  vest: '#1f3a68',
  sleeve: '#fbfcfd',
  trousers: '#27324a',
  hair: '#26211f',
} as const;

/** The ring under a visitor's feet tells what they are doing. */
export const ACTIVITY_COLOURS: Record<Activity, string> = {
  [Activity.Queueing]: '#8d99a6',
  [Activity.AtStation]: '#3f9c93',
  [Activity.Waiting]: '#e0a02c',
  [Activity.Called]: '#d8452f',
  [Activity.InService]: '#2f8f57',
  [Activity.AwaitingApproval]: '#8a5fc0',
  [Activity.AwaitingIssue]: '#b5559c',
  [Activity.Rating]: '#3c82cf',
  [Activity.Leaving]: '#b4bcc4',
  [Activity.Accompanying]: '#c9b79c',
};

/** Lamp and writing of a window's display by state. */
export const WINDOW_STATE_COLOURS: Record<WindowState, string> = {
  [WindowState.Closed]: '#7d8893',
  [WindowState.Idle]: '#58d08c',
  [WindowState.Calling]: '#ff6a4d',
  [WindowState.Serving]: '#ffc54a',
};
