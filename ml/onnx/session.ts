import { InferenceSession } from 'onnxruntime-node';

/** The runtime's official builds tell their maker of every graph they open, with its name and hashes, unless this is set. */
process.env.ORT_DISABLE_TELEMETRY = '1';

/** Threads that wait give their core to others instead of spinning. */
const optionsFor = (threads: number): InferenceSession.SessionOptions => ({
  executionProviders: ['cpu'],
  intraOpNumThreads: threads,
  interOpNumThreads: 1,
  executionMode: 'sequential',
  extra: { session: { intra_op: { allow_spinning: '0' } } },
});

/**
 * Opens an ONNX graph, given as bytes or as the path of its file; to be released in the end.
 *
 * @param threads - that share an operation: one, as the analysis runs as many processes as there are cores to use
 * @throws the runtime's own error for what is no graph.
 */
export function openSession(graph: Uint8Array | string, threads = 1): Promise<InferenceSession> {
  const options = optionsFor(threads);
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
