import { PowerSpectrum } from '../audio/measure/powerSpectrum';
import { SampleQueue } from '../audio/filter/sampleQueue';

const sampleRateHz = 16_000;
const fftSize = 4096;
const hopSamples = 1024;
/** Notes that tell harmony: G2 to C7. Lower ones are not told apart by a quarter of a second. */
const [lowestNote, highestNote] = [43, 96];
/** Power at which a bin begins to count, against the loudest possible sine. */
const compression = 1e3;

export const pitchClasses = 12;
/** Seconds from one row of pitch classes to the next. */
export const chromaHopSeconds = hopSamples / sampleRateHz;

const window = Float64Array.from(
  { length: fftSize },
  (_, i) => (0.5 - 0.5 * Math.cos((2 * Math.PI * i) / fftSize)) / (fftSize / 4),
);
/** The note of each bin, -1 for those outside. */
const noteOfBin = Int32Array.from({ length: fftSize / 2 + 1 }, (_, bin) => {
  const note = Math.round(69 + 12 * Math.log2((bin * sampleRateHz) / fftSize / 440));
  return note >= lowestNote && note <= highestNote ? note : -1;
});

/**
 * Streaming pitch classes, fine enough in time for single beats: row t has what sounds around 64 t ms, a quarter of a
 * second wide, compressed logarithmically (Müller and Ewert, "Chroma Toolbox", ISMIR 2011) and folded over the octaves.
 */
export class ChromaFrames {
  private readonly queue = new SampleQueue(fftSize / 2);
  private readonly spectrum = new PowerSpectrum(fftSize);
  private readonly windowed = new Float64Array(fftSize);
  private readonly power = new Float64Array(fftSize / 2 + 1);
  private readonly rows: Float32Array[] = [];

  push(mono16k: Float32Array): void {
    this.queue.append(mono16k);
    while (this.queue.length >= fftSize) this.measureNext();
  }

  /** All rows, row-major [rows, 12]. */
  finish(): Float32Array {
    this.queue.append(new Float32Array(fftSize / 2));
    while (this.queue.length >= fftSize) this.measureNext();
    const all = new Float32Array(this.rows.length * pitchClasses);
    this.rows.forEach((row, place) => all.set(row, place * pitchClasses));
    return all;
  }

  private measureNext(): void {
    const { queue, windowed, power } = this;
    for (let i = 0; i < fftSize; i++) windowed[i] = window[i] * queue.samples[queue.start + i];
    queue.drop(hopSamples);
    this.spectrum.measure(windowed, power);
    const row = new Float32Array(pitchClasses);
    noteOfBin.forEach((note, bin) => {
      if (note >= 0) row[note % pitchClasses] += Math.log1p(compression * Math.sqrt(power[bin]));
    });
    this.rows.push(row);
  }
}
