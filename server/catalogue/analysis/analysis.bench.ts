import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LogMel } from '@/ml/audio/logMel';
import { monoMix } from '@/ml/audio/monoMix';
import type { PcmChunk } from '@/ml/audio/pcm';
import { Resampler } from '@/ml/audio/resampler';
import { analyseFile } from './analyseFile';
import { decodeFile } from './decodeFile';
import { emotionModel } from './emotionModel';
import { identifyFile, withSoundFile } from './identifyFile';

/*
 * `npm run bench -- analysis PATH...`: how fast files are analysed on one core, in times real time: decoding,
 * resampling with the log-mel front end, the emotion model, and the whole from identification to result. The
 * reference in the same run is the decoding alone. Give files or folders.
 */

const model = await emotionModel();
const paths = process.argv.slice(2).flatMap(filesIn);
if (paths.length === 0) {
  console.error('invalid paths: none (npm run bench -- analysis FOLDER)');
  process.exit(1);
}

function filesIn(path: string): string[] {
  return statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((name) => filesIn(join(path, name)))
    : [path];
}

/** Processor and wall time of some work, in seconds. */
async function timed<T>(work: () => Promise<T>): Promise<{ value: T; cpu: number; wall: number }> {
  const [cpuStart, wallStart] = [process.cpuUsage(), performance.now()];
  const value = await work();
  const { user, system } = process.cpuUsage(cpuStart);
  return { value, cpu: (user + system) / 1e6, wall: (performance.now() - wallStart) / 1000 };
}

function eachChunk(path: string, hear: (chunk: PcmChunk) => void): Promise<number> {
  return withSoundFile(path, async (file) => {
    let seconds = 0;
    for await (const chunk of decodeFile(file, () => undefined)) {
      seconds += chunk.channels[0].length / chunk.sampleRateHz;
      hear(chunk);
    }
    return seconds;
  });
}

/** Decodes and computes the log-mel frames, keeping them for the model. */
async function melFrames(path: string): Promise<Float32Array[]> {
  const frames: Float32Array[] = [];
  const logMel = new LogMel();
  let resampler: Resampler | undefined;
  await eachChunk(path, ({ channels, sampleRateHz }) => {
    resampler ??= new Resampler(sampleRateHz);
    frames.push(logMel.push(resampler.push(monoMix(channels))));
  });
  if (resampler) frames.push(logMel.push(resampler.flush()));
  frames.push(logMel.flush());
  return frames;
}

async function measure(path: string) {
  const decoded = await timed(() => eachChunk(path, () => undefined));
  const heard = await timed(() => melFrames(path));
  const profiled = await timed(() => {
    const profiler = model.profiler();
    for (const frames of heard.value) profiler.push(frames);
    return profiler.finish();
  });
  const whole = await timed(async () =>
    analyseFile(path, await identifyFile(path, () => undefined), () => undefined),
  );
  return {
    seconds: decoded.value,
    cpu: { decode: decoded.cpu, mel: heard.cpu - decoded.cpu, network: profiled.cpu, whole: whole.cpu },
    wall: { decode: decoded.wall, mel: heard.wall - decoded.wall, network: profiled.wall, whole: whole.wall },
  };
}

const parts = ['decode', 'mel', 'network', 'whole'] as const;
await measure(paths[0]);
const rows: Awaited<ReturnType<typeof measure>>[] = [];
for (const path of paths) rows.push(await measure(path));
const seconds = rows.reduce((sum, row) => sum + row.seconds, 0);
const rate = (kind: 'cpu' | 'wall', part: (typeof parts)[number]) =>
  Math.round(seconds / rows.reduce((sum, row) => sum + row[kind][part], 0));
const table = Object.fromEntries(
  parts.map((part) => [
    part,
    { 'x real time (processor)': rate('cpu', part), 'x real time (wall)': rate('wall', part) },
  ]),
);
console.table(table);
console.log(
  JSON.stringify({
    files: paths.length,
    audioSeconds: Math.round(seconds),
    realTimeRateCpu: Object.fromEntries(parts.map((part) => [part, rate('cpu', part)])),
    realTimeRateWall: Object.fromEntries(parts.map((part) => [part, rate('wall', part)])),
    wholeToDecodeRatio: Number((rate('cpu', 'decode') / rate('cpu', 'whole')).toFixed(2)),
  }),
);
await model.release();
