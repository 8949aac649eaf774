import { LogMel } from '../audio/measure/logMel';
import { PitchClasses } from '../audio/measure/pitchClasses';
import { RhythmMeter } from '../audio/measure/rhythmMeter';
import { median } from '../statistics/quantile';
import { noise } from '../audio/testing/referenceSignals.testing';
import { harmonyOf } from './harmony';
import { matrixOf } from '../matrix/matrix';
import { rhythmOf } from './rhythm';

/*
 * `npm run bench -- rhythm`: the processor time that rhythm and harmony take of a minute of sound (noise with a stroke
 * every 0.4 s), beside the log-mel frames that rhythm is read from. They take turns; every figure is the median of the
 * rounds after three of warming up. The last line is JSON: milliseconds a minute, and ratios to the log-mel frames.
 */

const rounds = 9;
const warmUps = 3;
const rateHz = 16_000;
const seconds = 60;
/** Samples and frames come in such pieces from the decoder. */
const piece = 16 * 256;

const sound = Float32Array.from(noise(seconds * rateHz), (value, i) => {
  const sinceStroke = (i / rateHz) % 0.4;
  return (
    value * (0.01 + 0.3 * Math.exp(-sinceStroke / 0.03)) + 0.1 * Math.sin((2 * Math.PI * 220 * i) / rateHz)
  );
});
const pieces = Array.from({ length: Math.ceil(sound.length / piece) }, (_, i) =>
  sound.subarray(i * piece, (i + 1) * piece),
);
const frames = logMel();

const contests = {
  logMel,
  pitchClasses: () => pitchClasses(1),
  overlappingPitchClasses: () => pitchClasses(2),
  rhythm,
};

function logMel(): Float32Array[] {
  const mel = new LogMel();
  return [...pieces.map((samples) => mel.push(samples)), mel.flush()];
}

function pitchClasses(spectraPerHalfSecond: number): unknown {
  const classes = new PitchClasses(spectraPerHalfSecond);
  for (const samples of pieces) classes.push(samples);
  return harmonyOf(matrixOf(classes.finish(), 12));
}

function rhythm(): unknown {
  const meter = new RhythmMeter();
  for (const some of frames) meter.push(some);
  return rhythmOf(meter.finish());
}

function processorMs(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const names = Object.keys(contests) as (keyof typeof contests)[];
const times = Array.from({ length: warmUps + rounds }, () =>
  names.map((name) => processorMs(contests[name])),
).slice(warmUps);
const milliseconds = names.map((_, i) => median(times.map((round) => round[i])));
const ratios = milliseconds.map((time) => Number((time / milliseconds[0]).toFixed(2)));
console.log(
  `Milliseconds of processor time for ${seconds} s of sound, and as a share of the log-mel frames' time`,
);
console.table(
  names.map((name, i) => ({ name, milliseconds: Number(milliseconds[i].toFixed(1)), ratio: ratios[i] })),
);
console.log(JSON.stringify(Object.fromEntries(names.map((name, i) => [name, ratios[i]]))));
