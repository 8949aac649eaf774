/** The library's compiled code, for one sound: its functions by their C names. Numbers of samples are a channel's. */
export interface StretchEngine {
  readonly HEAP8: Int8Array;
  _presetDefault(channels: number, sampleRateHz: number): void;
  /** Makes room for samples of all channels to go in, then for as many to come out; returns where it is. */
  _setBuffers(channels: number, samples: number): number;
  /** What must have gone in beyond the moment that comes out, and how late that comes out. */
  _inputLatency(): number;
  _outputLatency(): number;
  /** Takes samples in without any coming out. */
  _seek(samplesIn: number, playbackRate: number): void;
  _process(samplesIn: number, samplesOut: number): void;
}

/** The library's processor, as far as it is used here. */
interface Processor {
  wasmModule: StretchEngine;
}

type ProcessorClass = new (options: { port: ReadyPort }) => Processor;

/** What the library looks for in the global scope of an AudioWorklet, lent to it while it is loaded. */
interface WorkletScope {
  AudioWorkletProcessor?: unknown;
  registerProcessor?: (name: string, processor: ProcessorClass) => void;
  sampleRate?: number;
}

let loaded: Promise<ProcessorClass> | undefined;

/** Code and memory for one sound. */
export async function stretchEngine(): Promise<StretchEngine> {
  loaded ??= loadProcessor();
  const Processor = await loaded;
  return new Promise((resolve) => {
    const port = new ReadyPort(() => resolve(processor.wasmModule));
    const processor = new Processor({ port });
  });
}

/** The side of a message port on which the processor says that it is ready. */
class ReadyPort {
  onmessage: unknown = null;

  constructor(private readonly onReady: () => void) {}

  postMessage([what]: [unknown]): void {
    if (what === 'ready') this.onReady();
  }
}

async function loadProcessor(): Promise<ProcessorClass> {
  const scope = globalThis as WorkletScope;
  let found: ProcessorClass | undefined;
  scope.AudioWorkletProcessor = class {
    readonly port: ReadyPort;
    constructor(options: { port: ReadyPort }) {
      this.port = options.port;
    }
  };
  scope.registerProcessor = (_, processor) => (found = processor);
  // Asked for whenever a processor is made; ours are told their rate afterwards.
  scope.sampleRate = 48_000;
  try {
    await import('signalsmith-stretch');
  } finally {
    delete scope.AudioWorkletProcessor;
    delete scope.registerProcessor;
  }
  if (!found) throw new Error('the library signalsmith-stretch has no processor');
  return found;
}
