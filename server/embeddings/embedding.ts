import { listenerKind } from '../analysis/listenerKind';
import type { ModelToLoad } from './inspect';

/** The vector of a sound by an added model. */
export const embedding = listenerKind<ModelToLoad, Float32Array>('embedding');
