import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { allTracks, type Api, type TrackSummary } from './support/api';
import { expect, test } from './support/test';

const score = (page: Page) => page.getByRole('region', { name: 'Emotion over time' });

/** A piece of the demo music whose emotion moves, and its page. */
async function openMovingTrack(page: Page, api: Api): Promise<TrackSummary> {
  const tracks = await allTracks(api);
  const details = await Promise.all(
    tracks.filter(({ demo }) => demo).map(({ trackId }) => api.catalogue.track.query({ trackId })),
  );
  const moving = details.find(({ intended }) => intended?.moving);
  if (!moving) throw new Error('the demo music has no moving piece');
  await page.goto(`/tracks/${moving.trackId}`);
  await expect(page.getByRole('heading', { level: 1, name: moving.title })).toBeVisible();
  return moving;
}

test('a press on the drawing plays from there, and keys seek', async ({ page, api, sound }) => {
  const { trackId, durationSeconds } = await openMovingTrack(page, api);
  const slider = score(page).getByRole('slider');
  const box = await slider.boundingBox();
  if (!box) throw new Error('the drawing is not on the page');
  await slider.click({ position: { x: box.width / 2, y: box.height / 4 } });
  await expect.poll(sound.seconds).toBeGreaterThan(durationSeconds / 2 + 0.3);
  expect(await sound.trackId()).toBe(trackId);
  expect(Math.abs((await sound.startedAt()) - durationSeconds / 2)).toBeLessThan(1);
  await slider.press('Space');
  await expect.poll(sound.paused).toBe(true);
  const before = await sound.seconds();
  await slider.press('ArrowLeft');
  await expect.poll(sound.seconds).toBeCloseTo(before - 5, 0);
  await slider.press('Home');
  await expect(slider).toHaveAttribute('aria-valuetext', /^0:00 of \d:\d\d, valence/);
});

test('a browser that lets pages keep nothing plays all the same', async ({ page, api, sound }) => {
  await page.addInitScript(() => {
    const denied = () => {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    };
    Object.defineProperty(window, 'localStorage', { get: denied });
  });
  await openMovingTrack(page, api);
  const slider = score(page).getByRole('slider');
  await slider.focus();
  await slider.press('Space');
  await expect.poll(sound.seconds).toBeGreaterThan(0.3);
  await page.getByRole('slider', { name: 'Volume' }).first().press('ArrowLeft');
  await page.goto('/films');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('the curve is told in words and as a table', async ({ page, api }) => {
  const { trackId, durationSeconds } = await openMovingTrack(page, api);
  await expect(score(page).getByText('What the composer meant, and what the model hears')).toBeVisible();
  await page.getByRole('button', { name: 'A line every 5 seconds' }).click();
  const rows = page.getByRole('region', { name: 'The curve as a table' }).getByRole('row');
  await expect(rows).toHaveCount(Math.floor(durationSeconds / 5) + 2);
  // The sample that is nearest to 10 s lies at 10.25 s, the 21st of the file.
  const csv = await (await page.request.get(`/api/tracks/${trackId}/curve.csv`)).text();
  const [, valence, arousal] = csv.split('\n')[21].split(',').map(Number);
  await expect(rows.nth(3)).toContainText('0:10');
  await expect(rows.nth(3)).toContainText(signed(valence));
  await expect(rows.nth(3)).toContainText(signed(arousal));
});

const signed = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;

test('a person’s word replaces the model’s, by keyboard alone, and can be taken back', async ({
  page,
  api,
}) => {
  const { trackId, valence, arousal } = await openMovingTrack(page, api);
  const plane = page.getByRole('region', { name: 'Through the plane' });
  await plane.getByRole('button', { name: 'This is wrong' }).press('Enter');
  const ring = plane.getByRole('slider', { name: 'Chosen point of the plane' });
  await ring.press('Shift+ArrowUp');
  await ring.press('ArrowLeft');
  await plane.getByRole('button', { name: 'Keep this' }).press('Enter');
  await expect(plane.getByText('You say')).toContainText(`valence ${signed(valence - 0.02)}`);
  await expect(plane.getByText('The model hears')).toContainText(`valence ${signed(valence)}`);
  const corrected = await api.catalogue.track.query({ trackId });
  expect(corrected.corrected).toBe(true);
  expect(corrected.arousal).toBeCloseTo(arousal + 0.1, 2);
  expect(corrected.modelPoint.arousal).toBeCloseTo(arousal, 5);

  await plane.getByRole('button', { name: 'Back to the model’s' }).press('Enter');
  await expect(plane.getByText('You say')).toHaveCount(0);
  const back = await api.catalogue.track.query({ trackId });
  expect(back.corrected).toBe(false);
  expect(back.arousal).toBeCloseTo(arousal, 5);
});

test('the curve is kept as CSV, JSON and JAMS', async ({ page, api }) => {
  const { trackId, title, durationSeconds } = await openMovingTrack(page, api);
  const { curve, modelVersion } = await api.catalogue.track.query({ trackId });
  const [header, ...lines] = (await downloaded(page, 'CSV')).trimEnd().split('\n');
  expect(header).toBe('time_s,valence,arousal,valence_sd,arousal_sd');
  expect(lines).toHaveLength(curve.count);
  expect(lines[1].split(',').map(Number)[0]).toBe(0.75);

  const json = JSON.parse(await downloaded(page, 'JSON')) as Record<string, unknown>;
  expect(json).toMatchObject({
    trackId,
    title,
    modelVersion,
    hopSeconds: 0.5,
    scale: { minimum: -1, maximum: 1 },
  });
  expect(json.valence).toHaveLength(curve.count);

  const jams = JSON.parse(await downloaded(page, 'JAMS')) as { annotations: { data: unknown[] }[] };
  expect(jams).toMatchObject({ file_metadata: { title, duration: durationSeconds } });
  expect(jams.annotations[0].data).toHaveLength(curve.count);
});

async function downloaded(page: Page, name: string): Promise<string> {
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name, exact: true }).click();
  return readFileSync(await (await coming).path(), 'utf8');
}

test('tracks that sound alike, and the ways on to the plane and the drawing', async ({ page, api }) => {
  const { trackId } = await openMovingTrack(page, api);
  const { matches } = await api.retrieval.similarTo.query({ trackId, limit: 8 });
  const alike = page.getByRole('list', { name: 'Tracks that sound like this' });
  await expect(alike.getByRole('link')).toHaveText(matches.map(({ title }) => title));

  await page.getByRole('link', { name: 'Tracks that move like this' }).click();
  await expect(page).toHaveURL(/\/draw\?k=/);
  await expect(page.getByRole('list', { name: 'Matches' }).getByRole('listitem')).not.toHaveCount(0);
  await page.goBack();
  await page.getByRole('link', { name: 'Tracks near this emotion' }).click();
  await expect(page).toHaveURL(/\/\?v=/);
  await expect(page.getByRole('list', { name: 'Nearest tracks' }).getByRole('listitem')).toHaveCount(10);
});
