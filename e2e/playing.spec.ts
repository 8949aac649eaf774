import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Api } from './support/api';
import { allTracks } from './support/api';
import {
  encodedSounds,
  makeEncodedSounds,
  makeJoinedSounds,
  soundsMissing,
  type EncodedSound,
} from './support/encodedSounds';
import { startServer, type OwnServer } from './support/ownServer';
import { openApi } from './support/api';
import { expect, test } from './support/test';

let root: string;
let server: OwnServer;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  root = mkdtempSync(join(tmpdir(), 'circumplex-playing-'));
  server = await startServer({ DATA_DIR: join(root, 'data'), WORKERS: '2' });
});
test.afterAll(async () => {
  await server.stop();
  rmSync(root, { recursive: true, force: true });
});

interface Played {
  mediaType: string | null;
  /** As the browser tells it, in seconds. */
  duration: number;
  /** Whether it went on to its end from shortly before. */
  ended: boolean;
  error: string | null;
}

/** Plays the last half second of a track. */
const play = (page: Page, trackId: number): Promise<Played> =>
  page.evaluate(async (address) => {
    const { headers } = await fetch(address, { method: 'HEAD' });
    const audio = new Audio(address);
    const heard = (name: string) =>
      new Promise<boolean>((resolve) => {
        audio.addEventListener(name, () => resolve(true), { once: true });
        audio.addEventListener('error', () => resolve(false), { once: true });
      });
    const loaded = await heard('loadedmetadata');
    const { duration } = audio;
    audio.currentTime = Math.max(0, duration - 0.5);
    const ended = loaded && heard('ended');
    if (loaded) await audio.play().catch(() => undefined);
    return {
      mediaType: headers.get('content-type'),
      duration,
      ended: await ended,
      error: audio.error?.message ?? null,
    };
  }, `/api/audio/${trackId}`);

/** Uploads files and waits until all of them are heard. */
async function bring(api: Api, sounds: EncodedSound[]): Promise<void> {
  const jobIds: number[] = [];
  for (const { name } of sounds) {
    const answer = await fetch(`${server.url}/api/upload?name=${encodeURIComponent(name)}`, {
      method: 'PUT',
      body: readFileSync(join(root, name)),
    });
    const { jobId } = (await answer.json()) as { jobId: number | null };
    if (jobId !== null) jobIds.push(jobId);
  }
  const failures = async () =>
    (await api.catalogue.jobs.query({ jobIds })).map(({ state, failure }) => failure ?? state);
  await expect.poll(failures, { timeout: 240_000 }).toEqual(jobIds.map(() => 'done'));
}

test('every kind of file plays to its end, as it is or converted', async ({ page }) => {
  const missing = await soundsMissing();
  test.skip(missing !== false, String(missing));
  test.setTimeout(420_000);
  await makeEncodedSounds(root);
  const sounds = [...encodedSounds, ...(await makeJoinedSounds(root))];
  const api = openApi(server.url);
  await bring(api, sounds);
  const tracks = await allTracks(api);
  await page.goto(`${server.url}/library`);
  for (const { name, mediaType } of sounds) {
    await test.step(name, async () => {
      const track = tracks.find(({ title }) => title === name.replace(/\.[^.]+$/, ''));
      expect(track, `${name} is in the library`).toBeDefined();
      const played = await play(page, track!.trackId);
      expect
        .soft({ name, ...played, duration: 0 })
        .toEqual({ name, mediaType, duration: 0, ended: true, error: null });
      expect
        .soft(Math.abs(played.duration - track!.durationSeconds), `${name}: ${played.duration} s`)
        .toBeLessThan(0.15);
    });
  }
});

test.describe('a browser that cannot play a file', () => {
  test('is sent it converted, and goes on from where it was', async ({ page, sound }) => {
    test.setTimeout(120_000);
    const missing = await soundsMissing();
    test.skip(missing !== false, String(missing));
    const api = openApi(server.url);
    const track = (await allTracks(api)).find(({ title }) => title === 'opus')!;
    // As it comes to a browser without the codec: bytes that it makes nothing of.
    await page.route(`**/api/audio/${track.trackId}`, (route) =>
      route.request().headers().range === 'bytes=0-0'
        ? route.continue()
        : route.fulfill({ contentType: 'audio/ogg', body: 'no sound at all' }),
    );
    await page.goto(`${server.url}/tracks/${track.trackId}`);
    await page.getByRole('button', { name: 'Play', exact: true }).first().click();
    await expect.poll(sound.seconds, { timeout: 60_000 }).toBeGreaterThan(0.5);
    await expect(page.getByRole('region', { name: 'Player' }).getByRole('alert')).toBeHidden();
  });
});
