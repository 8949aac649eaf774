import { Tensor } from 'onnxruntime-node';
import { openSession, requireInput, requireOutputs } from '@/ml/onnx/session';
import { type Matrix, matrixOf } from '@/ml/matrix/matrix';

/**
 * What a triplet network makes of embeddings: input `embedding` [n, dimensions], output `learned` [n, fewer].
 * Throws RangeError for a graph that takes other embeddings or gives no such output.
 */
export async function learnedFeatures(graph: string, embeddings: Matrix): Promise<Matrix> {
  const session = await openSession(graph);
  try {
    const { rows, columns, values } = embeddings;
    requireInput(session, 'embedding', columns);
    requireOutputs(session, ['learned']);
    const { learned } = await session.run({
      embedding: new Tensor('float32', values, [rows, columns]),
    });
    if (!(learned?.data instanceof Float32Array) || learned.dims.length !== 2 || learned.dims[0] !== rows)
      throw new RangeError(`invalid graph: ${graph} (its output "learned" must hold a row for each track)`);
    return matrixOf(learned.data, learned.dims[1]);
  } finally {
    await session.release();
  }
}
