import { type InferenceSession, Tensor } from 'onnxruntime-node';
import { openSession } from '../onnx/session';
import { frontEnds, type FrontEndName } from './frontEnds/frontEnds';
import type { FrontEnd } from './frontEnds/soundWindow';
import { inputLayout, trialWindows } from './modelInput';
import { TrackEmbedder } from './trackEmbedder';
import { isOpen, laidOut, type WindowLayout } from './windowLayout';

/** The vectors that tracks are compared by hold at most so many numbers (pgvector's limit). */
const mostNumbers = 16_000;
/** Windows that go through the network at once, where it takes several. */
const mostWindows = 8;

/** A loaded embedding network. Any number of tracks may be embedded, one embedder each. */
export interface EmbeddingModel {
  /** Of the mono samples that an embedder takes. */
  readonly sampleRateHz: number;
  /** The output that is the embedding. */
  readonly output: string;
  /** How many numbers an embedding has. */
  readonly size: number;
  embedder(): TrackEmbedder;
  /** The vector of each of the front end's windows. */
  embed(windows: Float32Array[]): Promise<Float32Array[]>;
  /** Frees the model's memory; its embedders are of no use afterwards. */
  release(): Promise<void>;
}

/**
 * Loads an embedding network and tries it on a window, so that it is known to answer as its front end's family does.
 *
 * @param model.graph path of the ONNX file. @param model.output the output to take; the front end's usual one, or the
 * only one, if not said.
 * @throws RangeError that says what of the graph does not fit, or the runtime's own error for what is no graph.
 */
export async function loadEmbeddingModel(model: {
  graph: string;
  frontEnd: FrontEndName;
  output?: string;
}): Promise<EmbeddingModel> {
  const frontEnd = frontEnds[model.frontEnd];
  const session = await openSession(model.graph);
  const layout = inputLayout(session, model.frontEnd);
  const output = chosenOutput(session, frontEnd, model.output);
  const network = new Network(session, { frontEnd, layout, output });
  const { size, windowsAtOnce } = await network.tryOut();
  const embed = (windows: Float32Array[]) => network.embed(windows);
  return {
    sampleRateHz: frontEnd.sampleRateHz,
    output,
    size,
    embedder: () => new TrackEmbedder(frontEnd, embed, windowsAtOnce),
    embed,
    release: () => session.release(),
  };
}

function chosenOutput(session: InferenceSession, frontEnd: FrontEnd, asked: string | undefined): string {
  const names = session.outputNames;
  if (asked !== undefined && !names.includes(asked))
    throw new RangeError(`invalid output: ${asked} (the graph has ${names.join(', ')})`);
  const usual = names.find((name) => name === frontEnd.usualOutput);
  const output = asked ?? usual ?? (names.length === 1 ? names[0] : undefined);
  if (output === undefined) throw new RangeError(`invalid output: none (name one of ${names.join(', ')})`);
  return output;
}

/** The graph as a function from windows to vectors. */
class Network {
  constructor(
    private readonly session: InferenceSession,
    private readonly use: { frontEnd: FrontEnd; layout: WindowLayout; output: string },
  ) {}

  /** The vectors of some windows. @throws RangeError for an answer that is not one vector of numbers a window. */
  async embed(windows: Float32Array[]): Promise<Float32Array[]> {
    const { frontEnd, layout, output } = this.use;
    const input = new Tensor('float32', laidOut(windows, layout, frontEnd), [
      windows.length,
      ...layout.dimensions,
    ]);
    const answer = (await this.session.run({ [this.session.inputNames[0]]: input }, [output]))[output];
    const data = answer?.type === 'float32' ? (answer.data as Float32Array) : undefined;
    if (data === undefined || data.length === 0 || answer.dims[0] !== windows.length)
      throw new RangeError(
        `invalid output: ${output} ${answer?.type}[${answer?.dims.join(', ')}] (one float32 vector a window)`,
      );
    if (!data.every(Number.isFinite))
      throw new RangeError(`invalid output: ${output} (it holds values that are no finite numbers)`);
    const size = data.length / windows.length;
    return windows.map((_, i) => data.slice(i * size, (i + 1) * size));
  }

  /** How many numbers a vector has, and how many windows may go through at once. */
  async tryOut(): Promise<{ size: number; windowsAtOnce: number }> {
    const { frontEnd, output } = this.use;
    const [ramp, still] = trialWindows(frontEnd);
    const [alone] = await this.embed([ramp]);
    const size = alone.length;
    const { embeddingSizes } = frontEnd;
    if (size > mostNumbers || (embeddingSizes && !embeddingSizes.includes(size)))
      throw new RangeError(
        `invalid output: ${output} of ${size} numbers (${embeddingSizes?.join(' or ') ?? `at most ${mostNumbers}`})`,
      );
    const [input] = this.session.inputMetadata;
    if (!input.isTensor || !isOpen(input.shape[0])) return { size, windowsAtOnce: 1 };
    const together = await this.embed([still, ramp]).catch(() => undefined);
    return { size, windowsAtOnce: together && isNear(together[1], alone) ? mostWindows : 1 };
  }
}

/** True where two answers to the same window differ by no more than rounding. */
function isNear(one: Float32Array, other: Float32Array): boolean {
  if (one.length !== other.length) return false;
  const largest = one.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return one.every((value, i) => Math.abs(value - other[i]) <= 1e-3 * largest);
}
