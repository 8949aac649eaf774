import { PowerSpectrum } from '../../audio/measure/powerSpectrum';
import { SampleQueue } from '../../audio/filter/sampleQueue';
import { FrameWindows } from './frameWindows';
import { htkMel } from './htkMel';
import type { FrontEnd, SoundWindow, WindowStream } from './soundWindow';

const sampleRateHz = 16_000;
const windowSamples = 400;
const hopSamples = 160;
const fftSize = 512;
const bins = fftSize / 2 + 1;
const [lowestHz, highestHz] = [125, 7500];
/** Added to mel magnitudes before the logarithm. */
const logOffset = 0.01;
const frames = 96;
const bands = 64;

/**
 * VGGish (Hershey et al. 2017; `mel_features.py` and `vggish_input.py` of the published code): magnitudes of a
 * 512-point FFT of 25 ms under a periodic Hann window every 10 ms, without padding; 64 bands, triangular in HTK's mel
 * scale, from 125 to 7500 Hz; log(mel + 0.01); examples of 96 frames, 0.96 s, without overlap. What fills no example
 * is left out, as there. Networks answer with 128 numbers, before the published principal components.
 */
export const vggish: FrontEnd = {
  sampleRateHz,
  frames,
  bands,
  hopSeconds: (frames * hopSamples) / sampleRateHz,
  firstMiddleSeconds: ((frames - 1) * hopSamples + windowSamples) / 2 / sampleRateHz,
  embeddingSizes: [128],
  stream: () => new VggishStream(),
};

const window = Float64Array.from(
  { length: windowSamples },
  (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / windowSamples),
);
const bandWeights = melWeights();

class VggishStream implements WindowStream {
  private readonly queue = new SampleQueue();
  private readonly spectrum = new PowerSpectrum(fftSize);
  private readonly windowed = new Float64Array(fftSize);
  private readonly power = new Float64Array(bins);
  private readonly windows = new FrameWindows({
    frames,
    hopFrames: frames,
    bands,
    silence: Math.log(logOffset),
  });
  private framesGiven = 0;

  push(mono: Float32Array): SoundWindow[] {
    this.queue.append(mono);
    const windows: SoundWindow[] = [];
    while (this.queue.length >= windowSamples) windows.push(...this.nextFrame());
    return windows;
  }

  flush(): SoundWindow[] {
    const isShorterThanAFrame = this.framesGiven === 0 && this.queue.length > 0;
    const last = isShorterThanAFrame ? this.push(new Float32Array(windowSamples - this.queue.length)) : [];
    return [...last, ...this.windows.flush()];
  }

  private nextFrame(): SoundWindow[] {
    const { windowed, power, queue } = this;
    for (let i = 0; i < windowSamples; i++) windowed[i] = window[i] * queue.samples[queue.start + i];
    queue.drop(hopSamples);
    this.framesGiven += 1;
    this.spectrum.measure(windowed, power);
    const total = power.reduce((sum, value) => sum + value, 0);
    return this.windows.push(logMel(power), total);
  }
}

/** One frame's bands from its power spectrum. */
function logMel(power: Float64Array): Float32Array {
  return Float32Array.from(bandWeights, ({ firstBin, weights }) => {
    const magnitude = weights.reduce((sum, weight, i) => sum + weight * Math.sqrt(power[firstBin + i]), 0);
    return Math.log(magnitude + logOffset);
  });
}

/** For each band, weights that rise and fall linearly in mel (librosa's do in hertz), the bin at 0 Hz left out. */
function melWeights(): { firstBin: number; weights: Float64Array }[] {
  const lowestMel = htkMel.toMel(lowestHz);
  const stepMel = (htkMel.toMel(highestHz) - lowestMel) / (bands + 1);
  const place = (bin: number) => (htkMel.toMel((bin * sampleRateHz) / fftSize) - lowestMel) / stepMel;
  return Array.from({ length: bands }, (_, band) => {
    const height = (bin: number) => Math.max(0, 1 - Math.abs(place(bin) - band - 1));
    const touched = Array.from({ length: bins - 1 }, (_, i) => i + 1).filter((bin) => height(bin) > 0);
    return { firstBin: touched[0] ?? 1, weights: Float64Array.from(touched, height) };
  });
}
