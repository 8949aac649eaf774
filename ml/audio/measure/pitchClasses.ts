import definition from './pitchClasses.json';
import { PowerSpectrum } from './powerSpectrum';
import { SampleQueue } from '../filter/sampleQueue';

const { sampleRateHz, fftSize, hopSamples, floorMagnitude } = definition;
const { lowestNote, lowestFoldedNote, highestNote, thirdHarmonic, fifthHarmonic } = definition;

/** Pitch classes of the equal-tempered scale, from C. */
export const pitchClassCount = 12;

/** How far a note's third and fifth harmonic lie above it, in semitones. */
const thirdHarmonicSemitones = 19;
const fifthHarmonicSemitones = 28;

const binHz = sampleRateHz / fftSize;
const noteCount = highestNote - lowestNote + 1;
const firstBin = Math.floor(noteHz(lowestNote - 0.5) / binHz) - 1;
const lastBin = Math.ceil(noteHz(highestNote + 0.5) / binHz) + 1;

/** Periodic Hann window. */
const window = Float64Array.from(
  { length: fftSize },
  (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / fftSize),
);

/**
 * How strongly each pitch class sounds in every half second of a 16 kHz signal, from C; levels matter only near
 * silence (-66 dB).
 *
 * The peaks of a spectrum of half a second (their frequencies by a parabola through the logarithms: Smith and Serra
 * 1987) are rounded to semitones; each note counts the square root of its amplitude against the loudest's, less what
 * the third and fifth harmonics of the notes below would give (harmonics are weighed to the same end by Gómez 2006),
 * summed over the octaves from C3 to B6. No tuning is estimated: it told nothing more of valence.
 *
 * Several spectra that overlap, evenly placed in each half second, change less when the sound starts a little later; a row
 * is then their mean. How many there are belongs to the definition that a model was trained with.
 *
 * n samples give round(n / 8000) rows, at least one, the same however the stream is cut.
 */
export class PitchClasses {
  private readonly spectrumHop: number;
  private readonly queue: SampleQueue;
  private readonly spectrum = new PowerSpectrum(fftSize);
  private readonly windowed = new Float64Array(fftSize);
  private readonly power = new Float64Array(fftSize / 2 + 1);
  private readonly notes = new Float64Array(noteCount);
  private readonly rows: Float32Array[] = [];
  private received = 0;
  /** Of the half second at hand. */
  private readonly row = new Float32Array(pitchClassCount);
  private spectraInRow = 0;

  /** @param spectraPerHalfSecond - 1, 2 or 4 */
  constructor(private readonly spectraPerHalfSecond = definition.spectraPerHalfSecond) {
    this.spectrumHop = hopSamples / spectraPerHalfSecond;
    this.queue = new SampleQueue((fftSize - this.spectrumHop) / 2);
  }

  push(mono16k: Float32Array): void {
    this.received += mono16k.length;
    this.queue.append(mono16k);
    while (this.queue.length >= fftSize) this.measureNext();
  }

  /** All rows, row-major [halfSeconds, 12]. */
  finish(): Float32Array {
    const count = Math.max(1, Math.floor(this.received / hopSamples + 0.5));
    this.queue.append(new Float32Array(fftSize + hopSamples));
    while (this.rows.length < count) this.measureNext();
    const all = new Float32Array(count * pitchClassCount);
    this.rows.forEach((row, halfSecond) => all.set(row, halfSecond * pitchClassCount));
    return all;
  }

  private measureNext(): void {
    const { queue, windowed, power, notes } = this;
    for (let i = 0; i < fftSize; i++) windowed[i] = window[i] * queue.samples[queue.start + i];
    queue.drop(this.spectrumHop);
    this.spectrum.measure(windowed, power);
    gatherNotes(power, notes);
    addFolded(notes, this.row);
    if (++this.spectraInRow === this.spectraPerHalfSecond) this.endRow();
  }

  private endRow(): void {
    this.rows.push(this.row.map((sum) => sum / this.spectraPerHalfSecond));
    this.row.fill(0);
    this.spectraInRow = 0;
  }
}

function noteHz(note: number): number {
  return 440 * 2 ** ((note - 69) / 12);
}

/** Writes the amplitude of every note: the root of the summed power of the peaks within half a semitone of it. */
function gatherNotes(power: Float64Array, notes: Float64Array): void {
  notes.fill(0);
  for (let bin = firstBin; bin <= lastBin; bin++) {
    if (!(power[bin] > power[bin - 1] && power[bin] >= power[bin + 1])) continue;
    const below = logMagnitude(power[bin - 1]);
    const peak = logMagnitude(power[bin]);
    const above = logMagnitude(power[bin + 1]);
    const hz = (bin + (0.5 * (below - above)) / (below - 2 * peak + above - 1e-12)) * binHz;
    const note = Math.floor(69.5 + 12 * Math.log2(hz / 440)) - lowestNote;
    if (note >= 0 && note < noteCount) notes[note] += Math.exp(2 * peak);
  }
  for (let note = 0; note < noteCount; note++) notes[note] = Math.sqrt(notes[note]);
}

function logMagnitude(power: number): number {
  return Math.log(Math.sqrt(power) + 1e-9);
}

/** Adds what notes' amplitudes are as pitch classes. */
function addFolded(notes: Float64Array, classes: Float32Array): void {
  const loudest = notes.reduce((most, amplitude) => Math.max(most, amplitude), 0) + floorMagnitude;
  const strength = notes.map((amplitude) => Math.sqrt(amplitude / loudest));
  for (let note = lowestFoldedNote - lowestNote; note < noteCount; note++) {
    const third = strength[note - thirdHarmonicSemitones] ?? 0;
    const fifth = strength[note - fifthHarmonicSemitones] ?? 0;
    const own = strength[note] - thirdHarmonic * third - fifthHarmonic * fifth;
    classes[(note + lowestNote) % pitchClassCount] += Math.max(0, own);
  }
}
