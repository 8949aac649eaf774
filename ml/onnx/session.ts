import { InferenceSession } from 'onnxruntime-node';

/** One thread: the analysis runs as many processes as there are cores to use. */
const options: InferenceSession.SessionOptions = {
  executionProviders: ['cpu'],
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
};

/**
 * Opens an ONNX graph, given as bytes or as the path of its file; to be released in the end.
 *
 * @throws the runtime's own error for what is no graph.
 */
export function openSession(graph: Uint8Array | string): Promise<InferenceSession> {
  return typeof graph === 'string'
    ? InferenceSession.create(graph, options)
    : InferenceSession.create(graph, options);
}

/** @throws RangeError unless a graph has one input, of this name, whose last dimension is `width`. */
export function requireInput(session: InferenceSession, name: string, width: number): void {
  const [input] = session.inputMetadata;
  const found = input?.isTensor ? input.shape.at(-1) : undefined;
  if (session.inputNames.join() !== name || found !== width) {
    throw new RangeError(
      `invalid model input: ${session.inputNames.join()} of width ${found} (${name} of width ${width})`,
    );
  }
}

/** @throws RangeError unless a graph has an output of each of these names. */
export function requireOutputs(session: InferenceSession, names: readonly string[]): void {
  if (!names.every((name) => session.outputNames.includes(name))) {
    throw new RangeError(`invalid model output: ${session.outputNames.join()} (${names.join()})`);
  }
}
