import type { GraphLayer } from '@/ml/embedding/graphLayers';
import { analysisKind } from '../../analysis/analysisKind';
import type { ModelToLoad } from '../../embeddings/inspect';

/** The layers of an added network that can be taken as features, in the order of its graph. */
export const networkLayers = analysisKind<Pick<ModelToLoad, 'graph' | 'sha256'>, GraphLayer[]>(
  'network layers',
);
