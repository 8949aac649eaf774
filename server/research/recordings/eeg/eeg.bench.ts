import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { describeFile } from '../describe/describeFile';
import { openEeg } from './openEeg';

/*
 * `npm run bench -- eeg [HOURS]`: writes a BDF recording of 64 channels and a status channel at 512 Hz, reads it through
 * and describes it, and tells seconds, megabytes a second beside those of reading the bytes alone, and the most memory
 * that the process ever held, which must stay below 300 MB.
 */

const hours = Number(process.argv[2] ?? 1);
const [channels, rate, seconds] = [65, 512, Math.round(hours * 3600)];
const folder = mkdtempSync(join(tmpdir(), 'circumplex-eeg-'));
const path = join(folder, 'hour.bdf');

function header(): Buffer {
  const fields = (text: (channel: number) => string, width: number) =>
    Array.from({ length: channels }, (_, channel) => text(channel).padEnd(width)).join('');
  const text = [
    '\xffBIOSEMI',
    'X'.padEnd(160),
    '01.01.2400.00.00',
    String(256 * (channels + 1)).padEnd(8),
    '24BIT'.padEnd(44),
    String(seconds).padEnd(8),
    '1'.padEnd(8),
    String(channels).padEnd(4),
    fields((channel) => (channel === 64 ? 'Status' : `A${channel + 1}`), 16),
    fields(() => '', 80),
    fields(() => 'uV', 8),
    fields(() => '-262144', 8),
    fields(() => '262143', 8),
    fields(() => '-8388608', 8),
    fields(() => '8388607', 8),
    fields(() => 'HP:0.1Hz LP:100Hz', 80),
    fields(() => String(rate), 8),
    fields(() => '', 32),
  ];
  return Buffer.from(text.join(''), 'latin1');
}

function* recording(): Generator<Buffer> {
  yield header();
  for (let second = 0; second < seconds; second++) {
    const record = Buffer.alloc(channels * rate * 3);
    for (let index = 0; index < channels * rate; index++) {
      const isStatus = index >= 64 * rate;
      record.writeIntLE(
        isStatus ? second % 5 : ((index * 7919 + second * 104729) % 60_001) - 30_000,
        index * 3,
        3,
      );
    }
    yield record;
  }
}

async function timed(name: string, work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  const taken = (performance.now() - start) / 1000;
  const megabytes = statSync(path).size / 1e6;
  console.log(`${name}: ${taken.toFixed(1)} s, ${(megabytes / taken).toFixed(0)} MB a second`);
  return taken;
}

async function readBytes(): Promise<void> {
  let sum = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 2 ** 18 }))
    sum += (chunk as Buffer).length;
  if (sum !== statSync(path).size) throw new Error('the file was not read whole');
}

async function readSamples(): Promise<void> {
  const recording = await openEeg(path);
  let count = 0;
  for await (const block of recording.blocks({ channels: recording.channels.map((_, index) => index) })) {
    for (const samples of block) count += samples.length;
  }
  if (count !== channels * rate * seconds) throw new Error(`${count} samples were read`);
}

try {
  await pipeline(Readable.from(recording()), createWriteStream(path));
  console.log(
    `${hours} h of ${channels} channels at ${rate} Hz: ${(statSync(path).size / 1e6).toFixed(0)} MB`,
  );
  const before = process.resourceUsage().maxRSS / 1024;
  const bytes = await timed('bytes alone', readBytes);
  const samples = await timed('samples of all channels', readSamples);
  await timed('description', () => describeFile(path));
  const most = process.resourceUsage().maxRSS / 1024;
  console.log(`samples take ${(samples / bytes).toFixed(1)} times as long as their bytes`);
  console.log(`memory: ${before.toFixed(0)} MB before (making the file), ${most.toFixed(0)} MB at most`);
} finally {
  rmSync(folder, { recursive: true });
}
