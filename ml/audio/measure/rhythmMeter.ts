import { FrameLoudness } from './frameLoudness';
import frontEnd from './frontEnd.json';
import { GrowingCurve } from './growingCurve';
import { lagProducts, onsetCurve, onsetsOf, quietFrames, surroundings } from './onsetCurve';
import { melPower } from './melPower';
import { PercussiveCells } from './percussiveCells';
import definition from './rhythm.json';

const { melBands } = frontEnd;
const { framesPerHalfSecond, cellFrames } = definition;

/** What is summed over the frames of every half second, each [halfSeconds]. */
export interface RhythmSums {
  frames: Float64Array;
  loudness: Float64Array;
  loudnessSquare: Float64Array;
  /** Loudness times its centre on the mel scale, 0 to 1, and times the square of that. */
  bright: Float64Array;
  brightSquare: Float64Array;
  /** Growth of loudness in 32 ms: everywhere, below 250 Hz, above 4 kHz. */
  rise: Float64Array;
  lowRise: Float64Array;
  highRise: Float64Array;
  /** The onset curve: growth relative to the loudness of the 6 s around. */
  onset: Float64Array;
  onsetSquare: Float64Array;
  /** How many onsets there are, and the onset curve's height at them. */
  onsets: Float64Array;
  height: Float64Array;
  /** Frames 6 dB and more under the 6 s around. */
  quiet: Float64Array;
  /** Amplitude of the cells, and how much of it is percussive. */
  amplitude: Float64Array;
  percussive: Float64Array;
  /** The onset curve times itself at each lag before, [halfSeconds, lagCount]. */
  lagProducts: Float64Array;
}

/**
 * Sums up log-mel frames (62.5 a second) for rhythm and dynamics, streamed; the definition's numbers are those of
 * `rhythm.json`, and `ml/training/rhythm.py` says the same. It keeps 8 bytes a frame, 2 MB an hour, and a few numbers a
 * half second; frame i belongs to half second floor(i / 31.25).
 */
export class RhythmMeter {
  private readonly frame = new FrameLoudness();
  private readonly cells = new PercussiveCells((percussive, amplitude) =>
    this.hearCells(percussive, amplitude),
  );
  private readonly power = new Float64Array(melBands);
  private readonly loudness = new GrowingCurve();
  private readonly rise = new GrowingCurve();
  /** Sums that need no surroundings, of every half second so far. */
  private readonly summed = {
    bright: [] as number[],
    brightSquare: [] as number[],
    lowRise: [] as number[],
    highRise: [] as number[],
    amplitude: [] as number[],
    percussive: [] as number[],
  };
  private frames = 0;
  private cellRows = 0;

  /** @param melFrames - whole log-mel frames, row-major [frames, 96] */
  push(melFrames: Float32Array): void {
    for (let at = 0; at < melFrames.length; at += melBands) {
      melPower(melFrames.subarray(at, at + melBands), this.power);
      this.hearFrame();
      this.cells.push(this.power);
    }
  }

  /** The sums of every half second. */
  finish(): RhythmSums {
    this.cells.finish();
    const loudness = this.loudness.all();
    const rise = this.rise.all();
    const around = surroundings(loudness);
    const onset = onsetCurve(rise, around);
    const onsets = onsetsOf(onset);
    const summed = Object.fromEntries(
      Object.entries(this.summed).map(([name, sums]) => [name, Float64Array.from(sums)]),
    ) as Record<keyof typeof this.summed, Float64Array>;
    return {
      ...summed,
      frames: halfSecondSums(loudness.map(() => 1)),
      loudness: halfSecondSums(loudness),
      loudnessSquare: halfSecondSums(loudness.map((value) => value ** 2)),
      rise: halfSecondSums(rise),
      onset: halfSecondSums(onset),
      onsetSquare: halfSecondSums(onset.map((value) => value ** 2)),
      onsets: halfSecondSums(onsets),
      height: halfSecondSums(onsets.map((value, frame) => value * onset[frame])),
      quiet: halfSecondSums(quietFrames(loudness, around)),
      lagProducts: lagProducts(onset),
    };
  }

  private hearFrame(): void {
    const { frame, summed } = this;
    frame.push(this.power);
    this.loudness.push(frame.loudness);
    this.rise.push(frame.rise);
    const halfSecond = Math.floor(this.frames++ / framesPerHalfSecond);
    if (halfSecond === summed.bright.length) Object.values(summed).forEach((sums) => sums.push(0));
    summed.bright[halfSecond] += frame.bright;
    summed.brightSquare[halfSecond] += frame.bright ** 2 / (frame.loudness + 1e-9);
    summed.lowRise[halfSecond] += frame.lowRise;
    summed.highRise[halfSecond] += frame.highRise;
  }

  private hearCells(percussive: number, amplitude: number): void {
    const halfSecond = Math.floor((this.cellRows++ * cellFrames) / framesPerHalfSecond);
    this.summed.percussive[halfSecond] += percussive;
    this.summed.amplitude[halfSecond] += amplitude;
  }
}

function halfSecondSums(curve: Float64Array): Float64Array {
  const sums = new Float64Array(Math.floor((curve.length - 1) / framesPerHalfSecond) + 1);
  curve.forEach((value, frame) => (sums[Math.floor(frame / framesPerHalfSecond)] += value));
  return sums;
}
