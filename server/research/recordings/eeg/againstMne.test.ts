import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeFile } from '../describe/describeFile';
import { openEeg } from './openEeg';
import { samplesOf } from './testing/samples.testing';

interface Channel {
  name: string;
  rateHz: number;
  samples: number;
  mean: number;
  standardDeviation: number;
  first: number;
  last: number;
  every: number[];
  checksum: number;
}

interface Dump {
  every: number;
  files: {
    name: string;
    channels: Channel[];
    events: [onset: number, duration: number, label: string][];
    seconds: number;
  }[];
  muse: { name: string; meanRateHz: number; channels: Omit<Channel, 'rateHz'>[] };
}

/** Written by reference/recordings.py with MNE-Python. */
const dump = JSON.parse(readFileSync(new URL('reference/recordings.json', import.meta.url), 'utf8')) as Dump;
const folder = '../shared/neuro/eeg_files';
const skipped = existsSync(folder) ? '' : ` (skipped: ${folder} is not there)`;

/** Equal up to rounding, relative to how large the channel's numbers are. */
function expectClose(
  got: number | null,
  wanted: number,
  { scale, what }: { scale: number; what: string },
): void {
  expect(Math.abs((got ?? NaN) - wanted) / Math.max(1e-12, scale), what).toBeLessThan(1e-11);
}

function checksum(samples: Float64Array): number {
  let [sum, absolute] = [0, 0];
  samples.forEach((value, index) => {
    sum += value * ((index % 97) + 1);
    absolute += Math.abs(value * ((index % 97) + 1));
  });
  return sum / Math.max(1e-300, absolute);
}

function expectSamples(samples: Float64Array, { name, ...wanted }: Omit<Channel, 'rateHz'>): void {
  const scale = Math.abs(wanted.mean) + wanted.standardDeviation;
  expect(samples, name).toHaveLength(wanted.samples);
  expectClose(samples[0], wanted.first, { scale, what: `${name}: the first` });
  expectClose(samples[samples.length - 1], wanted.last, { scale, what: `${name}: the last` });
  wanted.every.forEach((value, index) => {
    expectClose(samples[index * dump.every], value, { scale, what: `${name}: sample ${index * dump.every}` });
  });
  expectClose(checksum(samples), wanted.checksum, { scale: 1, what: `${name}: checksum` });
}

describe.skipIf(skipped !== '')(`equal to MNE-Python on real files${skipped}`, () => {
  it.each(dump.files.map((file) => [file.name, file] as const))('%s', async (name, wanted) => {
    const recording = await openEeg(`${folder}/${name}`);
    expect(recording.durationSeconds).toBeCloseTo(wanted.seconds, 9);
    expect(recording.channels.map(({ rateHz }) => rateHz)).toEqual(
      wanted.channels.map(({ rateHz }) => rateHz),
    );
    const samples = await samplesOf(recording);
    wanted.channels.forEach((channel, index) => {
      expectSamples(samples[index], channel);
      // MNE numbers names that come again from the first on, "F1-0", "F1-1".
      const plain = (text: string) => text.replace(/-\d$| \(\d\)$/, '');
      expect(plain(recording.channels[index].name)).toBe(plain(channel.name));
    });
  });

  it.each(dump.files.map((file) => [file.name, file] as const))('events of %s', async (name, wanted) => {
    const { events } = await openEeg(`${folder}/${name}`);
    const sorted = [...events].sort(
      (a, b) => a.onsetSeconds - b.onsetSeconds || (a.label < b.label ? -1 : 1),
    );
    expect(sorted.map(({ label }) => label)).toEqual(wanted.events.map(([, , label]) => label));
    sorted.forEach(({ onsetSeconds, durationSeconds }, index) => {
      const [onset, duration] = wanted.events[index];
      // MNE rounds times to microseconds.
      expect(Math.abs(onsetSeconds - onset)).toBeLessThan(6e-7);
      expect(Math.abs(durationSeconds - duration)).toBeLessThan(6e-7);
    });
  });

  it.each(dump.files.map((file) => [file.name, file] as const))('is described: %s', async (name, wanted) => {
    const { kind, columns, events } = await describeFile(`${folder}/${name}`);
    expect(kind).toBe('eeg');
    expect(events?.count).toBe(wanted.events.length);
    columns.forEach((column, index) => {
      const { mean, standardDeviation } = wanted.channels[index];
      const scale = Math.abs(mean) + standardDeviation;
      expectClose(column.mean, mean, { scale, what: column.name });
      expectClose(column.standardDeviation, standardDeviation, { scale, what: column.name });
    });
  });

  it.each(dump.files.map(({ name }) => name))('gives any stretch as the whole has it: %s', async (name) => {
    const recording = await openEeg(`${folder}/${name}`);
    const [fromSeconds, toSeconds] = [0.3331 * recording.durationSeconds, 0.7177 * recording.durationSeconds];
    const whole = await samplesOf(recording);
    const part = await samplesOf(recording, { fromSeconds, toSeconds });
    recording.channels.forEach(({ rateHz }, index) => {
      const wanted = whole[index].filter(
        (_, sample) => sample / rateHz >= fromSeconds - 1e-9 && sample / rateHz < toSeconds - 1e-9,
      );
      expect(part[index]).toEqual(wanted);
    });
  });

  it('equals pandas on a table of Mind Monitor', async () => {
    const recording = await openEeg(`${folder}/${dump.muse.name}`);
    expect(recording.channels[0].rateHz).toBeCloseTo(dump.muse.meanRateHz, 5);
    expect(recording.channels.flatMap(({ kind, name }) => (kind === 'eeg' ? [name] : []))).toEqual([
      'TP9',
      'AF7',
      'AF8',
      'TP10',
    ]);
    const samples = await samplesOf(recording);
    dump.muse.channels.forEach((channel, index) => expectSamples(samples[index], channel));
  });
});
