import { type InferenceSession } from 'onnxruntime-node';
import { openSession } from '../onnx/session';
import { productGraph, type ProductGraph } from './productGraph';

/** Those opened in this thread: at most eight for each number of threads, of a few kilobytes each. */
const sessions = new Map<string, Promise<InferenceSession>>();

/** The session that computes a form of product with so many threads, opened once in each thread of the program. */
export function productSession(graph: ProductGraph, threads: number): Promise<InferenceSession> {
  const key = `${graph.precision} ${graph.transposeLeft} ${graph.transposeRight} ${threads}`;
  const session = sessions.get(key) ?? openSession(productGraph(graph), threads);
  sessions.set(key, session);
  return session;
}
