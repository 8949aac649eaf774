import type { Page } from '@playwright/test';
import type { EmotionPoint } from '@/ml/affect/emotionPoint';
import { allTracks, type TrackSummary } from './support/api';
import { pointInAddress, pressPlane } from './support/planePoint';
import { expect, test } from './support/test';

const nearest = (page: Page) => page.getByRole('list', { name: 'Nearest tracks' });
const titles = (page: Page) => nearest(page).getByRole('link');
const player = (page: Page) => page.getByRole('region', { name: 'Player' });
const handle = (page: Page) => page.getByRole('slider', { name: 'Chosen point of the plane' });

const distanceTo = (point: EmotionPoint) => (track: EmotionPoint) =>
  Math.hypot(track.valence - point.valence, track.arousal - point.arousal);

/** Tracks by their distance on the plane, worked out here from where the catalogue says they lie. */
function byDistance(tracks: readonly TrackSummary[], point: EmotionPoint): TrackSummary[] {
  const distance = distanceTo(point);
  return tracks.toSorted((one, other) => distance(one) - distance(other));
}

const titlesOf = (tracks: readonly TrackSummary[]) => tracks.map(({ title }) => title);

test('a press on the plane lists the tracks nearest to it, in order', async ({ page, api }) => {
  await page.goto('/');
  await pressPlane(page, { valence: 0.5, arousal: 0.25 });
  await expect(page).toHaveURL(/\?v=/);
  const point = pointInAddress(page);
  expect(point.valence).toBeCloseTo(0.5, 1);
  expect(point.arousal).toBeCloseTo(0.25, 1);
  const wanted = byDistance(await allTracks(api), point).slice(0, 10);
  await expect(titles(page)).toHaveText(titlesOf(wanted));
  const distance = distanceTo(point)(wanted[0]);
  const shown = `distance ${distance.toFixed(distance < 0.1 ? 3 : 2)} from the point`;
  await expect(nearest(page).getByRole('listitem').first()).toContainText(shown);
});

/** One arrow key after the other on the handle, without a pause, also where the machine is slow. */
async function pressQuickly(page: Page, keys: string[]): Promise<void> {
  await handle(page).evaluate(async (element, pressed) => {
    for (const key of pressed) {
      for (const type of ['keydown', 'keyup'])
        element.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, cancelable: true }));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }, keys);
}

/** Longer than people pause between arrow keys that belong together. */
const pauseMilliseconds = 1200;

test('arrow keys move the point, and back goes to where one paused before', async ({ page, api }) => {
  await page.goto('/?v=0.18&a=0.1');
  await expect(titles(page)).toHaveCount(10);
  await handle(page).press('ArrowRight');
  await expect(page).toHaveURL('/?v=0.2&a=0.1');
  await page.waitForTimeout(pauseMilliseconds);
  await pressQuickly(page, ['ArrowLeft', 'ArrowRight', 'ArrowRight']);
  await expect(page).toHaveURL('/?v=0.22&a=0.1');
  await page.waitForTimeout(pauseMilliseconds);
  await handle(page).press('Shift+ArrowDown');
  await expect(page).toHaveURL('/?v=0.22&a=0');
  await expect(handle(page)).toHaveAttribute('aria-valuetext', 'valence +0.22, arousal 0.00');
  const there = byDistance(await allTracks(api), { valence: 0.22, arousal: 0 }).slice(0, 10);
  await expect(titles(page)).toHaveText(titlesOf(there));
  await page.goBack();
  await expect(page).toHaveURL('/?v=0.22&a=0.1');
  await page.goBack();
  await expect(page).toHaveURL('/?v=0.2&a=0.1');
  await expect(handle(page)).toHaveAttribute('aria-valuetext', 'valence +0.20, arousal +0.10');
  const before = byDistance(await allTracks(api), { valence: 0.2, arousal: 0.1 }).slice(0, 10);
  await expect(titles(page)).toHaveText(titlesOf(before));
});

