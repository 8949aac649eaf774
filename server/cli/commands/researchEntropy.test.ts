import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeSmallRecording } from '../../research/eeg/testing/smallRecording.testing';
import { readNpyHeader } from '../../research/recordings/numpy/npyHeader';
import { TestFolder } from '../../research/recordings/testing/files.testing';
import { runResearch } from '../testing/researchCommand.testing';

const folder = new TestFolder();
afterAll(() => folder.remove());
const at = (name: string) => join(folder.path, name);

interface Told {
  windows: { all: number; rejected: number; left: number };
  bad: { channel: string; reason: string; outcome: string }[];
  rejected: { startSeconds: number; endSeconds: number; channel: string }[];
  means: { channel: string; nats: Record<string, number> }[];
  warnings: string[];
  files: string[];
}

const entropyOf = async (...args: string[]): Promise<Told> =>
  JSON.parse((await runResearch(true, 'entropy', ...args)).text) as Told;

describe('research entropy', () => {
  it('tells what was dropped: channels, stretches and the windows that they touch', async () => {
    const path = await writeSmallRecording(at('dropped.edf'), { flat: 'Cz', jumpSeconds: 15 });
    const told = await entropyOf(path, '--preset', 'published');
    expect(told.bad).toEqual([
      { channel: 'EEG Cz', reason: 'flat', measured: 1, limit: 0.5, outcome: 'interpolated' },
    ]);
    expect(told.rejected).toMatchObject([{ channel: 'EEG Fp1' }]);
    const [{ startSeconds, endSeconds }] = told.rejected;
    expect(startSeconds).toBeLessThanOrEqual(15);
    expect(endSeconds).toBeGreaterThanOrEqual(16);
    const touched = Array.from({ length: 18 }, (_, start) => start < endSeconds && start + 3 > startSeconds);
    expect(told.windows).toEqual({
      all: 18,
      rejected: touched.filter(Boolean).length,
      left: 18 - touched.filter(Boolean).length,
    });
    const { text } = await runResearch(false, 'entropy', path, '--preset', 'published');
    expect(text).toContain('bad channel EEG Cz: flat');
    expect(text).toContain(`${told.windows.rejected} of 18 windows rejected`);
  });

  it('finds a tone where it is: in its band, at the back of the head', async () => {
    const path = await writeSmallRecording(at('back.edf'), { backHz: 10 });
    const { means } = await entropyOf(
      path,
      '--method',
      'filter-bank',
      '--reference',
      'none',
      '--no-find-bad',
    );
    const byChannel = new Map(means.map(({ channel, nats }) => [channel, nats]));
    const [back, front] = [byChannel.get('EEG Oz')!, byChannel.get('EEG Fz')!];
    expect(back.alpha - front.alpha).toBeGreaterThan(0.5);
    expect(Math.abs(back.beta - front.beta)).toBeLessThan(0.2);
  });

  it('writes windows as an array, a table and a document that agree', async () => {
    const annotations = [{ onsetSeconds: 2, durationSeconds: 12, label: 'first-light' }];
    const path = await writeSmallRecording(at('events.edf'), { annotations });
    const windows = ['--window', '4', '--hop', '2', '--step', '2', '--bands', 'alpha:8-13', 'low beta:13-20'];
    const outs = ['npy', 'csv', 'json'].map((ending) => at(`windows.${ending}`));
    for (const out of outs.slice(1)) await entropyOf(path, ...windows, '--out', out);
    const document = JSON.parse(readFileSync(outs[2], 'utf8')) as {
      values: number[][][][];
      each: { startSeconds: number; event: string | null }[];
    };
    const { files } = await entropyOf(path, ...windows, '--out', outs[0], '--head-map', at('head.svg'));
    expect(files).toEqual([outs[0], outs[2], at('head.svg')]);
    const bytes = readFileSync(outs[0]);
    const { shape, offsetBytes } = readNpyHeader(outs[0], bytes);
    expect(shape).toEqual([9, 2, 32, 2]);
    const values = new Float32Array(
      bytes.buffer.slice(bytes.byteOffset + offsetBytes, bytes.byteOffset + bytes.length),
    );
    expect(Array.from(values, (value) => Number(value.toPrecision(8)))).toEqual(document.values.flat(3));
    expect(document.each.map(({ event }) => event !== null)).toEqual(
      document.each.map(({ startSeconds }) => startSeconds >= 2 && startSeconds <= 10),
    );
    const [header, ...rows] = readFileSync(outs[1], 'utf8').trimEnd().split('\n');
    expect(header.split(',').slice(0, 6)).toEqual([
      ...['window_s', 'step_s', 'rejected', 'event'],
      ...['EEG Fp1 alpha [nats]', 'EEG Fp1 low beta [nats]'],
    ]);
    expect(rows[3].split(',').slice(0, 4)).toEqual(['2', '4', '0', 'first-light']);
    expect(Number(rows[3].split(',')[5])).toBe(document.values[1][1][0][1]);
    expect(readFileSync(at('head.svg'), 'utf8')).toMatch(/^<svg[^]*low beta[^]*<\/svg>/);
  });

  it('refuses a band that the recorder took away, and flags one that it weakened', async () => {
    const path = await writeSmallRecording(at('filtered.edf'), { prefilter: 'HP:5Hz LP:30Hz' });
    await expect(entropyOf(path)).rejects.toThrow(
      'gamma (30 to 45 Hz) was taken away by a low-pass at 30 Hz',
    );
    const { warnings } = await entropyOf(path, '--bands', 'theta:4-8', 'beta:13-30');
    expect(warnings).toContain(
      'theta (4 to 8 Hz) begins below a high-pass at 5 Hz: its lower part is weakened.',
    );
  });

  it('refuses what cannot be, before a long recording is read', async () => {
    const path = await writeSmallRecording(at('short.edf'), { seconds: 5 });
    await expect(entropyOf(path)).rejects.toThrow(
      'it lasts 5 s, shorter than a window of 10 s: measure it by windows of 5 s or less',
    );
    await expect(entropyOf(path, '--out', 'x.mat')).rejects.toThrow('.npy, .csv or .json');
    await expect(entropyOf(path, '--bands', 'alpha')).rejects.toThrow('theta:4-8');
    await expect(entropyOf(path, '--channels', 'Q1')).rejects.toThrow('invalid channel: Q1');
    await expect(entropyOf(path, '--window', '2.5')).rejects.toThrow('a whole number of steps');
    await expect(entropyOf(path, '--bad-channels', 'Q1', '--window', '2')).rejects.toThrow('Q1');
  });
});

const real = new URL('../../../../shared/neuro/eeg_files/eeglab/eeglab_data.set', import.meta.url).pathname;

it.skipIf(!existsSync(real))('measures a real recording (beside the checkout)', async () => {
  const { windows, means } = await entropyOf(real, '--preset', 'published');
  expect(windows.left).toBeGreaterThan(100);
  for (const { nats } of means) expect(Number.isFinite(nats.alpha)).toBe(true);
});
