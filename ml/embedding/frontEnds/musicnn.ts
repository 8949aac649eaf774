import frontEnd from '../../audio/measure/frontEnd.json';
import { LogMel } from '../../audio/measure/logMel';
import { FrameWindows } from './frameWindows';
import type { FrontEnd, SoundWindow, WindowStream } from './soundWindow';

const { melBands: bands, sampleRateHz, hopSamples } = frontEnd;
const frames = 187;
/** Half a window, as the published embeddings have it. */
const hopFrames = 93;

/**
 * MusiCNN (Pons and Serra 2019; package `musicnn`): the log-mel spectrogram of ml/audio/measure/frontEnd.json in patches of
 * 187 frames, 2.992 s, one every 93 frames. Frames at the end that fill no patch are left out, as there.
 */
export const musicnn: FrontEnd = {
  sampleRateHz,
  frames,
  bands,
  hopSeconds: (hopFrames * hopSamples) / sampleRateHz,
  // Frames are centred on their samples.
  firstMiddleSeconds: ((frames - 1) * hopSamples) / 2 / sampleRateHz,
  usualOutput: 'dense_biasadd',
  stream: () => new MusicnnStream(),
};

class MusicnnStream implements WindowStream {
  private readonly logMel = new LogMel();
  private readonly windows = new FrameWindows({ frames, hopFrames, bands, silence: 0 });

  push(mono: Float32Array): SoundWindow[] {
    return this.gather(this.logMel.push(mono));
  }

  flush(): SoundWindow[] {
    return [...this.gather(this.logMel.flush()), ...this.windows.flush()];
  }

  private gather(melFrames: Float32Array): SoundWindow[] {
    const windows: SoundWindow[] = [];
    for (let start = 0; start < melFrames.length; start += bands) {
      const frame = melFrames.slice(start, start + bands);
      windows.push(...this.windows.push(frame, melPower(frame)));
    }
    return windows;
  }
}

/** Mel power of a frame summed over its bands, times the compression's gain. */
function melPower(frame: Float32Array): number {
  return frame.reduce((sum, value) => sum + 10 ** value - 1, 0);
}
