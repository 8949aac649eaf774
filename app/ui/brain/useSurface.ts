'use client';

import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { BrainValue } from '@/ml/brain/brainValue';
import { brainTheme, type BrainScheme } from '@/ml/brain/colour/brainTheme';
import type { ColourScale } from '@/ml/brain/colour/colourScale';
import { surfaceRegions } from '@/ml/brain/surface/surfaceRegions';
import { vertexColours } from '@/ml/brain/surface/vertexColours';
import type { ShownMesh } from './surfaceData';
import { hasGraphics, TurningSurface } from './turningSurface';

interface SurfaceOptions {
  meshes: readonly ShownMesh[] | undefined;
  values: readonly BrainValue[];
  scale: ColourScale;
  scheme: BrainScheme;
}

export interface OpenSurface {
  surface: TurningSurface | null;
  /** What to say in place of a drawing; null while there is one, or may be. */
  hindrance: string | null;
  /** By mesh: the place in `values` of each vertex, -1 for none. */
  regions: readonly Int32Array[];
}

const noGraphics =
  'This browser has no WebGL 2, or it is switched off, so the turning surface cannot be drawn. The four views and the glass brain show the same values.';
const lostGraphics =
  'The browser took its graphics away, as it does when memory runs short. Load the page again to turn the surface.';

/** Keeps a turning surface on a canvas, with its meshes, their colours and the paper under them up to date. */
export function useSurface(
  canvas: RefObject<HTMLCanvasElement | null>,
  options: SurfaceOptions,
): OpenSurface {
  const { meshes, values, scale, scheme } = options;
  const { surface, hindrance } = useOpened(canvas, scheme);
  const regions = useMemo(() => (meshes ?? []).map((mesh) => surfaceRegions(mesh, values)), [meshes, values]);
  const colours = useMemo(
    () =>
      (meshes ?? []).map(({ folds }, index) =>
        vertexColours({ regions: regions[index], folds, values, scale, scheme }),
      ),
    [meshes, regions, values, scale, scheme],
  );
  const shown = useRef<unknown>(null);
  useEffect(() => {
    if (!surface || !meshes) return;
    if (shown.current === meshes) surface.paint(colours);
    else surface.show(meshes, colours);
    shown.current = meshes;
  }, [surface, meshes, colours]);
  useEffect(() => surface?.setBackground(brainTheme(scheme).surface), [surface, scheme]);
  return { surface, hindrance, regions };
}

/** Opens a surface once, and closes it when its canvas goes. */
function useOpened(canvas: RefObject<HTMLCanvasElement | null>, scheme: BrainScheme) {
  const [surface, setSurface] = useState<TurningSurface | null>(null);
  const [hindrance, setHindrance] = useState<string | null>(null);
  const firstScheme = useRef(scheme);
  useEffect(() => {
    const place = canvas.current;
    if (!place) return;
    const closing = new AbortController();
    const { signal } = closing;
    place.addEventListener('webglcontextlost', () => signal.aborted || setHindrance(lostGraphics), {
      signal,
    });
    openOn(place, brainTheme(firstScheme.current).surface).then(
      (opened) => {
        signal.addEventListener('abort', () => opened.close());
        if (signal.aborted) opened.close();
        else setSurface(opened);
      },
      (error: unknown) =>
        signal.aborted || setHindrance(error instanceof Error ? error.message : String(error)),
    );
    return () => closing.abort();
  }, [canvas]);
  return { surface, hindrance };
}

async function openOn(canvas: HTMLCanvasElement, background: string): Promise<TurningSurface> {
  if (!hasGraphics()) throw new Error(noGraphics);
  return TurningSurface.open(canvas, background);
}
