import { drawnPoints } from './support/drawnPoints';
import { overflowPixels } from './support/overflow';
import { planeSurface, pointInAddress } from './support/planePoint';
import { expect, test } from './support/test';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

test('a tap on the plane chooses the point there', async ({ page }) => {
  await page.goto('/');
  const box = await planeSurface(page).boundingBox();
  if (!box) throw new Error('the plane is not on the page');
  await planeSurface(page).tap({ position: { x: box.width * 0.75, y: box.height * 0.25 } });
  await expect(page.getByRole('list', { name: 'Nearest tracks' }).getByRole('listitem')).toHaveCount(10);
  expect(pointInAddress(page).valence).toBeCloseTo(0.5, 1);
  expect(pointInAddress(page).arousal).toBeCloseTo(0.5, 1);
});

test('a tap in a lane sets a key point', async ({ page }) => {
  await page.goto('/draw');
  const lane = page.getByRole('group', { name: 'arousal over time' });
  const box = await lane.boundingBox();
  if (!box) throw new Error('the lane is not on the page');
  await lane.tap({ position: { x: box.width / 2, y: box.height / 4 } });
  await expect.poll(() => drawnPoints(page).length).toBe(1);
  const [point] = drawnPoints(page);
  expect(point.t).toBeCloseTo(0.5, 1);
  expect(point.arousal).toBeCloseTo(0.5, 1);
  await expect(page.getByRole('list', { name: 'Matches' }).getByRole('listitem')).toHaveCount(20);
});

test('an opened table of a curve does not widen the page', async ({ page, api }) => {
  const [track] = (await api.catalogue.tracks.query({ limit: 1 })).rows;
  for (const path of [`/tracks/${track.trackId}`, '/research/models/predictions']) {
    await page.goto(path);
    await page.getByRole('button', { name: /^A line every/ }).click();
    await expect(page.getByRole('region', { name: /as a table$/ })).toBeVisible();
    expect(await overflowPixels(page), `${path} is wider than the screen`).toBe(0);
  }
});
