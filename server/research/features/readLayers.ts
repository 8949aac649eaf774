import { readFile } from 'node:fs/promises';
import { graphLayers } from '@/ml/embedding/graphLayers';
import { handlerOf } from '../../analysis/serveAnalysis';
import { requireIntact } from '../../embeddings/graphFile';
import { networkLayers } from './networkLayers';

export const networkLayersHandler = handlerOf(networkLayers, async (model) => {
  await requireIntact(model);
  return graphLayers(await readFile(model.graph));
});
