import { SampleQueue } from '../filter/sampleQueue';
import frontEnd from '../measure/frontEnd.json';
import { hzToMel, melToHz } from '../measure/melFilterbank';
import { aWeighting } from './aWeighting';

const { melBands, highestHz } = frontEnd;

/** Bands whose mean level is taken: pairs of mel bands from 100 Hz to 5 kHz, the range every encoder keeps. */
export const meanBands = 39;
const firstMelBand = 3;
const melBandsPerBand = 2;
/** The edges, in mel bands, of the wide bands whose strongest moments are taken: about 60 Hz to 5.5 kHz. */
const peakEdges = [1, 4, 8, 14, 22, 34, 50, 66, 84];
const peakBands = peakEdges.length - 1;
/** Numbers a row: the mean levels, then the peak levels. */
export const rowSize = meanBands + peakBands;

/** Frames that a row tells of, 3.07 s, for the means under a Hann window. */
const windowFrames = 192;
/** Frames from row to row: a quarter of the window, so that rows can be interpolated. */
const hopFrames = 48;
/** Seconds from row to row. */
export const rowSeconds = (hopFrames * frontEnd.hopSamples) / frontEnd.sampleRateHz;
/** The frame of the window that counts as its strongest moment, among 192 in order: the loudest five are left out. */
const peakFrame = 186;

/** What is heard as well as nothing beside the loudest band, in power: 20 dB less. Encoders leave it out at will. */
const floorShare = 0.01;
/** The least floor, in units of the front end's gain: what a silent recording is at. */
const leastFloor = 1e-3;
/** Steps a decibel of a stored level, and the step that is 0 dB. */
const stepsPerDb = 2;
const zeroStep = 60;

const window = Float64Array.from(
  { length: windowFrames },
  (_, i) => (1 - Math.cos((2 * Math.PI * (i + 0.5)) / windowFrames)) / windowFrames,
);

/** How much each mel band counts for hearing. */
const hearing = Float64Array.from({ length: melBands }, (_, band) =>
  aWeighting(melToHz(((band + 1) * hzToMel(highestHz)) / (melBands + 1))),
);

/**
 * Streaming levels of bands over time, by which encodings of one recording are told from its versions
 * (`recordingDistance.ts`): every 0.77 s a row of 47 bytes, in half decibels, about 3 s of sound.
 *
 * 39 are means of the levels of bands. The mean of levels, and not the level of the mean, hears what sounds between
 * the beats as well as the beats. These bands are weighed as hearing weighs them (A), and what lies 20 dB below the
 * loudest is lost in a floor, as encoders lose it. 8 are the levels of wide bands in their strongest moments, which
 * tell of drums. A gain moves all levels alike.
 */
export class BandLevels {
  /** Rows of 47 band powers, one for each frame still needed. */
  private readonly queue = new SampleQueue();
  private readonly rows: Uint8Array[] = [];

  /** @param frames - whole log-mel frames of `LogMel`, row-major [frames, 96] */
  push(frames: Float32Array): void {
    this.queue.append(bandPowers(frames));
    while (this.queue.length >= windowFrames * rowSize) {
      const { samples, start } = this.queue;
      this.rows.push(rowOf(samples.subarray(start, start + windowFrames * rowSize)));
      this.queue.drop(hopFrames * rowSize);
    }
  }

  /** The rows of everything pushed, row-major [rows, 47]; none of less than 3.07 s. */
  finish(): Uint8Array {
    const levels = new Uint8Array(this.rows.length * rowSize);
    this.rows.forEach((row, i) => levels.set(row, i * rowSize));
    return levels;
  }
}

/** Levels as they are stored, in decibels. */
export const decibelsOf = (bandLevels: Uint8Array): Float32Array =>
  Float32Array.from(bandLevels, (step) => (step - zeroStep) / stepsPerDb);

/** The powers of the 47 bands in each frame, row-major, those for the means weighed. */
function bandPowers(frames: Float32Array): Float32Array {
  const powers = new Float32Array((frames.length / melBands) * rowSize);
  for (let to = 0, from = 0; to < powers.length; to += rowSize, from += melBands) {
    for (let band = 0; band < meanBands; band++) {
      const mel = firstMelBand + band * melBandsPerBand;
      for (let i = mel; i < mel + melBandsPerBand; i++)
        powers[to + band] += (hearing[i] * powerOf(frames[from + i])) / melBandsPerBand;
    }
    for (let band = 0; band < peakBands; band++) {
      const [low, high] = [peakEdges[band], peakEdges[band + 1]];
      for (let i = low; i < high; i++)
        powers[to + meanBands + band] += powerOf(frames[from + i]) / (high - low);
    }
  }
  return powers;
}

/** The power in a value of the front end. */
const powerOf = (compressed: number) => 10 ** compressed - 1;

/** The levels of the bands over a window of powers, row-major [192, 47], in steps. */
function rowOf(powers: Float32Array): Uint8Array {
  const means = new Float64Array(rowSize);
  for (let frame = 0, i = 0; frame < windowFrames; frame++)
    for (let band = 0; band < rowSize; band++, i++) means[band] += window[frame] * powers[i];
  const [meanFloor, peakFloor] = [means.subarray(0, meanBands), means.subarray(meanBands)].map((group) =>
    Math.max(leastFloor, floorShare * Math.max(...group)),
  );
  const row = new Uint8Array(rowSize);
  for (let band = 0; band < rowSize; band++)
    row[band] = stepOf(
      band < meanBands ? meanLevel(powers, band, meanFloor) : Math.log10(peak(powers, band) + peakFloor),
    );
  return row;
}

function meanLevel(powers: Float32Array, band: number, floor: number): number {
  let level = 0;
  for (let frame = 0, i = band; frame < windowFrames; frame++, i += rowSize)
    level += window[frame] * Math.log10(powers[i] + floor);
  return level;
}

function peak(powers: Float32Array, band: number): number {
  return Float32Array.from({ length: windowFrames }, (_, frame) => powers[frame * rowSize + band]).sort()[
    peakFrame
  ];
}

const stepOf = (bels: number) => Math.max(0, Math.min(255, Math.round(10 * stepsPerDb * bels) + zeroStep));
