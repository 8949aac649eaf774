import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openApi } from './support/api';
import { startServer, type OwnServer } from './support/ownServer';
import { melodyWav } from './support/sounds';
import { expect, test } from './support/test';

/** So long that the browser does not load it all beforehand. */
const seconds = 200;

let root: string;
let server: OwnServer;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  root = mkdtempSync(join(tmpdir(), 'circumplex-lost-'));
  server = await start();
});
test.afterAll(async () => {
  await server.stop();
  rmSync(root, { recursive: true, force: true });
});

/** Brings one track, and waits until it is in the library. */
async function bringTrack(): Promise<void> {
  const api = openApi(server.url);
  await fetch(`${server.url}/api/upload?name=Harbour.wav`, {
    method: 'PUT',
    body: new Uint8Array(melodyWav(5, seconds)),
  });
  await expect.poll(async () => (await api.catalogue.summary.query()).tracks, { timeout: 120_000 }).toBe(1);
}

/** On the port it had before, once it had one. */
const start = () =>
  startServer({
    DATA_DIR: join(root, 'data'),
    WORKERS: '2',
    ...(server && { PORT: new URL(server.url).port }),
  });

const notice = (page: Page) => page.getByText('The server does not answer.', { exact: true });

/** Browsers tell every request that nobody answered. */
test.use({
  expectedComplaint:
    /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED|ERR_EMPTY_RESPONSE|Failed to fetch|ERR_CONNECTION_RESET/,
});

test('a lost server is said as that; pages and music stay and go on when it is back', async ({
  page,
  sound,
}) => {
  test.setTimeout(300_000);
  await bringTrack();
  await page.goto(`${server.url}/library`);
  await page.getByRole('button', { name: /^Play Harbour/ }).click();
  await expect.poll(sound.seconds).toBeGreaterThan(0.5);

  await server.stop();
  const heardBefore = await sound.seconds();
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Draw' }).click();
  await expect(notice(page)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Harbour' }).first()).toBeVisible();
  expect(new URL(page.url()).origin).toBe(server.url);
  await expect.poll(sound.seconds).toBeGreaterThan(heardBefore + 0.5);
  await expect(page.getByText(/moved or removed/)).toHaveCount(0);

  // What was not loaded cannot be heard yet, and says why.
  const slider = page.getByRole('slider', { name: /^Position in Harbour/ });
  const { width, height } = (await slider.boundingBox())!;
  await slider.click({ position: { x: 0.9 * width, y: height / 2 } });
  const trouble = page.getByRole('region', { name: 'Player' }).getByRole('alert');
  await expect(trouble).toContainText('the music goes on when it is back', { timeout: 30_000 });

  await page.getByRole('button', { name: 'Try now' }).click();
  await expect(notice(page)).toBeVisible();

  server = await start();
  await expect(notice(page)).toBeHidden({ timeout: 30_000 });
  await expect(page).toHaveURL(/\/draw/, { timeout: 30_000 });
  await expect(trouble).toBeHidden();
  await expect.poll(sound.paused).toBe(false);
  expect(await sound.seconds()).toBeGreaterThan(0.8 * seconds);
});
