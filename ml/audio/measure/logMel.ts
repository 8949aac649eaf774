import frontEnd from './frontEnd.json';
import { melFilterbank } from './melFilterbank';
import { PowerSpectrum } from './powerSpectrum';
import { reflectedIndex } from './reflectedIndex';
import { SampleQueue } from '../filter/sampleQueue';

const { fftSize, hopSamples, melBands, compressionGain } = frontEnd;

/** Samples mirrored at either end, so that frame t is centred on sample t * hop. */
const padding = fftSize / 2;

/** Periodic Hann window: the one that overlaps to a constant. */
const window = Float64Array.from(
  { length: fftSize },
  (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / fftSize),
);
const filterbank = melFilterbank(frontEnd);

/** Seconds from one frame to the next. */
export const frameHopSeconds = hopSamples / frontEnd.sampleRateHz;

/**
 * Streaming log-mel spectrogram, the front end of `frontEnd.json`: frame t is
 * log10(1 + 10000 * mel power) around sample 256 t, in 96 bands. Equal to
 * `librosa.feature.melspectrogram(sr=16000, n_fft=512, hop_length=256, n_mels=96, pad_mode="reflect")`
 * (McFee et al. 2015) and the compression MusiCNN was trained with (Pons and Serra 2019).
 *
 * n samples give 1 + floor(n / 256) frames, the same however the stream is cut; no samples give none. Fewer
 * than 257 samples are mirrored back and forth as numpy does.
 */
export class LogMel {
  private readonly spectrum = new PowerSpectrum(fftSize);
  private readonly windowed = new Float64Array(fftSize);
  private readonly power = new Float64Array(fftSize / 2 + 1);
  /** The sound with its padding. The next frame starts one hop in: what is mirrored at the end stays at hand. */
  private readonly queue = new SampleQueue(hopSamples);
  /** The first samples, until there are enough to mirror. */
  private readonly opening = new SampleQueue();
  private started = false;
  private received = 0;

  /** Whole frames that the samples so far decide, row-major [frames, 96]. */
  push(mono16k: Float32Array): Float32Array {
    this.received += mono16k.length;
    (this.started ? this.queue : this.opening).append(mono16k);
    if (!this.started && this.received > padding) this.start();
    return this.started ? this.frames() : new Float32Array(0);
  }

  /** The last frames, with the end mirrored. */
  flush(): Float32Array {
    if (this.received === 0) return new Float32Array(0);
    if (!this.started) this.start();
    const { samples, start, length } = this.queue;
    const origin = start + length - this.received;
    this.queue.append(
      Float32Array.from({ length: padding }, (_, i) => {
        return samples[origin + reflectedIndex(this.received + i, this.received)];
      }),
    );
    return this.frames();
  }

  private start(): void {
    const sound = this.opening.samples.subarray(this.opening.start, this.opening.start + this.opening.length);
    const mirrored = Float32Array.from(
      { length: padding },
      (_, i) => sound[reflectedIndex(i - padding, sound.length)],
    );
    this.queue.append(mirrored);
    this.queue.append(sound);
    this.started = true;
  }

  private frames(): Float32Array {
    const count = Math.max(0, Math.floor((this.queue.length - fftSize) / hopSamples));
    const frames = new Float32Array(count * melBands);
    for (let frame = 0; frame < count; frame++) {
      this.measurePower(this.queue.start + (frame + 1) * hopSamples);
      this.poolBands(frames, frame * melBands);
    }
    this.queue.drop(count * hopSamples);
    return frames;
  }

  /** The power spectrum of the windowed samples from `from` on. */
  private measurePower(from: number): void {
    const { windowed } = this;
    const { samples } = this.queue;
    for (let i = 0; i < fftSize; i++) windowed[i] = window[i] * samples[from + i];
    this.spectrum.measure(windowed, this.power);
  }

  /** One frame's bands, compressed, into frames[at .. at + 96). */
  private poolBands(frames: Float32Array, at: number): void {
    const { firstBin, offsets, weights } = filterbank;
    const { power } = this;
    for (let band = 0; band < melBands; band++) {
      const from = offsets[band];
      const to = offsets[band + 1];
      let sum = 0;
      for (let i = from, bin = firstBin[band]; i < to; i++, bin++) sum += weights[i] * power[bin];
      frames[at + band] = Math.LOG10E * Math.log(1 + compressionGain * sum);
    }
  }
}
