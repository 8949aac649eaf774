import { afterAll, expect, it } from 'vitest';
import { TestFolder } from '../../testing/files.testing';
import { openEeg } from '../openEeg';
import { samplesOf } from '../testing/samples.testing';

const folder = new TestFolder();
afterAll(() => folder.remove());

const names = 'TimeStamp,Delta_TP9,RAW_TP9,RAW_AF7,Battery,Elements';
const stamp = (milliseconds: number) =>
  new Date(Date.UTC(2024, 1, 29, 23, 59, 59) + milliseconds).toISOString().replace('T', ' ').replace('Z', '');

it('reads lines at the rate of the headband, events between them, and cells that are left away', async () => {
  const rows = Array.from(
    { length: 257 },
    (_, row) => `${stamp(Math.round((row * 1000) / 256))},,${row},${-row},90${row % 2 === 0 ? ',' : ''}`,
  );
  rows.splice(129, 0, `${stamp(500)},,,,,/muse/elements/blink`);
  const recording = await openEeg(folder.write('muse.csv', [names, ...rows].join('\n')));
  expect(recording).toMatchObject({
    format: 'Muse (Mind Monitor)',
    startedAt: '2024-02-29T23:59:59',
    warnings: [],
  });
  expect(recording.events).toEqual([
    { onsetSeconds: 0.5, durationSeconds: 0, label: '/muse/elements/blink' },
  ]);
  expect(recording.channels).toMatchObject([
    { name: 'Delta_TP9', unit: 'Bel', kind: 'other' },
    { name: 'TP9', unit: 'uV', kind: 'eeg', rateHz: 256, samples: 257 },
    { name: 'AF7', unit: 'uV', kind: 'eeg' },
    { name: 'Battery', unit: '%', kind: 'other' },
  ]);
  const [delta, first, second] = await samplesOf(recording);
  expect(delta.every(Number.isNaN)).toBe(true);
  expect([...first]).toEqual(Array.from({ length: 257 }, (_, row) => row));
  expect(second[256]).toBe(-256);
});

it('warns of a slow recording and of samples that are missing', async () => {
  const rows = [0, 1000, 2000, 9000].map((time) => `${stamp(time)},1,2,3,90`);
  const { warnings } = await openEeg(folder.write('slow.csv', [names, ...rows].join('\n')));
  expect(warnings.join('; ')).toMatch(/constant recording interval.*samples are missing after 2.00 s/);
});

it('refuses a line without a time, naming it', async () => {
  const text = [names, `${stamp(0)},1,2,3,90`, 'later,1,2,3,90'].join('\n');
  await expect(openEeg(folder.write('bad.csv', text))).rejects.toThrow(/line 3: "later" is no time/);
});
