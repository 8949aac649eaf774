'use client';

import type { BrainView } from '@/ml/brain/scene/brainFigure';
import { BrainMap, type BrainMapProps } from './brainMap';

const views: readonly BrainView[] = ['hemispheres'];

/** The outer and inner sides of both hemispheres. */
export function FourViews(props: Omit<BrainMapProps, 'views'>) {
  return <BrainMap {...props} views={views} />;
}
