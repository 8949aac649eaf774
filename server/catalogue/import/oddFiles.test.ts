import { spawnSync } from 'node:child_process';
import { mkdirSync, truncateSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problems } from '../../jobs/problems';
import { analyses } from '@/db/schema';
import { riffHeader } from '@/ml/audio/riffHeader';
import { writeFlacFile } from '@/ml/audio/testing/flac.testing';
import { openTestLibrary, type TestLibrary } from '../testing/library.testing';
import { writeTestWav } from '../../analysis/testing/sounds.testing';

let library: TestLibrary;
const at = (name: string) => join(library.folder, name);

/** Bytes that are nothing, the same in every run. */
function noise(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => (state = (state * 48_271) % 2_147_483_647) & 255);
}

const longName = `${'n'.repeat(251)}.wav`;
const strangeNames = [
  'it\'s "quoted".wav',
  'two\nlines\u001b[31m.wav',
  'émoji 🎻.wav',
  '-rf $(x); --.wav',
  longName,
];

describe('odd files', () => {
  let jobs: Map<string, { state: string; failure: string | null; warning: string | null }>;
  let tracks: Map<string, { title: string; durationSeconds: number; channels: number; sampleRateHz: number }>;

  beforeAll(async () => {
    library = await openTestLibrary();
    writeFileSync(at('empty.wav'), '');
    writeFileSync(at('random.mp3'), noise(50_000));
    writeFileSync(at('text.mp3'), 'This is only a letter.\n'.repeat(100));
    writeFileSync(at('notes.txt'), 'not looked at');
    mkdirSync(at('folder.flac'));
    writeTestWav(join(at('folder.flac'), 'inside.wav'), { seed: 1 });
    writeTestWav(at('silence.wav'), { seed: 0 });
    writeTestWav(at('short.wav'), { seed: 2, seconds: 0.3 });
    writeTestWav(at('low rate.wav'), { seed: 3, sampleRateHz: 8000 });
    writeTestWav(at('high rate.wav'), { seed: 4, sampleRateHz: 192_000, bits: 24, channels: 2 });
    writeTestWav(at('surround.wav'), { seed: 5, channels: 6, sampleRateHz: 48_000 });
    writeTestWav(at('cut off.wav'), { seed: 6, seconds: 4 });
    truncateSync(at('cut off.wav'), statSync(at('cut off.wav')).size / 2);
    writeTestWav(at('wrongly named.mp3'), { seed: 7 });
    strangeNames.forEach((name, i) => writeTestWav(at(name), { seed: 10 + i }));
    await library.import();
    const rows = await library.rows();
    jobs = new Map(rows.jobs.map((job) => [job.path, job]));
    const byId = new Map(rows.tracks.map((track) => [track.id, track]));
    tracks = new Map(
      rows.files.flatMap(({ path, trackId }) => (byId.has(trackId) ? [[path, byId.get(trackId)!]] : [])),
    );
  });
  afterAll(() => library.close());

  it.each([
    ['empty.wav', /empty/],
    ['random.mp3', /not sound of any kind/],
    ['text.mp3', /not sound of any kind/],
  ])('%s fails with a plain reason', (name, reason) => {
    expect(jobs.get(at(name))).toMatchObject({ state: 'failed' });
    expect(jobs.get(at(name))?.failure).toMatch(reason);
  });

  it('leaves out what does not end like sound, and walks a folder that does', () => {
    expect(jobs.has(at('notes.txt'))).toBe(false);
    expect(jobs.get(join(at('folder.flac'), 'inside.wav'))).toMatchObject({ state: 'done' });
  });

  it.each([
    ['silence.wav', { durationSeconds: 2, channels: 1, sampleRateHz: 16_000 }],
    ['short.wav', { durationSeconds: 0.3, channels: 1, sampleRateHz: 16_000 }],
    ['low rate.wav', { durationSeconds: 2, channels: 1, sampleRateHz: 8000 }],
    ['high rate.wav', { durationSeconds: 2, channels: 2, sampleRateHz: 192_000 }],
    ['surround.wav', { durationSeconds: 2, channels: 6, sampleRateHz: 48_000 }],
    ['wrongly named.mp3', { durationSeconds: 2, channels: 1, sampleRateHz: 16_000, container: 'wav' }],
  ])('%s is analysed', (name, expected) => {
    expect(jobs.get(at(name))).toMatchObject({ state: 'done', failure: null, warning: null });
    expect(tracks.get(at(name))).toMatchObject(expected);
  });

  it('takes a file that is cut off as far as it goes, and says so', async () => {
    expect(jobs.get(at('cut off.wav'))).toMatchObject({ state: 'done' });
    expect(jobs.get(at('cut off.wav'))?.warning).toMatch(/4\.0 seconds/);
    expect(tracks.get(at('cut off.wav'))?.durationSeconds).toBeCloseTo(2, 1);
    const { rows, total } = await problems(library.database, 10);
    expect(total).toBe(4);
    expect(rows.find(({ detail }) => detail === at('cut off.wav'))).toMatchObject({ state: 'done' });
  });

  it.each(strangeNames)('a file called %j is analysed under its own name', (name) => {
    expect(jobs.get(at(name))).toMatchObject({ state: 'done' });
    expect(tracks.get(at(name))?.title).not.toMatch(/\p{Control}/u);
  });

  it('reports a name that is not UTF-8', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${library.folder}/`),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('.wav'),
    ]);
    writeFileSync(bytes, 'x');
    const { obstacles } = await library.enqueue();
    expect(obstacles).toMatchObject([{ reason: expect.stringMatching(/UTF-8/) as string, folder: false }]);
  });
});

/** A mono float WAV file of this sound at 16 kHz. */
function floatWav(samples: Float32Array): Uint8Array {
  const header = riffHeader({ sampleRateHz: 16_000, channels: 1, frames: samples.length, bitsPerSample: 32 });
  return Buffer.concat([header, new Uint8Array(samples.buffer)]);
}

const isFfmpegInstalled = spawnSync('ffmpeg', ['-version']).error === undefined;

/** Eight seconds of a tone as M4A, its description first, cut off at 60 %. */
function writeCutM4a(path: string): void {
  const source = ['-f', 'lavfi', '-i', 'sine=440:r=44100:d=8'];
  const { status } = spawnSync('ffmpeg', ['-v', 'error', ...source, '-movflags', 'faststart', '-y', path]);
  expect(status).toBe(0);
  truncateSync(path, Math.round(0.6 * statSync(path).size));
}

describe('odd sound', () => {
  let sounds: TestLibrary;
  let jobs: Map<string, { state: string; failure: string | null; warning: string | null }>;
  let tracks: Map<string, { id: number; durationSeconds: number }>;
  let emotions: Map<number, number[]>;
  const place = (name: string) => join(sounds.folder, name);

  beforeAll(async () => {
    sounds = await openTestLibrary();
    const tones = Float32Array.from(
      { length: 48_000 },
      (_, i) => 0.3 * Math.sin(i / (8 + Math.floor(i / 8000))),
    );
    writeFileSync(place('one sample.wav'), floatWav(tones.slice(1, 2)));
    writeFileSync(place('plain.wav'), floatWav(tones));
    writeFileSync(
      place('not a number.wav'),
      floatWav(tones.map((sample, i) => (i === 32_000 ? NaN : sample))),
    );
    const numbers = Array.from(tones, (sample) => Math.round(sample * 2 ** 19));
    const deep = { channels: [numbers], bitDepth: 20, sampleRateHz: 16_000, blockSizes: [4096] };
    writeFileSync(place('20 bits.flac'), writeFlacFile({ ...deep, isUnsaid: true }));
    const turned = numbers.map((number) => -number);
    writeFileSync(place('antiphase.flac'), writeFlacFile({ ...deep, channels: [numbers, turned] }));
    if (isFfmpegInstalled) writeCutM4a(place('cut off.m4a'));
    await sounds.import();
    const rows = await sounds.rows();
    jobs = new Map(rows.jobs.map((job) => [job.path, job]));
    const byId = new Map(rows.tracks.map((track) => [track.id, track]));
    tracks = new Map(rows.files.map(({ path, trackId }) => [path, byId.get(trackId)!]));
    const points = await sounds.database
      .select({ trackId: analyses.trackId, emotion: analyses.emotion })
      .from(analyses);
    emotions = new Map(points.map(({ trackId, emotion }) => [trackId, emotion]));
  });
  afterAll(() => sounds.close());

  it('is said to be too short to hear', () => {
    expect(jobs.get(place('one sample.wav'))?.failure).toMatch(/^it is too short to hear/);
  });

  it.each(['not a number.wav', '20 bits.flac', 'antiphase.flac'])(
    '%s is heard like the plain one',
    (name) => {
      expect(jobs.get(place(name))).toMatchObject({ state: 'done', failure: null, warning: null });
      const [plain, heard] = [tracks.get(place('plain.wav'))!, tracks.get(place(name))!];
      expect(heard.durationSeconds).toBe(3);
      const [expected, emotion] = [plain, heard].map(({ id }) => emotions.get(id) ?? []);
      expect(emotion).toHaveLength(2);
      emotion.forEach((value, axis) => expect(Math.abs(value - expected[axis])).toBeLessThan(0.02));
    },
  );

  it.skipIf(!isFfmpegInstalled)('tells up to where an M4A that is cut off is heard', () => {
    expect(jobs.get(place('cut off.m4a'))).toMatchObject({ state: 'done', failure: null });
    expect(jobs.get(place('cut off.m4a'))?.warning).toMatch(
      /^it is heard up to 0:04, not further: .*cut off/,
    );
  });
});
