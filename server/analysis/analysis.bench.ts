import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LogMel } from '@/ml/audio/measure/logMel';
import { monoMix } from '@/ml/audio/filter/monoMix';
import type { PcmChunk } from '@/ml/audio/pcm';
import { PitchClasses } from '@/ml/audio/measure/pitchClasses';
import { Resampler } from '@/ml/audio/filter/resampler';
import { median } from '@/ml/statistics/quantile';
import { decodeFile } from './decodeFile';
import { emotionModel } from './emotionModel';
import { hearFile } from './hearFile';
import { identifyFile, withSoundFile } from './identifyFile';
import { questionTo } from './listenerKind';
import { profile as profileKind } from './profile';
import { profileHandler } from './profileListener';
import { SoundMeters } from './soundMeters';

/*
 * `npm run bench -- analysis PATH...`: how fast files are analysed on one core, in times real time of processor
 * and of wall, for each container and each stage alone:
 *   decode    the file to samples
 *   resample  one channel of them, at 16 kHz
 *   mel       the log-mel frames of those
 *   pitch     the pitch classes of every half second
 *   network   the emotion model over the frames and pitch classes
 *   measures  everything else that listens: loudness, waveform, onsets and tempo, band levels
 *   hash      the payload's hash and the tags
 *   whole     a file from its bytes to its analysis
 * Every figure is the median of the rounds after a round of warming up. A file's sound is held in memory for as
 * long as it is measured. The last line is JSON; the reference in the same run is the decoding alone. Give files
 * or folders.
 */

const rounds = 5;
const stages = ['decode', 'resample', 'mel', 'pitch', 'network', 'measures', 'hash', 'whole'] as const;
type Stage = (typeof stages)[number];

/** Seconds of processor and of wall. */
interface Spent {
  cpu: number;
  wall: number;
}

interface FileTimes {
  container: string;
  audioSeconds: number;
  spent: Record<Stage, Spent>;
}

const model = await emotionModel();
const paths = process.argv.slice(2).flatMap(filesIn);
if (paths.length === 0) {
  console.error('invalid paths: none (npm run bench -- analysis FOLDER)');
  process.exit(1);
}
const files: FileTimes[] = [];
for (const path of paths) files.push(await measureFile(path));
const report = Object.fromEntries(
  [...new Set(files.map((file) => file.container))]
    .sort()
    .map((container) => [container, ratesOf(files.filter((file) => file.container === container))]),
);
for (const [container, { audioSeconds, realTimeRateCpu, realTimeRateWall }] of Object.entries(report)) {
  console.log(`${container}: ${audioSeconds} s of sound, in times real time`);
  console.table(
    Object.fromEntries(
      stages.map((stage) => [stage, { processor: realTimeRateCpu[stage], wall: realTimeRateWall[stage] }]),
    ),
  );
}
console.log(JSON.stringify({ files: files.length, containers: report }));
await model.release();

function filesIn(path: string): string[] {
  return statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((name) => filesIn(join(path, name)))
    : [path];
}

async function measureFile(path: string): Promise<FileTimes> {
  const container = await withSoundFile(path, (file) => Promise.resolve(file.container));
  const chunks: PcmChunk[] = [];
  await decode(path, (chunk) => chunks.push(chunk));
  const [{ sampleRateHz }] = chunks;
  const mono = chunks.map(({ channels }) => monoMix(channels));
  const inner = resample(mono, sampleRateHz);
  const frames = logMelFrames(inner);
  const classes = pitchClassesOf(inner);
  const work: Record<Stage, () => unknown> = {
    decode: () => decode(path, () => undefined),
    resample: () => resample(mono, sampleRateHz),
    mel: () => logMelFrames(inner),
    pitch: () => pitchClassesOf(inner),
    network: () => profile(frames, classes),
    measures: () => meter(chunks, mono, frames),
    hash: () => identifyFile({ path }, () => undefined),
    whole: () => analyse(path),
  };
  const audioSeconds = mono.reduce((sum, samples) => sum + samples.length, 0) / sampleRateHz;
  const spent = mapStages((): Spent[] => []);
  for (let round = -1; round < rounds; round++)
    for (const stage of stages) {
      const time = await timed(work[stage]);
      if (round >= 0) spent[stage].push(time);
    }
  return { container, audioSeconds, spent: medians(spent) };
}

async function analyse(path: string): Promise<unknown> {
  const identity = await identifyFile({ path }, () => undefined);
  const listeners = [questionTo(profileKind, null)];
  return hearFile({ path, identity, listeners }, [profileHandler], () => undefined);
}

function decode(path: string, hear: (chunk: PcmChunk) => void): Promise<void> {
  return withSoundFile(path, async (file) => {
    for await (const chunk of decodeFile(file, () => undefined)) hear(chunk);
  });
}

function resample(mono: Float32Array[], sampleRateHz: number): Float32Array[] {
  const resampler = new Resampler(sampleRateHz);
  return [...mono.map((samples) => resampler.push(samples)), resampler.flush()];
}

function logMelFrames(inner: Float32Array[]): Float32Array[] {
  const logMel = new LogMel();
  return [...inner.map((samples) => logMel.push(samples)), logMel.flush()];
}

function pitchClassesOf(inner: Float32Array[]): Float32Array {
  const pitchClasses = new PitchClasses();
  for (const samples of inner) pitchClasses.push(samples);
  return pitchClasses.finish();
}

async function profile(frames: Float32Array[], classes: Float32Array): Promise<unknown> {
  const profiler = model.profiler();
  for (const piece of frames) await profiler.push(piece);
  return profiler.finish(classes);
}

function meter(chunks: PcmChunk[], mono: Float32Array[], frames: Float32Array[]): unknown {
  const meters = new SoundMeters(chunks[0].sampleRateHz);
  chunks.forEach((chunk, i) => meters.hearSound(chunk, mono[i]));
  for (const piece of frames) meters.hearFrames(piece);
  return meters.finish();
}

async function timed(work: () => unknown): Promise<Spent> {
  const [cpuStart, wallStart] = [process.cpuUsage(), performance.now()];
  await work();
  const { user, system } = process.cpuUsage(cpuStart);
  return { cpu: (user + system) / 1e6, wall: (performance.now() - wallStart) / 1000 };
}

function medians(spent: Record<Stage, Spent[]>): Record<Stage, Spent> {
  return mapStages((stage) => ({
    cpu: median(spent[stage].map(({ cpu }) => cpu)),
    wall: median(spent[stage].map(({ wall }) => wall)),
  }));
}

function mapStages<T>(valueOf: (stage: Stage) => T): Record<Stage, T> {
  return Object.fromEntries(stages.map((stage) => [stage, valueOf(stage)])) as Record<Stage, T>;
}

function ratesOf(times: FileTimes[]) {
  const total = (valueOf: (file: FileTimes) => number) => times.reduce((sum, file) => sum + valueOf(file), 0);
  const audioSeconds = total((file) => file.audioSeconds);
  const rates = (kind: keyof Spent) =>
    mapStages((stage) => Math.round(audioSeconds / total(({ spent }) => spent[stage][kind])));
  const wholeToDecode = total(({ spent }) => spent.whole.cpu) / total(({ spent }) => spent.decode.cpu);
  return {
    audioSeconds: Math.round(audioSeconds),
    realTimeRateCpu: rates('cpu'),
    realTimeRateWall: rates('wall'),
    wholeToDecodeRatio: Number(wholeToDecode.toFixed(2)),
  };
}