test('a point can be typed, begun from a word, and asked for more tracks', async ({ page, api }) => {
  await page.goto('/');
  await page.getByRole('list', { name: 'Begin from a word' }).getByRole('button').first().click();
  await expect(titles(page)).toHaveCount(10);
  const valence = page.getByLabel('Valence, −1 to 1');
  await valence.fill('-0.6');
  await valence.press('Enter');
  const arousal = page.getByLabel('Arousal, −1 to 1');
  await arousal.fill('-0.4');
  await arousal.press('Enter');
  await expect(page).toHaveURL('/?v=-0.6&a=-0.4');
  await page.getByRole('button', { name: /Show/ }).click();
  await page.getByRole('option', { name: '25' }).click();
  await expect(page).toHaveURL('/?v=-0.6&a=-0.4&n=25');
  const wanted = byDistance(await allTracks(api), { valence: -0.6, arousal: -0.4 }).slice(0, 25);
  await expect(titles(page)).toHaveText(titlesOf(wanted));
});

test('words, lengths and loudness narrow the answers', async ({ page, api }) => {
  const tracks = byDistance(await allTracks(api), { valence: 0, arousal: 0 });
  const [{ title }] = tracks.slice(-1);
  await page.goto('/?v=0&a=0');
  await page.getByPlaceholder('Words in title, artist, album or genre').fill(title);
  await expect(titles(page)).toHaveText([title]);
  await expect(page).toHaveURL(/&q=/);

  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(titles(page)).toHaveCount(10);
  const limitSeconds =
    Math.ceil(tracks.map(({ durationSeconds }) => durationSeconds).toSorted()[4] / 10) * 10;
  await page.getByRole('button', { name: 'More filters' }).click();
  const shorter = page.getByLabel('Shorter than');
  await shorter.fill(String(limitSeconds));
  await shorter.press('Enter');
  const short = tracks.filter(({ durationSeconds }) => durationSeconds <= limitSeconds).slice(0, 10);
  await expect(titles(page)).toHaveText(titlesOf(short));

  await shorter.fill('1');
  await shorter.press('Enter');
  await expect(page.getByText('No track fits this narrowing')).toBeVisible();
  await shorter.fill('');
  await shorter.press('Enter');

  const loudness = ({ loudnessLufs }: (typeof tracks)[number]) => loudnessLufs ?? -Infinity;
  const limitLufs = Math.floor(tracks.map(loudness).toSorted((a, b) => b - a)[4]);
  await page.getByLabel('Louder than').fill(String(limitLufs));
  await page.getByLabel('Louder than').press('Enter');
  const loud = tracks.filter((track) => loudness(track) >= limitLufs).slice(0, 10);
  await expect(titles(page)).toHaveText(titlesOf(loud));
  await expect(page).toHaveURL(/&loud=-/);
});

test('a row lights up its mark, and rows are walked by arrow keys', async ({ page, api }) => {
  const [first, second] = byDistance(await allTracks(api), { valence: 0.4, arousal: 0.3 });
  await page.goto('/?v=0.4&a=0.3');
  await titles(page).first().focus();
  const plane = page.getByRole('figure', { name: 'The plane of valence and arousal' });
  await expect(plane.getByText(first.title)).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(titles(page).nth(1)).toBeFocused();
  await expect(plane.getByText(second.title)).toBeVisible();
});

