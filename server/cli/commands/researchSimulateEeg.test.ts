import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openEeg } from '../../research/recordings/eeg/openEeg';
import { TestFolder } from '../../research/recordings/testing/files.testing';
import { runResearch, type Written } from '../testing/researchCommand.testing';

const folder = new TestFolder();
const out = join(folder.path, 'simulated');
const small = ['--participants', '2', '--tracks', '3', '--seed', '4'];
let told: Written;
beforeAll(async () => {
  told = await runResearch(true, 'simulate-eeg', '--out', out, ...small);
});
afterAll(() => folder.remove());

const rowsOf = (name: string) =>
  readFileSync(join(out, name), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));

it('writes recordings, trials and tracks that belong together', async () => {
  expect(JSON.parse(told.text)).toMatchObject({ simulated: true, participants: ['sub-01', 'sub-02'] });
  const [header, ...trials] = rowsOf('trials.tsv');
  expect(header).toEqual(['participant', 'file', 'onset', 'duration', 'track', 'valence', 'arousal']);
  const tracks = rowsOf('tracks.tsv').slice(1);
  expect(tracks.map(([, , , sound]) => sound)).toEqual(tracks.map(([name]) => `demo:${name}`));
  expect(trials).toHaveLength(2 * tracks.length);
  const own = trials.filter(([participant]) => participant === 'sub-02');
  const { events, channels, durationSeconds } = await openEeg(join(out, own[0][1]));
  expect(events.map((event) => [event.onsetSeconds, event.durationSeconds, event.label])).toEqual(
    own.map(([, , onset, duration, track]) => [Number(onset), Number(duration), track]),
  );
  expect(channels).toHaveLength(32);
  expect(durationSeconds).toBeGreaterThan(events.at(-1)!.onsetSeconds);
});

it('says in every file that it is simulated', () => {
  for (const name of readdirSync(out)) {
    if (name.endsWith('.edf')) {
      expect(name).toContain('simulated');
      expect(readFileSync(join(out, name)).toString('latin1', 8, 168)).toMatch(/simulated.*simulated/);
    }
  }
  expect(JSON.parse(readFileSync(join(out, 'simulation.json'), 'utf8'))).toMatchObject({ simulated: true });
});

it('writes the same for the same seed, and refuses a folder with something in it', async () => {
  const again = join(folder.path, 'again');
  const other = join(folder.path, 'other');
  await runResearch(true, 'simulate-eeg', '--out', again, ...small);
  await runResearch(true, 'simulate-eeg', '--out', other, ...small.slice(0, 4), '--seed', '5');
  const digest = (path: string, name: string) =>
    createHash('sha256')
      .update(readFileSync(join(path, name)))
      .digest('hex');
  for (const name of readdirSync(out)) expect(digest(again, name)).toBe(digest(out, name));
  const recording = 'sub-01_simulated_eeg.edf';
  expect(digest(other, recording)).not.toBe(digest(out, recording));
  await expect(runResearch(true, 'simulate-eeg', '--out', again)).rejects.toThrow('something is in it');
});

it('leaves nothing behind where it is refused', async () => {
  const before = readdirSync(folder.path);
  const refused = join(folder.path, 'refused');
  await expect(runResearch(true, 'simulate-eeg', '--out', refused, '--effect', '9')).rejects.toThrow(
    '0 to 3',
  );
  expect(readdirSync(folder.path)).toEqual(before);
});

it('writes a training set at once, the same for the same seed', async () => {
  const [one, other] = [join(folder.path, 'set'), join(folder.path, 'set again')];
  const { text } = await runResearch(true, 'simulate-eeg', '--set', '--out', one, ...small);
  const { windows, tracks, simulated } = JSON.parse(text) as {
    windows: number;
    tracks: string[];
    simulated: true;
  };
  expect([tracks.length, simulated]).toEqual([3, true]);
  const shapeOf = (name: string) =>
    /'shape': \(([\d, ]+)\)/.exec(readFileSync(join(one, name)).toString('latin1', 0, 128))?.[1];
  expect(shapeOf('eeg.npy')).toBe(`${windows}, 10, 128`);
  expect(shapeOf('windows.npy')).toBe(`${windows}, 3`);
  expect(shapeOf('music.npy')).toBe(`${windows}, 24`);
  const set = JSON.parse(readFileSync(join(one, 'set.json'), 'utf8')) as Record<string, unknown>;
  expect(set).toMatchObject({ simulated: true, steps: 10, embedding: { name: 'simulated embedding' } });
  await runResearch(true, 'simulate-eeg', '--set', '--out', other, ...small);
  for (const name of readdirSync(one))
    expect(readFileSync(join(other, name)).equals(readFileSync(join(one, name)))).toBe(true);
});
