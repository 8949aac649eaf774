import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import type { Api } from './support/api';
import { shotFilm } from './support/shotFilm';
import { expect, test } from './support/test';

test.beforeEach(({ api }) => removeAll(api));
test.afterEach(({ api }) => removeAll(api));

async function removeAll(api: Api): Promise<void> {
  for (const { projectId } of await api.film.projects.list.query())
    await api.film.projects.remove.mutate({ projectId });
}

const rate = { numerator: 24, denominator: 1 };
const shots = [
  { colour: '#c03020', frames: 240 },
  { colour: '#2060c0', frames: 192 },
  { colour: '#e0d8b0', frames: 288 },
  { colour: '#103018', frames: 240 },
];
const lengthFrames = 960;
const name = 'Reel 1.webm';

test('an editor does the whole job by keyboard', async ({ page, api }) => {
  test.setTimeout(300_000);
  await page.goto('/films');
  const buffer = await shotFilm(page, { rate, shots });
  await choose(page, 'Open a film', buffer);
  await page.waitForURL(/\/films\/\d+$/);
  const projectId = Number(page.url().split('/').at(-1));
  const documentNow = async () => (await api.film.projects.get.query({ projectId })).document;
  await expect(page.locator('video')).toBeVisible();

  await show(page, 'Film');
  await press(page, 'Find the cuts');
  await expect.poll(async () => (await documentNow()).cuts, { timeout: 90_000 }).toEqual([240, 432, 720]);

  await drawByWords(page, ['calm', 'tense', 'excited']);
  await expect.poll(async () => (await documentNow()).curve.map(({ t }) => t)).toEqual([0, 10, 18]);

  await weighLastShot(page);
  await expect
    .poll(async () => (await documentNow()).importance)
    .toEqual([{ start: 30, end: 40, weight: 4 }]);

  await page.keyboard.press('Home');
  await page.keyboard.press('m');
  await page.keyboard.type('The door');
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => (await documentNow()).markers)
    .toMatchObject([{ frame: 0, name: 'The door' }]);
  for (const key of ['i', 'End', 'o', 'c']) await page.keyboard.press(key);
  await expect
    .poll(async () => (await documentNow()).cues)
    .toMatchObject([{ inFrame: 0, outFrame: lengthFrames, chosen: null }]);

  const matches = page.getByRole('list', { name: 'Matches' }).getByRole('listitem');
  await expect(matches.first()).toBeVisible();
  await listen(page);
  await hit(page);
  await show(page, 'Matches');
  const best = matches.first();
  await expect(best).toContainText(/on it|[+−]\d+ f/);
  await best.getByRole('button', { name: /^Choose/ }).press('Enter');
  await expect(best).toContainText('chosen');
  await expect
    .poll(async () => (await documentNow()).cues[0])
    .toMatchObject({ chosen: {}, hitPoints: [{ event: 'beat' }] });

  await handOver(page);
  await reopen(page, buffer);
});

/** A tab beside the picture, or of the cue. */
async function show(page: Page, tab: string): Promise<void> {
  await page.getByRole('tab', { name: tab }).press('Enter');
  await expect(page.getByRole('tab', { name: tab })).toHaveAttribute('aria-selected', 'true');
}

const press = (page: Page, button: string | RegExp) =>
  page.getByRole('button', { name: button }).first().press('Enter');

/** Opens a file by a button that asks for one. */
async function choose(page: Page, button: string, buffer: Buffer): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser', { timeout: 15_000 }),
    press(page, button),
  ]);
  await chooser.setFiles({ name, mimeType: 'video/webm', buffer });
}

/** A word on the first frame of the film and of each shot that follows. */
async function drawByWords(page: Page, words: string[]): Promise<void> {
  await page.keyboard.press('Home');
  for (const [place, word] of words.entries()) {
    if (place > 0) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('w');
    await page.getByRole('button', { name: /Word$/ }).press('Enter');
    await page.getByRole('option', { name: word, exact: true }).press('Enter');
    await press(page, 'Set at the playhead');
  }
}

/** From the last cut to the end, all of four times the usual weight. */
async function weighLastShot(page: Page): Promise<void> {
  for (const key of ['ArrowDown', 'i', 'End', 'o']) await page.keyboard.press(key);
  await show(page, 'Importance');
  await press(page, 'Weigh in to out');
  await page.getByRole('textbox', { name: 'Weight' }).fill('4');
  await page.keyboard.press('Tab');
}

/** Hears the best match against the picture: it runs, and keeps within a frame of it. */
async function listen(page: Page): Promise<void> {
  const bar = page.locator('[data-behind-milliseconds]');
  await press(page, /^Listen to/);
  await expect(bar).toBeVisible({ timeout: 30_000 });
  await expect
    .poll(async () => Math.abs(Number(await bar.getAttribute('data-behind-milliseconds'))))
    .toBeLessThan(1000 / 24);
  await press(page, /^Stop/);
}

/** A beat is to fall on the second cut. */
async function hit(page: Page): Promise<void> {
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await show(page, 'Hit points');
  await press(page, 'a beat');
}

async function handOver(page: Page): Promise<void> {
  await press(page, 'All cues');
  await press(page, 'Hand over');
  await press(page, 'Render');
  const save = page.getByRole('link', { name: 'Save the ZIP' });
  await expect(save).toBeVisible({ timeout: 60_000 });
  const [download] = await Promise.all([page.waitForEvent('download'), save.press('Enter')]);
  expect(download.suggestedFilename()).toBe('Reel 1 music.zip');
  const files = unzipSync(await readFile(await download.path()));
  const kinds = Object.keys(files).map((path) => path.replace(/.*(?=\.)/, ''));
  expect(kinds.toSorted()).toEqual(['.csv', '.edl', '.edl', '.fcpxml', '.otio', '.txt', '.wav', '.xml']);
  const [otio] = Object.entries(files).filter(([path]) => path.endsWith('.otio'));
  expect(JSON.parse(Buffer.from(otio[1]).toString())).toMatchObject({ OTIO_SCHEMA: 'Timeline.1' });
  await page.keyboard.press('Escape');
}

/** Another day: the project is opened again, and asks for its film. */
async function reopen(page: Page, buffer: Buffer): Promise<void> {
  await page.goto('/films');
  await page.getByRole('link', { name: 'Reel 1', exact: true }).press('Enter');
  await expect(page.getByText(`or drop it here: “${name}”.`)).toBeVisible();
  await choose(page, 'Open its film', buffer);
  await expect(page.locator('video')).toBeVisible();
  await show(page, 'Cues');
  await expect(page.getByRole('list', { name: 'Cues' }).getByRole('listitem')).toContainText('distance');
}
