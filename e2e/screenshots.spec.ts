import { expect, test } from './support/test';

/** Not a test: writes the pictures of the README. Run with `SCREENSHOTS=1 --project screenshots`. */
const folder = 'public/screenshots';

test('the plane', async ({ page, api }) => {
  // Where the library thins out, so that the circle of the search is seen.
  const { valence, arousal } = await api.catalogue.summary.query();
  const point = [valence, arousal].map(({ mean, deviation }) => (mean + deviation).toFixed(2));
  await page.goto(`/?v=${point[0]}&a=${point[1]}`);
  const list = page.getByRole('list', { name: 'Nearest tracks' });
  await expect(list.getByRole('listitem')).toHaveCount(10);
  await list.getByRole('link').first().hover();
  await page.screenshot({ path: `${folder}/plane.png` });
});

test('a drawing', async ({ page }) => {
  await page.goto('/draw');
  await page.getByRole('button', { name: 'Slow build' }).click();
  const first = page.getByRole('list', { name: 'Matches' }).getByRole('listitem').first();
  await first.getByRole('button', { name: /^Compare/ }).click();
  await expect(page.getByRole('img', { name: 'Error of the match along the time' })).toBeVisible();
  await page.screenshot({ path: `${folder}/draw.png` });
});