test('far from all music the nearest is told, and a narrowing dims what it leaves out', async ({
  page,
  api,
}) => {
  await page.goto('/?v=-1&a=-1');
  const [first] = byDistance(await allTracks(api), { valence: -1, arousal: -1 });
  const distance = distanceTo({ valence: -1, arousal: -1 })(first);
  expect(distance).toBeGreaterThan(0.3);
  await expect(
    page.getByText(`Nothing lies near this point: the nearest track is ${distance.toFixed(2)} away.`),
  ).toBeVisible();
  const inkOf = () =>
    page
      .getByRole('figure', { name: 'The plane of valence and arousal' })
      .locator('canvas')
      .nth(1)
      .evaluate((canvas: HTMLCanvasElement) => {
        const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
        return data.reduce((sum, value, index) => (index % 4 === 3 ? sum + value : sum), 0);
      });
  const whole = await inkOf();
  expect(whole).toBeGreaterThan(0);
  await page.getByPlaceholder('Words in title, artist, album or genre').fill(first.title);
  await expect(titles(page)).toHaveText([first.title]);
  await expect.poll(inkOf).toBeLessThan(0.6 * whole);
  expect(await inkOf()).toBeGreaterThan(0);
});

test('a result is heard: it plays, pauses, seeks, goes on, and stays with the listener', async ({
  page,
  api,
  sound,
}) => {
  const [first, second, third] = byDistance(await allTracks(api), { valence: 0.4, arousal: 0.3 });
  await page.goto('/?v=0.4&a=0.3');
  await nearest(page)
    .getByRole('button', { name: `Play ${first.title}` })
    .click();
  await expect.poll(sound.seconds).toBeGreaterThan(0.3);
  expect(await sound.trackId()).toBe(first.trackId);
  await expect(player(page).getByRole('button', { name: 'Pause' })).toBeVisible();

  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Space');
  await expect.poll(sound.paused).toBe(true);
  await expect(player(page).getByRole('button', { name: 'Play' })).toBeVisible();
  await page.keyboard.press('Space');
  await expect.poll(sound.paused).toBe(false);

  const seek = player(page).getByRole('slider', { name: `Position in ${first.title}` });
  await expect(seek).toHaveAttribute('aria-valuetext', /^0:\d\d of \d:\d\d$/);
  await seek.press('Home');
  await seek.press('PageUp');
  await seek.press('PageUp');
  await expect.poll(sound.seconds).toBeGreaterThanOrEqual(20);
  await expect(seek).toHaveAttribute('aria-valuetext', /^0:2\d of/);

  await player(page).getByRole('button', { name: 'Next' }).click();
  await expect(player(page).getByRole('link', { name: second.title })).toBeVisible();
  await expect.poll(sound.trackId).toBe(second.trackId);
  await expect.poll(sound.seconds).toBeGreaterThan(0.3);
  // At its end the list goes on by itself.
  await player(page)
    .getByRole('slider', { name: `Position in ${second.title}` })
    .press('End');
  await expect(player(page).getByRole('link', { name: third.title })).toBeVisible();
  await expect.poll(sound.trackId).toBe(third.trackId);
  await expect.poll(sound.seconds).toBeGreaterThan(0.3);

  const heard = await sound.seconds();
  await page.getByRole('link', { name: 'Library' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Library' })).toBeVisible();
  await expect(player(page).getByRole('link', { name: third.title })).toBeVisible();
  await expect.poll(sound.seconds).toBeGreaterThan(heard);
  expect(await sound.paused()).toBe(false);
});

test('a piece of demo music shows where it was meant and where it is heard, by keyboard too', async ({
  page,
  api,
}) => {
  const [piece] = await api.catalogue.intentions.query();
  const { title } = await api.catalogue.track.query({ trackId: piece.trackId });
  const { valence, arousal } = piece.heard;
  await page.goto(`/?v=${valence.toFixed(2)}&a=${arousal.toFixed(2)}`);
  const legend = page.getByRole('region', { name: 'Demo music on the plane' });
  await expect(legend).toContainText('what people feel when they hear the piece was not asked');
  await titles(page).filter({ hasText: title }).focus();
  const plane = page.getByRole('figure', { name: 'The plane of valence and arousal' });
  await expect(plane.getByText(/^ ?meant [+−0]/)).toBeVisible();
  await expect(legend.getByRole('status')).toHaveText(/^Its composer meant .*; the model hears .* apart\.$/);
  await handle(page).focus();
  await expect(plane.getByText(/^ ?meant [+−0]/)).toHaveCount(0);
});
