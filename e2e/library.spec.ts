import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { allTracks, type Api } from './support/api';
import { melodyWav, writeSilence } from './support/sounds';
import { expect, test } from './support/test';

/** New recordings at every run: a server that has seen them before would only say that it knows them. */
const seed = Date.now() % 1_000_000_000;

const tracks = (page: Page) => page.getByRole('grid', { name: 'Tracks' });
const row = (page: Page, title: string) => tracks(page).getByRole('row', { name: title });
const names = (page: Page) => tracks(page).getByRole('rowheader').getByRole('link');
const wav = (name: string, buffer: Buffer) => ({ name, mimeType: 'audio/wav', buffer });

/** Listening takes as long as the machine is slow. */
const listened = { timeout: 60_000 };
test.beforeEach(async ({ api }) => {
  test.setTimeout(180_000);
  await tidy(api);
});
test.afterEach(({ api }) => tidy(api));

/** Takes away what these tests bring in, also what a run left that was cut off. */
async function tidy(api: Api): Promise<void> {
  await unwatchAll(api);
  await removeTracks(api, 'Browser test');
  await api.catalogue.dismiss.mutate({ jobIds: 'all' });
}

async function unwatchAll(api: Api): Promise<void> {
  for (const { path } of await api.catalogue.watched.query()) await api.catalogue.unwatch.mutate({ path });
}

async function removeTracks(api: Api, text: string): Promise<void> {
  const found = (await allTracks(api)).filter(({ title }) => title.startsWith(text));
  if (found.length > 0) await api.catalogue.remove.mutate({ trackIds: found.map(({ trackId }) => trackId) });
}

test('files are uploaded, listened to and found; what is no sound is said to be none', async ({
  page,
  api,
}) => {
  await page.goto('/library');
  const before = (await allTracks(api)).length;
  await page.locator('input[type=file]').setInputFiles([
    wav('Browser test harbour.wav', melodyWav(seed, 20)),
    wav('Browser test lantern.wav', melodyWav(seed + 1, 12)),
    {
      name: 'bad.mp3',
      mimeType: 'audio/mpeg',
      buffer: Buffer.from('This is a text about music.\n'.repeat(50)),
    },
  ]);
  await expect(page.getByRole('region', { name: 'Uploads' })).toContainText('3 files sent');
  await expect(row(page, 'Browser test harbour')).toBeVisible(listened);
  await expect(row(page, 'Browser test lantern')).toContainText('0:12', listened);
  await expect(page.getByText(`${before + 2} tracks`, { exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Listening to new music' })).toBeHidden();

  const problem = page
    .getByRole('listitem')
    .filter({ hasText: 'is not sound of any kind known here' })
    .filter({ has: page.getByRole('button', { name: 'Try bad.mp3 again' }) });
  await expect(problem).toContainText('bad.mp3');
  const failedAt = await failureTime(api);
  await page.getByRole('button', { name: 'Try bad.mp3 again' }).click();
  await expect.poll(() => retriedFailure(api, failedAt), listened).toBe(true);
  await expect(problem).toContainText('bad.mp3');
  await page.getByRole('button', { name: 'Take bad.mp3 off the list' }).click();
  await expect(problem).toHaveCount(0);

  await page.getByPlaceholder('Title, artist, album, genre').fill('browser harbour');
  await expect(names(page)).toHaveText(['Browser test harbour']);
  await expect(page).toHaveURL(/\?q=browser\+harbour/);
  await row(page, 'Browser test harbour').locator('label').click();
  await page.getByRole('button', { name: 'Remove 1 track' }).click();
  const question = page.getByRole('alertdialog', { name: 'Remove 1 track from the library?' });
  await question.getByRole('button', { name: 'Remove' }).click();
  await expect(question).toBeHidden();
  await expect(page.getByText('No track has all these words')).toBeVisible();
  const left = (await allTracks(api)).map(({ title }) => title);
  expect(left).not.toContain('Browser test harbour');
  expect(left).toContain('Browser test lantern');
});

/** When the one file that failed did so last; undefined while it is tried again. */
async function failureTime(api: Api): Promise<string | undefined> {
  const { rows } = await api.catalogue.problems.query({ limit: 10 });
  const failed = rows.find(({ label, state }) => label === 'bad.mp3' && state === 'failed');
  return failed?.finishedAt;
}

const retriedFailure = async (api: Api, before: string | undefined): Promise<boolean> => {
  const now = await failureTime(api);
  return now !== undefined && now !== before;
};

test.describe('hours of sound', () => {
  const folder = mkdtempSync(join(tmpdir(), 'circumplex-hours-'));
  test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('show how far listening is, and it can be stopped', async ({ page, api }) => {
    for (const hours of [3, 4, 5]) writeSilence(join(folder, `Browser test ${hours} hours.wav`), hours);
    await page.goto('/library');
    await api.catalogue.watch.mutate({ path: folder });
    const listening = page.getByRole('region', { name: /^(Listening to new music|At work)$/ });
    await expect(listening.getByRole('progressbar', { name: 'Files listened to' })).toBeVisible();
    await expect(listening).toContainText('0 of 3 files');
    await expect(
      listening.getByRole('progressbar', { name: /^Listening to Browser test/ }).first(),
    ).toBeVisible();
    await listening.getByRole('button', { name: 'Stop' }).click();
    await expect(listening).toBeHidden();
    const { queued, running } = await api.catalogue.queue.query();
    expect(queued + running).toBe(0);
  });
});

test('the table is sorted by its heads, and the address keeps it', async ({ page, api }) => {
  const byArousal = (await allTracks(api)).toSorted((one, other) => one.arousal - other.arousal);
  const titles = byArousal.map(({ title }) => title);
  await page.goto('/library');
  await page.getByRole('columnheader', { name: 'Arousal' }).click();
  await expect(page).toHaveURL('/library?sort=arousal');
  await expect(names(page).first()).toHaveText(titles[0]);
  await page.getByRole('columnheader', { name: 'Arousal' }).click();
  await expect(page).toHaveURL('/library?sort=-arousal');
  await expect(names(page).first()).toHaveText(titles.at(-1) ?? '');
  await page.reload();
  await expect(names(page).nth(5)).toHaveText(titles.at(-6) ?? '');
});

test('the table is walked by keys, and its rows tell where among all they are', async ({ page, api }) => {
  const titles = (await allTracks(api))
    .toSorted((one, other) => one.arousal - other.arousal)
    .map(({ title }) => title);
  await page.goto('/library?sort=arousal');
  await expect(tracks(page)).toHaveAttribute('aria-rowcount', String(titles.length + 1));
  const focused = page.locator('[role=row]:focus');
  await row(page, titles[0]).focus();
  await page.keyboard.press('ArrowDown');
  await expect(focused).toHaveAttribute('aria-rowindex', '3');
  await page.keyboard.press('End');
  await expect(focused).toHaveAttribute('aria-rowindex', String(titles.length + 1));
  await expect(focused.getByRole('link')).toHaveText(titles.at(-1) ?? '');
  await isClear(page);
  await page.keyboard.press(' ');
  await expect(page.getByRole('button', { name: 'Remove 1 track' })).toBeVisible();
  await page.keyboard.press('Shift+ArrowUp');
  await expect(page.getByRole('button', { name: 'Remove 2 tracks' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^Remove/ })).toHaveCount(0);
  await page.keyboard.press('Home');
  await expect(focused).toHaveAttribute('aria-rowindex', '2');
  await isClear(page);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: `Remove ${titles.length} tracks` })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowDown');
  await expect(focused).toHaveAttribute('aria-rowindex', '2');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: titles[0] })).toBeVisible();
});

