import { melFilterbank } from '../../audio/measure/melFilterbank';
import { PowerSpectrum } from '../../audio/measure/powerSpectrum';
import { SampleQueue } from '../../audio/filter/sampleQueue';
import { htkMel } from './htkMel';
import type { FrontEnd, SoundWindow, WindowStream } from './soundWindow';

const sampleRateHz = 48_000;
const windowSamples = sampleRateHz;
/** Windows begin half a second before the sound, so that the first is centred on its first sample. */
const leadSamples = windowSamples / 2;
const windowHopSamples = sampleRateHz / 2;
const fftSize = 2048;
const hopSamples = 242;
const frames = Math.ceil(windowSamples / hopSamples);
/** Zeros before the first sample of a window: "same" padding, of which the smaller half comes first. */
const padding = Math.floor(((frames - 1) * hopSamples + fftSize - windowSamples) / 2);
const leastAmplitude = 1e-10;
const rangeDecibels = 80;

/**
 * OpenL3 (Cramer et al. 2019) with `bands` mel bands, as its published weights were trained: package openl3 0.3 with
 * kapre 0.1.4 (`Melspectrogram(n_dft=2048, n_hop=242, sr=48000, power_melgram=1.0, htk=True, padding="same")`). Each
 * second is taken by itself: power spectra under a periodic Hann window, zeros beyond its ends; bands evenly spaced in
 * HTK's mel scale, of equal area; the root of mel power in 10 log10, relative to the largest of the second, 80 dB at
 * most. (openl3 0.4 with its new kapre spaces bands after Slaney and begins frames where these are centred.)
 *
 * Windows are centred on every half second of the sound (the package's default is every tenth, at five times the
 * cost), as many as reach its end, silence before and after. Networks answer with 512 or 6144 numbers.
 */
export function openl3(bands: 128 | 256): FrontEnd {
  return {
    sampleRateHz,
    frames,
    bands,
    hopSeconds: windowHopSamples / sampleRateHz,
    firstMiddleSeconds: (windowSamples / 2 - leadSamples) / sampleRateHz,
    embeddingSizes: [512, 6144],
    stream: () => new Openl3Stream(bands),
  };
}

const hann = Float64Array.from(
  { length: fftSize },
  (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / fftSize),
);

class Openl3Stream implements WindowStream {
  private readonly queue = new SampleQueue(leadSamples);
  private readonly melogram: MelSecond;
  private received = 0;
  private given = 0;

  constructor(bands: number) {
    this.melogram = new MelSecond(bands);
  }

  push(mono: Float32Array): SoundWindow[] {
    this.received += mono.length;
    this.queue.append(mono);
    const windows: SoundWindow[] = [];
    while (this.queue.length >= windowSamples) windows.push(this.nextWindow());
    return windows;
  }

  flush(): SoundWindow[] {
    if (this.received === 0) return [];
    const isSoundLeft = this.given === 0 || this.queue.length > windowSamples - windowHopSamples;
    if (!isSoundLeft) return [];
    this.queue.append(new Float32Array(windowSamples - this.queue.length));
    return [this.nextWindow()];
  }

  private nextWindow(): SoundWindow {
    const { queue } = this;
    const second = queue.samples.subarray(queue.start, queue.start + windowSamples);
    const power = second.reduce((sum, sample) => sum + sample * sample, 0) / windowSamples;
    const values = this.melogram.measure(second);
    queue.drop(windowHopSamples);
    this.given += 1;
    return { values, power };
  }
}

/** The mel spectrogram of one second, in decibels under its largest value. */
class MelSecond {
  private readonly filterbank;
  private readonly spectrum = new PowerSpectrum(fftSize);
  private readonly padded = new Float64Array((frames - 1) * hopSamples + fftSize);
  private readonly windowed = new Float64Array(fftSize);
  private readonly power = new Float64Array(fftSize / 2 + 1);

  constructor(melBands: number) {
    const edges = { lowestHz: 0, highestHz: sampleRateHz / 2 };
    this.filterbank = melFilterbank({ sampleRateHz, fftSize, melBands, ...edges }, htkMel);
  }

  /** Row-major [frames, bands], in [-80, 0]. */
  measure(second: Float32Array): Float32Array {
    this.padded.set(second, padding);
    const { bands } = this.filterbank;
    const values = new Float32Array(frames * bands);
    for (let frame = 0; frame < frames; frame++) this.poolFrame(frame, values.subarray(frame * bands));
    const largest = values.reduce((most, value) => Math.max(most, value), -Infinity);
    return values.map((value) => Math.max(value - largest, -rangeDecibels));
  }

  private poolFrame(frame: number, into: Float32Array): void {
    const { windowed, padded, power } = this;
    const from = frame * hopSamples;
    for (let i = 0; i < fftSize; i++) windowed[i] = hann[i] * padded[from + i];
    this.spectrum.measure(windowed, power);
    const { bands, firstBin, offsets, weights } = this.filterbank;
    for (let band = 0; band < bands; band++) {
      let sum = 0;
      for (let i = offsets[band], bin = firstBin[band]; i < offsets[band + 1]; i++, bin++) {
        sum += weights[i] * power[bin];
      }
      into[band] = 10 * Math.log10(Math.max(Math.sqrt(sum), leastAmplitude));
    }
  }
}
