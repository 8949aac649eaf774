import { listenerKind } from '../../analysis/listenerKind';
import type { FeatureTarget } from './feature';

/** Features of a sound, written to files as they come; the answer is that they are there. */
export const features = listenerKind<FeatureTarget[], null>('features');
