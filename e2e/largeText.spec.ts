import type { Page } from '@playwright/test';
import { allTracks } from './support/api';
import { expect, test } from './support/test';

test.use({ viewport: { width: 390, height: 844 } });

async function isNoWider(page: Page, path: string): Promise<void> {
  await page.goto(path);
  const heading = page.getByRole('heading', { level: 1 });
  const height = () => heading.evaluate((element) => element.getBoundingClientRect().height);
  const before = await height();
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  await expect.poll(height).toBeGreaterThan(before);
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
}

for (const path of ['/', '/?v=0.2&a=0.1', '/draw', '/library', '/films', '/research'])
  test(`${path} is not wider than a phone with letters twice as large`, ({ page }) => isNoWider(page, path));

test('a track of a long word is not wider than a phone with letters twice as large', async ({
  page,
  api,
}) => {
  const track = (await allTracks(api)).find(({ title }) => title === 'Footsteps Behind');
  await isNoWider(page, `/tracks/${track?.trackId}`);
});
