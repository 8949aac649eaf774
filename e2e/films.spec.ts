import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { Api } from './support/api';
import { shotFilm } from './support/shotFilm';
import { expect, test } from './support/test';

test.beforeEach(({ api }) => removeAll(api));
test.afterEach(({ api }) => removeAll(api));

async function removeAll(api: Api): Promise<void> {
  for (const { projectId } of await api.film.projects.list.query())
    await api.film.projects.remove.mutate({ projectId });
}

const films = (page: Page) => page.getByRole('list', { name: 'Films' }).getByRole('listitem');
const row = (page: Page, name: string) =>
  films(page).filter({ has: page.getByRole('link', { name, exact: true }) });
const chooser = (page: Page) => page.getByRole('region', { name: 'A new film' }).locator('input[type=file]');
const cinema = { numerator: 24_000, denominator: 1001 };
const shots = [
  { colour: '#c03020', frames: 30 },
  { colour: '#2060c0', frames: 18 },
  { colour: '#e0d8b0', frames: 40 },
  { colour: '#103018', frames: 24 },
];
const webm = (name: string, buffer: Buffer) => ({ name, mimeType: 'video/webm', buffer });

/** The number of the project whose bench is shown. */
async function openedProject(page: Page): Promise<number> {
  await page.waitForURL(/\/films\/\d+$/);
  return Number(page.url().split('/').at(-1));
}

test('a film is begun by its length, renamed, duplicated, kept as a file, deleted and brought in', async ({
  page,
  api,
}) => {
  await page.goto('/films');
  await page.getByRole('button', { name: 'Begin without a file' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Harbour');
  await page.getByRole('textbox', { name: 'Length' }).fill('01:30:00:12');
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  const projectId = await openedProject(page);
  const { document } = await api.film.projects.get.query({ projectId });
  expect(document.film).toMatchObject({ lengthFrames: 129_612, startFrame: 86_400, file: null });

  await page.goto('/films');
  await expect(row(page, 'Harbour')).toContainText('01:30:00:12 at 24 · no cue yet');
  await row(page, 'Harbour').getByRole('button', { name: 'Rename' }).click();
  await page.getByRole('textbox', { name: 'A new name for “Harbour”' }).fill('Lantern');
  await page.keyboard.press('Enter');
  await row(page, 'Lantern').getByRole('button', { name: 'Duplicate' }).click();
  await expect(films(page)).toHaveCount(2);
  await expect(row(page, 'Lantern (copy)')).toBeVisible();

  const keeping = page.waitForEvent('download');
  await row(page, 'Lantern').getByRole('button', { name: 'Keep as a file' }).click();
  const kept = await keeping;
  expect(kept.suggestedFilename()).toBe('Lantern.circumplex.json');
  for (const name of ['Lantern', 'Lantern (copy)']) {
    await row(page, name).getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('button', { name: 'Delete it' }).click();
    await expect(row(page, name)).toHaveCount(0);
  }
  await expect(page.getByText('No film yet')).toBeVisible();

  const [choosing] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Bring in a project' }).click(),
  ]);
  await choosing.setFiles(await kept.path());
  await expect(page.getByText('“Lantern” is brought in.')).toBeVisible();
  await expect(row(page, 'Lantern')).toContainText('01:30:00:12 at 24');
  expect(JSON.parse(await readFile(await kept.path(), 'utf8'))).toMatchObject({ film: { name: 'Harbour' } });
});

test('who has no film can try an example', async ({ page, api }) => {
  await page.goto('/films');
  await page.getByRole('button', { name: 'Try an example' }).click();
  const projectId = await openedProject(page);
  const { document } = await api.film.projects.get.query({ projectId });
  expect(document).toMatchObject({
    film: { lengthFrames: 3840 },
    cues: [{ name: 'Morning' }, { name: 'The pursuit' }],
  });
  await expect(page.getByText('The pursuit').first()).toBeVisible();
  await page.goto('/films');
  await expect(films(page)).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Try an example' })).toHaveCount(0);
});

test('a film is opened where it lies, its cuts are found, and another file is told from it', async ({
  page,
  api,
}) => {
  await page.goto('/films');
  const buffer = await shotFilm(page, { rate: cinema, shots });
  await chooser(page).setInputFiles(webm('Reel 1.webm', buffer));
  const projectId = await openedProject(page);
  const documentNow = async () => (await api.film.projects.get.query({ projectId })).document;
  expect(await documentNow()).toMatchObject({
    name: 'Reel 1',
    film: { name: 'Reel 1.webm', rate: cinema, lengthFrames: 112, file: { sizeBytes: buffer.length } },
  });
  await expect(page.locator('video')).toBeVisible();
  await page.getByRole('tab', { name: 'Film' }).click();
  await page.getByRole('button', { name: 'Find the cuts' }).click();
  await expect(page.getByText('Found 3 cuts.')).toBeVisible();
  await expect.poll(async () => (await documentNow()).cuts).toEqual([30, 48, 88]);

  await page.reload();
  await page.getByRole('tab', { name: 'Film' }).click();
  await expect(page.getByText('or drop it here: “Reel 1.webm”.')).toBeVisible();
  const other = await shotFilm(page, { rate: cinema, shots: shots.slice(0, 2) });
  const reopen = (name: string, file: Buffer) =>
    page.getByRole('tabpanel').locator('input[type=file]').first().setInputFiles(webm(name, file));
  await reopen('Reel 1 short.webm', other);
  await expect(page.getByText(/is another file than this project was made with/)).toBeVisible();
  await expect(page.getByText(/2 things of the project would lie beyond its end/)).toBeVisible();
  await page.getByRole('button', { name: 'Put it away' }).click();
  await reopen('renamed.webm', buffer);
  await expect(page.locator('video')).toBeVisible();
  expect((await documentNow()).film.name).toBe('Reel 1.webm');
});

test('a cut of another program begins a film, and what is none is refused in words', async ({
  page,
  api,
}) => {
  await page.goto('/films');
  const given = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  await chooser(page).setInputFiles(given('letter.mov', 'Dear editor'));
  await expect(page.getByText('“letter.mov” is not a film that can be read here')).toBeVisible();
  await chooser(page).setInputFiles(
    given(
      'reel.edl',
      [
        'TITLE: Reel 7',
        'FCM: NON-DROP FRAME',
        '001  A001     V     C        00:00:00:00 00:00:04:00 01:00:00:00 01:00:04:00',
        '002  A002     V     C        00:00:00:00 00:00:02:12 01:00:04:00 01:00:06:12',
        '* LOC: 01:00:05:00 RED     the door',
      ].join('\n'),
    ),
  );
  const projectId = await openedProject(page);
  const { document } = await api.film.projects.get.query({ projectId });
  expect(document).toMatchObject({
    name: 'Reel 7',
    film: { startFrame: 86_400, lengthFrames: 156 },
    cuts: [96],
    markers: [{ frame: 120, name: 'the door' }],
  });
});
