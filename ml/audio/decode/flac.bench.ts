import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { FLACDecoder } from '@wasm-audio-decoders/flac';
import { FlacDecoder } from './flacDecoder';
import { fileBytes } from './fileBytes';
import { memoryFile } from './memoryFile';
import { type PcmChunk } from '../pcm';
import { median } from '../../statistics/quantile';
import { decodePieces } from './wasmStream';

/*
 * `npm run bench -- flac FILE...`: the processor time that decoding FLAC files takes, with the frames found here and
 * with the package's own search for them. Both take turns; every figure is the median of the rounds after one of
 * warming up. The last line is JSON; its ratio is how many times less ours takes.
 */

const rounds = 9;
const decoders = {
  ours: () => new FlacDecoder({ bitDepth: 16, sampleRateHz: 44_100 }),
  package: () => new FLACDecoder(),
};
type Way = keyof typeof decoders;

interface FileTimes {
  file: string;
  audioSeconds: number;
  cpuMs: Record<Way, number>;
}

const paths = process.argv.slice(2);
if (paths.length === 0) {
  console.error('invalid paths: none (npm run bench -- flac FILE...)');
  process.exit(1);
}
const files: FileTimes[] = [];
for (const path of paths) files.push(await measure(path));
console.log('Milliseconds of processor time for a second of sound');
console.table(
  files.map(({ file, audioSeconds, cpuMs }) => ({
    file,
    ours: (cpuMs.ours / audioSeconds).toFixed(3),
    package: (cpuMs.package / audioSeconds).toFixed(3),
    ratio: (cpuMs.package / cpuMs.ours).toFixed(2),
  })),
);
const total = (valueOf: (file: FileTimes) => number) => files.reduce((sum, file) => sum + valueOf(file), 0);
const audioSeconds = Math.round(total((file) => file.audioSeconds));
const ratio = total(({ cpuMs }) => cpuMs.package) / total(({ cpuMs }) => cpuMs.ours);
console.log(JSON.stringify({ files: files.length, audioSeconds, ratio: Number(ratio.toFixed(2)) }));

async function measure(path: string): Promise<FileTimes> {
  const bytes = readFileSync(path);
  const heard = await listen(bytes, 'ours');
  if (heard.hash !== (await listen(bytes, 'package')).hash) {
    throw new Error(`the samples of ${path} differ between the two`);
  }
  const cpuMs: Record<Way, number[]> = { ours: [], package: [] };
  for (let round = 0; round < rounds; round++) {
    for (const way of ['ours', 'package'] as const) cpuMs[way].push(await timed(bytes, way));
  }
  return {
    file: basename(path),
    audioSeconds: heard.audioSeconds,
    cpuMs: { ours: median(cpuMs.ours), package: median(cpuMs.package) },
  };
}

async function listen(bytes: Uint8Array, way: Way) {
  const hashes = Array.from({ length: 8 }, () => createHash('sha256'));
  let audioSeconds = 0;
  for await (const { channels, sampleRateHz } of decode(bytes, way)) {
    audioSeconds += channels[0].length / sampleRateHz;
    channels.forEach((samples, channel) => hashes[channel].update(samples));
  }
  return { audioSeconds, hash: hashes.map((hash) => hash.digest('hex')).join() };
}

async function timed(bytes: Uint8Array, way: Way): Promise<number> {
  const start = process.cpuUsage();
  for await (const chunk of decode(bytes, way)) void chunk;
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function decode(bytes: Uint8Array, way: Way): AsyncGenerator<PcmChunk> {
  return decodePieces(decoders[way](), fileBytes(memoryFile(bytes)));
}
