import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import reference from '../reference/edf.json';
import { exampleEdf, exampleSamples, writeExampleEdf } from '../testing/exampleEdf.testing';
import { TestFolder } from '../testing/files.testing';
import { writeEdf } from './edfFile';
import type { EdfRecording } from './edfRecording';

const folder = new TestFolder();
afterAll(() => folder.remove());

const one: EdfRecording = {
  participant: 'sub-01',
  equipment: 'test',
  startedAt: null,
  channels: [{ label: 'EEG Cz', unit: 'uV', rateHz: 4, stepSize: 0.1 }],
  annotations: [],
};
const path = join(folder.path, 'one.edf');
const text = async (from: number, to: number) => (await readFile(path)).toString('latin1', from, to);

describe('an EDF+ file', () => {
  it('is what MNE reads as its samples, rates, units and annotations', async () => {
    const example = join(folder.path, 'example.edf');
    expect(await writeExampleEdf(example)).toEqual({ durationSeconds: 7, clipped: 0 });
    const bytes = await readFile(example);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(reference.sha256);

    expect(reference.annotations).toEqual(exampleEdf.annotations);
    expect(new Date(reference.startedAt)).toEqual(exampleEdf.startedAt);
    expect(reference.participant).toBe(exampleEdf.participant);
    exampleSamples().forEach((samples, channel) => {
      const read = reference.channels[channel];
      const volts = samples.map((value) => value * (read.unit === 'mV' ? 1e-3 : 1e-6));
      expect([read.name, read.rateHz]).toEqual([
        exampleEdf.channels[channel].label,
        exampleEdf.channels[channel].rateHz,
      ]);
      expect(read.samples).toBe(volts.length);
      read.firstVolts.forEach((value, at) => expect(value).toBeCloseTo(volts[at], 12));
      read.lastVolts.forEach((value, at) => expect(value).toBeCloseTo(volts.at(at - 5)!, 12));
      expect(read.sumOfVolts).toBeCloseTo(
        volts.reduce((sum, value) => sum + value, 0),
        9,
      );
    });
  });

  it('keeps every sample within half a step, however it is cut into blocks', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.double({ min: -3276.8, max: 3276.7, noNaN: true }), { minLength: 8, maxLength: 8 }),
        fc.nat(8),
        async (samples, cut) => {
          await writeEdf(path, one, [[samples.slice(0, cut)], [samples.slice(cut)]]);
          const bytes = await readFile(path);
          const header = 256 * 3;
          const record = (bytes.length - header) / 2;
          samples.forEach((value, at) => {
            const place = header + Math.floor(at / 4) * record + 2 * (at % 4);
            expect(Math.abs(bytes.readInt16LE(place) / 10 - value)).toBeLessThan(0.05 + 1e-9);
          });
        },
      ),
      { numRuns: 50 },
    ));

  it('counts what lies beyond its range, and stores the end of the range', async () => {
    const written = await writeEdf(path, one, [[[5000, -5000, 3276.7, -3276.8]]]);
    expect(written.clipped).toBe(2);
    const bytes = await readFile(path);
    expect([0, 2, 4, 6].map((at) => bytes.readInt16LE(256 * 3 + at))).toEqual([32767, -32768, 32767, -32768]);
  });

  it('tells neither day nor time where they are not to be known', async () => {
    await writeEdf(path, one, [[[1, 2, 3, 4]]]);
    expect((await text(8, 88)).trim()).toBe('sub-01 X X X');
    expect((await text(88, 168)).trim()).toBe('Startdate X X X test');
    expect(await text(168, 184)).toBe('01.01.8500.00.00');
  });
});

describe('what is refused leaves no file', () => {
  const channel = one.channels[0];
  const late = { onsetSeconds: 1, durationSeconds: 0, label: 'late' };
  it.each<[message: string, changed: Partial<EdfRecording>, samples: number[]]>([
    ['invalid channels: none', { channels: [] }, []],
    ['invalid label: "Ä"', { channels: [{ ...channel, label: 'Ä' }] }, []],
    ['invalid label: "a very long label"', { channels: [{ ...channel, label: 'a very long label' }] }, []],
    ['invalid rateHz of EEG Cz: 2.5', { channels: [{ ...channel, rateHz: 2.5 }] }, []],
    ['invalid stepSize of EEG Cz', { channels: [{ ...channel, stepSize: 1 / 3 }] }, []],
    ['invalid participant', { participant: 'x'.repeat(51) }, []],
    ['invalid startedAt: 1970', { startedAt: new Date(0) }, []],
    ['invalid times of late: -1 s', { annotations: [{ ...late, onsetSeconds: -1 }] }, [1, 2, 3, 4]],
    ['invalid onset: 1 s (the recording lasts 1 s)', { annotations: [late] }, [1, 2, 3, 4]],
    ['invalid length of EEG Cz: 1 samples left over', {}, [1, 2, 3, 4, 5]],
    ['invalid sample of EEG Cz: NaN', {}, [1, NaN, 3, 4]],
    ['invalid blocks: no samples', {}, []],
  ])('%s', async (message, changed, samples) => {
    const refused = join(folder.path, 'refused.edf');
    await expect(writeEdf(refused, { ...one, ...changed }, [[samples]])).rejects.toThrow(message);
    expect((await readdir(folder.path)).filter((name) => name.startsWith('refused'))).toEqual([]);
  });
});