test('a press with Shift chooses all rows from the last one on', async ({ page, api }) => {
  const { length } = await allTracks(api);
  await page.goto('/library?sort=arousal');
  const box = (rowIndex: number) => page.locator(`[aria-rowindex="${rowIndex}"] label`);
  await box(3).click();
  await box(9).click({ modifiers: ['Shift'] });
  await expect(page.getByRole('button', { name: 'Remove 7 tracks' })).toBeVisible();
  await page.locator('[role=row]:focus, [role=row] :focus').press('End');
  await box(length + 1).click({ modifiers: ['Shift'] });
  await expect(page.getByRole('button', { name: `Remove ${length - 1} tracks` })).toBeVisible();
  await page.keyboard.press('Escape');
});

/** What has the focus lies under nothing. */
async function isClear(page: Page): Promise<void> {
  const isOnTop = () =>
    page.evaluate(() => {
      const focused = document.activeElement;
      if (!focused) return false;
      const { left, top, bottom } = focused.getBoundingClientRect();
      const seen = (y: number) => focused.contains(document.elementFromPoint(left + 8, y));
      return seen(top + 3) && seen(bottom - 3);
    });
  await expect.poll(isOnTop).toBe(true);
}

test.describe('a watched folder', () => {
  let folder = '';
  test.beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'circumplex-watched-'));
    writeFileSync(join(folder, 'Browser test watched.wav'), melodyWav(seed + 2, 5));
  });
  test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

  // The browser itself reports the refused path.
  test.use({ expectedComplaint: /status of 400/ });

  test('shows the tracks that lie in it', async ({ page }) => {
    await page.goto('/library');
    await page.getByRole('button', { name: 'Watch a folder on the server' }).click();
    const path = page.getByLabel('Folder, as the server sees it');
    const watch = page.getByRole('button', { name: 'Watch', exact: true });
    await path.fill(join(folder, 'no such folder'));
    await watch.click();
    await expect(page.getByText('no such folder (it does not exist)')).toBeVisible();

    await path.fill(folder);
    await watch.click();
    const entry = page.getByRole('listitem').filter({ hasText: folder });
    await expect(entry).toContainText('last looked through');
    await expect(row(page, 'Browser test watched')).toBeVisible(listened);

    writeFileSync(join(folder, 'Browser test added later.wav'), melodyWav(seed + 3, 5));
    await entry.getByRole('button', { name: 'Look now' }).click();
    await expect(row(page, 'Browser test added later')).toBeVisible(listened);
    await entry.getByRole('button', { name: 'Stop watching' }).click();
    await expect(entry).toHaveCount(0);
    await expect(row(page, 'Browser test watched')).toBeVisible();
  });
});
