'use client';

import type { BrainView } from '@/ml/brain/scene/brainFigure';
import { BrainMap, type BrainMapProps } from './brainMap';

const views: readonly BrainView[] = ['glass'];

/** The brain as of glass, from three directions. */
export function GlassBrain(props: Omit<BrainMapProps, 'views'>) {
  return <BrainMap {...props} views={views} />;
}
