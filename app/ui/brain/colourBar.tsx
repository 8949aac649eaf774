'use client';

import { useId, useMemo } from 'react';
import type { ColourScale } from '@/ml/brain/colour/colourScale';
import { colourBarScene } from '@/ml/brain/scene/brainScene';
import { sceneFont } from '@/ml/brain/scene/sceneNode';
import { useColourScheme } from '../useColourScheme';
import { SceneNodes } from './sceneNodes';

export interface ColourBarProps {
  scale: ColourScale;
  measure: string;
  significance?: string | null;
}

const width = 340;

/** The bar of a scale by itself, for views that have none of their own. */
export function ColourBar({ scale, measure, significance = null }: ColourBarProps) {
  const scheme = useColourScheme();
  const idPrefix = `bar-${useId().replace(/[^A-Za-z0-9-]/g, '')}`;
  const scene = useMemo(
    () => colourBarScene({ scale, scheme, measure, significance, width, idPrefix }),
    [scale, scheme, measure, significance, idPrefix],
  );
  return (
    <svg
      viewBox={`0 0 ${scene.width} ${scene.height}`}
      width={scene.width}
      height={scene.height}
      role="img"
      aria-label={scene.title}
      fontFamily={sceneFont}
    >
      <SceneNodes nodes={scene.nodes} />
    </svg>
  );
}
