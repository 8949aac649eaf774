'use client';

import { useMemo, useRef, useState, type MouseEvent } from 'react';
import { colourBarScene } from '@/ml/brain/scene/brainScene';
import { describeValue } from '@/ml/brain/scene/regionNode';
import { Button } from '../button';
import { useColourScheme } from '../useColourScheme';
import type { BrainMapProps } from './brainMap';
import { ColourBar } from './colourBar';
import { saveSurface } from './saveSurface';
import type { ShownMesh } from './surfaceData';
import styles from './surfaceView.module.css';
import type { ViewFrom } from './turningSurface';
import { useSurface } from './useSurface';

export type SurfaceViewProps = Omit<BrainMapProps, 'views' | 'list'>;

const viewsFrom: Record<string, ViewFrom> = {
  Left: { azimuth: 90, elevation: 0 },
  Right: { azimuth: 270, elevation: 0 },
  Front: { azimuth: 180, elevation: 0 },
  Back: { azimuth: 0, elevation: 0 },
  Above: { azimuth: 0, elevation: 90 },
  Below: { azimuth: 0, elevation: -90 },
};
/** A press that moved further than this turned the surface, CSS pixels. */
const steadyPixels = 4;

/** The canvas with its bar of colours, sides to look from, the pressed region, and saving. */
export function SurfaceStage({
  meshes,
  ...props
}: SurfaceViewProps & { meshes: readonly ShownMesh[] | undefined }) {
  const { values, scale, measure, significance = null, picked = null, onPick, fileName } = props;
  const scheme = useColourScheme();
  const canvas = useRef<HTMLCanvasElement>(null);
  const { surface, hindrance, regions } = useSurface(canvas, { meshes, values, scale, scheme });
  const press = usePress((place) => {
    const hit = surface?.vertexAt(place);
    const region = hit ? regions[hit.mesh][hit.vertex] : -1;
    if (region >= 0) onPick?.(values[region].target.name);
  });
  const painted = usePainted(regions);
  const shown = values.find(({ target }) => target.name === picked);
  if (hindrance !== null) return <p role="status">{hindrance}</p>;
  const bar = { scale, scheme, measure, significance: null };
  return (
    <figure className={styles.stage}>
      <div className={styles.paper}>
        <div className={styles.canvas}>
          <canvas ref={canvas} role="img" aria-label={`Turning surface of ${measure}`} {...press} />
          {(!surface || !meshes) && <p className={styles.waiting}>Loading the surface…</p>}
        </div>
        <ColourBar scale={scale} measure={measure} />
      </div>
      <figcaption className={styles.foot}>
        <span className={styles.sides} role="group" aria-label="Look from">
          {Object.entries(viewsFrom).map(([name, from]) => (
            <Button
              key={name}
              size="small"
              kind="quiet"
              isDisabled={!surface}
              onPress={() => surface?.lookFrom(from)}
            >
              {name}
            </Button>
          ))}
        </span>
        <span>{shown ? describeValue(shown, { significance }) : ''}</span>
        <Button
          size="small"
          kind="quiet"
          isDisabled={!surface}
          onPress={() =>
            surface &&
            void saveSurface(surface, colourBarScene({ ...bar, width: 340, idPrefix: 'saved' }), fileName)
          }
        >
          Save PNG
        </Button>
      </figcaption>
      {meshes && painted < values.length && (
        <p className={styles.note}>
          {painted} of {values.length} regions lie on this surface; the others are deep, or known by no name
          or centre here.
        </p>
      )}
    </figure>
  );
}

const usePainted = (regions: readonly Int32Array[]): number =>
  useMemo(() => {
    const seen = new Set(regions.flatMap((each) => [...new Set(each)]));
    seen.delete(-1);
    return seen.size;
  }, [regions]);

/** Tells of presses that did not turn the surface. */
function usePress(onPress: (place: readonly [number, number]) => void) {
  const [start, setStart] = useState<readonly [number, number] | null>(null);
  return {
    onPointerDown: ({ clientX, clientY }: MouseEvent) => setStart([clientX, clientY]),
    onClick: ({ clientX, clientY, currentTarget }: MouseEvent) => {
      if (!start || Math.hypot(clientX - start[0], clientY - start[1]) > steadyPixels) return;
      const box = currentTarget.getBoundingClientRect();
      onPress([clientX - box.left, clientY - box.top]);
    },
  };
}
