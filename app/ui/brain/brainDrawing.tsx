'use client';

import { memo, useEffect, useRef, type SyntheticEvent } from 'react';
import { regionAttribute, sceneFont, type BrainScene } from '@/ml/brain/scene/sceneNode';
import styles from './brainDrawing.module.css';
import { SceneNodes } from './sceneNodes';

interface BrainDrawingProps {
  scene: BrainScene;
  /** The region that is looked at, here or in a list beside. */
  hovered: string | null;
  onHover: (region: string | null) => void;
  onPick?: (region: string) => void;
}

/** A drawing as a picture with a name. Its regions answer to pointers; for keyboards there is the list beside it. */
export function BrainDrawing({ scene, hovered, onHover, onPick }: BrainDrawingProps) {
  const { width, height, title } = scene;
  const picture = useHighlight(scene, hovered);
  return (
    <svg
      ref={picture}
      className={`${styles.drawing} ${onPick ? styles.pressable : ''}`}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={title}
      fontFamily={sceneFont}
      onPointerOver={(event) => onHover(regionOf(event))}
      onPointerLeave={() => onHover(null)}
      onClick={(event) => {
        const region = regionOf(event);
        if (region !== null) onPick?.(region);
      }}
    >
      <Shapes scene={scene} />
    </svg>
  );
}

const Shapes = memo(function Shapes({ scene }: { scene: BrainScene }) {
  return (
    <>
      <rect width={scene.width} height={scene.height} fill={scene.background} />
      <SceneNodes nodes={scene.nodes} />
    </>
  );
});

/** Marks the shapes of a region without drawing the others anew: there may be thousands. */
function useHighlight(scene: BrainScene, hovered: string | null) {
  const picture = useRef<SVGSVGElement>(null);
  useEffect(() => {
    if (hovered === null || !picture.current) return;
    const shapes = [...picture.current.querySelectorAll(`[${regionAttribute}]`)].filter(
      (shape) => shape.getAttribute(regionAttribute) === hovered,
    );
    for (const shape of shapes) shape.setAttribute('data-hovered', '');
    return () => {
      for (const shape of shapes) shape.removeAttribute('data-hovered');
    };
  }, [scene, hovered]);
  return picture;
}

function regionOf({ target }: SyntheticEvent): string | null {
  if (!(target instanceof Element)) return null;
  return target.closest(`[${regionAttribute}]`)?.getAttribute(regionAttribute) ?? null;
}
