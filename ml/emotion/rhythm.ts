import { centredSums } from '../audio/measure/centredSums';
import definition from '../audio/measure/rhythm.json';
import { type RhythmSums } from '../audio/measure/rhythmMeter';
import { type Matrix, rowOf, zeros } from '../matrix/matrix';
import { loudnessRanges } from './loudnessRange';
import { pulsesOf } from './pulse';

const { framesPerHalfSecond, windowHalfSeconds, floorLoudness, floorAmplitude, fewOnsets, faintRise } =
  definition;

/** Numbers that tell rhythm and dynamics of a half second. */
export const rhythmSize = 16;

/** What is read from means over the frames of a window. */
type Means = Record<Exclude<keyof RhythmSums, 'lagProducts'>, number>;

/**
 * Rhythm and dynamics of every half second, [halfSeconds, 16], over a centred 6.5 s unless said otherwise; a recording's
 * level changes none of them but near silence.
 *
 * - 0 onsets a second, faint ones counting less; 1, 2 mean and standard deviation of the onset curve; 3 its mean height
 *   at onsets (attack).
 * - 4, 5 how much of all growth of loudness lies below 250 Hz and above 4 kHz; 6 percussive share of the amplitude.
 * - 7 loudness in dB relative to the whole track's; 8 standard deviation of loudness, relative; 9 share of frames 6 dB
 *   and more under the 6 s around.
 * - 10, 11 brightness, the centre of loudness on the mel scale (0 to 1), and its standard deviation in time.
 * - 12 loudness range (20.5 s), dB; 13 to 15 clarity, beat strength and octaves of the pulse (10.5 s).
 *
 * `ml/training/rhythm.py` says the same.
 */
export function rhythmOf({ lagProducts, ...sums }: RhythmSums): Matrix {
  const rhythm = zeros(sums.frames.length, rhythmSize);
  const track = total(sums.loudness) / total(sums.frames);
  const windows = windowMeans(sums);
  const ranges = loudnessRanges(sums.loudness, sums.frames, levelOf);
  pulsesOf(lagProducts, sums.frames).forEach((pulse, halfSecond) => {
    rowOf(rhythm, halfSecond).set([
      ...shortMeasures(windows(halfSecond), track),
      ...[ranges[halfSecond], pulse.clarity, pulse.beatStrength, pulse.octaves],
    ]);
  });
  return rhythm;
}

/** The means over the frames of the window around a half second. */
function windowMeans(sums: Omit<RhythmSums, 'lagProducts'>): (halfSecond: number) => Means {
  const windows = Object.entries(sums).map(
    ([name, values]) => [name, centredSums(values, windowHalfSeconds >> 1)] as const,
  );
  const counts = centredSums(sums.frames, windowHalfSeconds >> 1);
  return (halfSecond) =>
    Object.fromEntries(
      windows.map(([name, values]) => [name, values[halfSecond] / counts[halfSecond]]),
    ) as Means;
}

/** Numbers 0 to 11. */
function shortMeasures(mean: Means, track: number): number[] {
  const loudness = mean.loudness + floorLoudness;
  const rise = mean.rise + faintRise;
  return [
    mean.onsets * 2 * framesPerHalfSecond,
    mean.onset,
    deviation(mean.onsetSquare, mean.onset),
    mean.height / (mean.onsets + fewOnsets),
    mean.lowRise / rise,
    mean.highRise / rise,
    mean.percussive / (mean.amplitude + floorAmplitude),
    levelOf(mean.loudness) - levelOf(track),
    deviation(mean.loudnessSquare, mean.loudness) / loudness,
    mean.quiet,
    mean.bright / loudness,
    deviation(mean.brightSquare * mean.loudness, mean.bright) / loudness,
  ];
}

/** The level of a loudness, which is the fourth root of a power, in dB. */
function levelOf(loudness: number): number {
  return 40 * Math.log10(loudness + floorLoudness);
}

function deviation(meanSquare: number, mean: number): number {
  return Math.sqrt(Math.max(0, meanSquare - mean ** 2));
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
