import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { TestFolder } from '../testing/files.testing';
import { openEeg } from './openEeg';
import { samplesOf } from './testing/samples.testing';

interface Case {
  name: string;
  /** Packed by gzip, in base64. */
  files: Record<string, string>;
  channels: string[];
  rateHz: number;
  samples: number;
  /** Volts, of the first channel, evenly spread. */
  first: number[];
  events: [onset: number, duration: number, label: string][];
  startedAt: string | null;
}

/** Written by reference/otherWriters.py with MNE-Python and other writers. */
const { cases } = JSON.parse(
  readFileSync(new URL('reference/otherWriters.json', import.meta.url), 'utf8'),
) as {
  cases: Case[];
};

const folder = new TestFolder();
afterAll(() => folder.remove());

const volts: Record<string, number> = { v: 1, mv: 1e-3, uv: 1e-6, µv: 1e-6, nv: 1e-9 };

function written({ name, files }: Case): string {
  for (const [place, content] of Object.entries(files))
    folder.write(place, gunzipSync(Buffer.from(content, 'base64')));
  return `${folder.path}/${name}`;
}

describe('files with the habits of many writers are read as MNE-Python reads them', () => {
  it.each(cases.map((each) => [each.name, each] as const))('%s', async (_name, wanted) => {
    const recording = await openEeg(written(wanted));
    expect(recording.channels.map(({ name }) => name)).toEqual(wanted.channels);
    const [{ rateHz, samples, unit }] = recording.channels;
    expect(rateHz).toBeCloseTo(wanted.rateHz, 9);
    expect(samples).toBe(wanted.samples);
    expect(recording.startedAt).toBe(wanted.startedAt);
    const [all] = await samplesOf(recording, { channels: [0] });
    const step = Math.max(1, Math.floor(wanted.samples / 16));
    wanted.first.forEach((value, index) => {
      const got = all[index * step] * volts[(unit ?? 'V').toLowerCase()];
      expect(Math.abs(got - value)).toBeLessThan(1e-9 * Math.max(1e-4, Math.abs(value)));
    });
    const events = recording.events.map(({ onsetSeconds, durationSeconds, label }) => [
      Number(onsetSeconds.toFixed(6)),
      Number(durationSeconds.toFixed(6)),
      label,
    ]);
    expect(events).toEqual(wanted.events);
  });
});
