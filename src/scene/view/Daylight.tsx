import { useFrame } from '@react-three/fiber';
import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import { Color, SRGBColorSpace } from 'three';
import { PALETTE } from '../palette';
import type { SceneClock } from '../types';
import { daylightAt, type Tint } from './daylight';

/** What has a colour that the day's light falls on. */
interface Lit {
  readonly color: Color;
}

const Lights = createContext<Set<Lit> | null>(null);
/** The light is set anew after so much of the day, µs. */
const EVERY_US = 60e6;

/** Lets the light of the hour fall on everything inside that asks for it. */
export function Daylight({ clock, children }: { clock: SceneClock; children: ReactNode }) {
  const lit = useMemo(() => new Set<Lit>(), []);
  const tint = useMemo<Tint>(() => ({ r: 1, g: 1, b: 1 }), []);
  const ground = useMemo(
    () => new Color(PALETTE.background).getRGB({ r: 0, g: 0, b: 0 }, SRGBColorSpace),
    [],
  );
  const state = useMemo(() => ({ timeUs: Number.NaN, count: -1 }), []);
  useFrame(({ scene }) => {
    const timeUs = Math.floor(clock.timeUs() / EVERY_US) * EVERY_US;
    if (timeUs === state.timeUs && lit.size === state.count) return;
    state.timeUs = timeUs;
    state.count = lit.size;
    daylightAt(timeUs, tint);
    for (const one of lit) one.color.setRGB(tint.r, tint.g, tint.b);
    if (scene.background instanceof Color)
      scene.background.setRGB(
        ground.r * tint.r,
        ground.g * tint.g,
        ground.b * tint.b,
        SRGBColorSpace,
      );
  });
  return <Lights value={lit}>{children}</Lights>;
}

/** Has the light of the hour fall on a material whose own colour is white. */
export function useDaylit(material: Lit): void {
  const lit = useContext(Lights);
  useEffect(() => {
    if (!lit) return;
    lit.add(material);
    return () => {
      lit.delete(material);
      material.color.setRGB(1, 1, 1);
    };
  }, [lit, material]);
}
