import { Tensor } from 'onnxruntime-node';
import { openSession, requireInput, requireOutputs } from '@/ml/onnx/session';
import type { FeatureRows } from '@/ml/projection/featureRows';

/**
 * What a triplet network makes of embeddings: input `embedding` [n, dimensions], output `learned` [n, fewer].
 * Throws RangeError for a graph that takes other embeddings or gives no such output.
 */
export async function learnedFeatures(graph: string, embeddings: FeatureRows): Promise<FeatureRows> {
  const session = await openSession(graph);
  try {
    const { count, dimensions, values } = embeddings;
    requireInput(session, 'embedding', dimensions);
    requireOutputs(session, ['learned']);
    const { learned } = await session.run({
      embedding: new Tensor('float32', values, [count, dimensions]),
    });
    if (!(learned?.data instanceof Float32Array) || learned.dims.length !== 2 || learned.dims[0] !== count)
      throw new RangeError(`invalid graph: ${graph} (its output "learned" must hold a row for each track)`);
    return { count, dimensions: learned.dims[1], values: learned.data };
  } finally {
    await session.release();
  }
}
