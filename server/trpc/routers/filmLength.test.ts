import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importedNow } from '../../base/testing/importedFile.testing';
import { files } from '@/db/schema';
import { encodePcm16, wavHeader } from '@/ml/audio/wav';
import { createRandom } from '@/ml/random';
import { projectOf } from '../../film/projects/testing/filmProject.testing';
import { openTestHouse, refusal, type TestHouse } from '../testing/house.testing';

const sampleRateHz = 16_000;
const times = Array.from({ length: 54 }, (_, beat) => 0.5 + beat / 2);

let house: TestHouse;
let path: string;
beforeAll(async () => {
  house = await openTestHouse(2);
  const { database, dataDirectory } = house.library;
  mkdirSync(dataDirectory, { recursive: true });
  path = join(dataDirectory, 'strokes.wav');
  const random = createRandom(7, 'strokes');
  const sound = Float32Array.from({ length: 28 * sampleRateHz }, () => 0.001 * random.between(-1, 1));
  for (const time of times)
    for (let i = 0; i < 1500; i++)
      sound[Math.round(time * sampleRateHz) + i] +=
        0.3 * Math.exp(-i / 300) * Math.sin((2 * Math.PI * 700 * i) / sampleRateHz);
  const header = wavHeader({ sampleRateHz, channels: 1, frames: sound.length });
  writeFileSync(path, Buffer.concat([header, encodePcm16({ channels: [sound], sampleRateHz })]));
  await database.update(files).set(importedNow(path)).where(eq(files.trackId, 1));
  await database.delete(files).where(eq(files.trackId, 2));
});
afterAll(() => house.close());

describe('the events of a track', () => {
  it('are told in seconds, and kept', async () => {
    const events = await house.ask.film.trackEvents({ trackId: 1 });
    expect(events.steady).toBe(true);
    for (const time of times.slice(2, -2))
      expect(Math.min(...events.beats.map((beat) => Math.abs(beat - time)))).toBeLessThan(0.02);
    expect(events.onsets.length).toBeGreaterThanOrEqual(times.length - 2);
    const kept = join(house.library.dataDirectory, 'cache', 'film-events');
    expect(readdirSync(kept)).toHaveLength(1);
    rmSync(path);
    expect(await house.ask.film.trackEvents({ trackId: 1 })).toEqual(events);
    rmSync(kept, { recursive: true });
    expect(existsSync(path)).toBe(false);
    expect(await refusal('film.trackEvents', { trackId: 1 })).toMatchObject({ status: 404 });
  });

  it('are refused where no file of it is on disk', async () => {
    expect((await refusal('film.trackEvents', { trackId: 2 })).message).toContain(
      'invalid trackId: 2 (no file of it is on disk)',
    );
  });
});

describe('fitting a track to a cue', () => {
  const curve = [
    { t: 0, valence: 0, arousal: -0.5 },
    { t: 20, valence: 0.5, arousal: 0.5 },
  ];

  it('needs a cue, a track, a curve, and something that counts', async () => {
    const { projects } = house.ask.film;
    const { projectId } = await projects.create({ document: projectOf({ curve }) });
    const asked = { projectId, cueId: 'c1', trackId: 2 };
    const messageOf = async (input: object) => (await refusal('film.fitLength', input)).message;
    expect(await messageOf({ ...asked, cueId: 'c9' })).toContain('invalid cueId: c9');
    expect(await messageOf(asked)).toContain('invalid trackId: 2');
    const bare = await projects.create({ document: projectOf() });
    expect(await messageOf({ ...asked, projectId: bare.projectId, trackId: 1 })).toContain('invalid curve');
    const importance = [{ start: 0, end: 41, weight: 0 }];
    const unheard = await projects.create({ document: projectOf({ curve, importance }) });
    expect(await messageOf({ ...asked, projectId: unheard.projectId, trackId: 1 })).toContain(
      'invalid importance: 0 everywhere',
    );
  });

  it('says why there is no edit', async () => {
    const { projectId } = await house.ask.film.projects.create({ document: projectOf({ curve }) });
    const answer = await house.ask.film.fitLength({ projectId, cueId: 'c1', trackId: 1 });
    expect(answer).toMatchObject({
      offered: false,
      reason: 'the cue is shorter than 20 seconds, too short for a join',
    });
  });
});
