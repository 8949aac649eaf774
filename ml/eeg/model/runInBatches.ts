import { type InferenceSession, Tensor } from 'onnxruntime-node';

/** Windows that go through a graph at once: more are no faster, and take memory. */
const mostWindows = 256;

/** Numbers of each output of a graph, by name, all windows laid end to end. */
export type Answers = Record<string, Float32Array>;

/**
 * Runs a graph whose first dimension is free over any number of windows.
 *
 * @param input.values [windows, ...input.shape]
 * @param input.shape of one window
 * @param shared inputs that are the same for all windows
 */
export async function runInBatches(
  session: InferenceSession,
  input: { name: string; values: Float32Array; shape: readonly number[] },
  shared: Record<string, Tensor> = {},
): Promise<Answers> {
  const size = input.shape.reduce((product, length) => product * length, 1);
  const windows = input.values.length / size;
  const answers: Answers = Object.fromEntries(session.outputNames.map((name) => [name, new Float32Array(0)]));
  for (let first = 0; first < windows; first += mostWindows) {
    const count = Math.min(mostWindows, windows - first);
    const values = input.values.subarray(first * size, (first + count) * size);
    const tensor = new Tensor('float32', values, [count, ...input.shape]);
    const output = await session.run({ [input.name]: tensor, ...shared });
    for (const name of session.outputNames) {
      const found = output[name].data as Float32Array;
      if (first === 0) answers[name] = new Float32Array((found.length / count) * windows);
      answers[name].set(found, (found.length / count) * first);
    }
  }
  return answers;
}
