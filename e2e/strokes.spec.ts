import type { Page } from '@playwright/test';
import type { KeyPoint } from '@/ml/affect/keyPoint';
import { emotionAt } from '@/app/ui/trajectory/drawing';
import { drawAddress, drawnPoints } from './support/drawnPoints';
import { stroke, type Hand, type Share } from './support/stroke';
import { expect, test } from './support/test';

/** How near a stroke must be kept, in units of valence and arousal. */
const close = 0.05;
const hands: Hand[] = ['mouse', 'pen', 'touch'];
const matches = (page: Page) => page.getByRole('list', { name: 'Matches' }).getByRole('listitem');
const lane = (page: Page, side: string) => page.getByRole('group', { name: `${side} over time` });
const handles = (page: Page, side: string) => lane(page, side).getByRole('slider');

const along = (count: number, place: (share: number) => Share): Share[] =>
  Array.from({ length: count }, (_, index) => place(index / (count - 1)));

/** A hill and a valley over most of a lane. */
const hill = along(60, (share) => ({ x: 0.1 + 0.8 * share, y: 0.5 - 0.3 * Math.sin(2 * Math.PI * share) }));
/** A bow from the upper left of the plane to the lower right, straight down at first. */
const bow = along(60, (share) => ({
  x: 0.5 - 0.3 * Math.cos((Math.PI / 2) * share),
  y: 0.25 + 0.5 * Math.sin((Math.PI / 2) * share),
}));

/** How far the drawing of one lane is from the stroke, where it is farthest. */
const awayInLane = (drawing: KeyPoint[], places: readonly Share[]) =>
  Math.max(...places.map(({ x, y }) => Math.abs(emotionAt(drawing, x).arousal - (1 - 2 * y))));

function awayInPlane(drawing: KeyPoint[], places: readonly Share[]): number {
  const path = Array.from({ length: 1001 }, (_, index) => emotionAt(drawing, index / 1000));
  const distance = ({ x, y }: Share) =>
    Math.min(...path.map(({ valence, arousal }) => Math.hypot(valence - (2 * x - 1), arousal - (1 - 2 * y))));
  return Math.max(...places.map(distance));
}

test.describe('a stroke', () => {
  test.use({ hasTouch: true });

  for (const hand of hands) {
    test(`of a ${hand} in a lane becomes a few key points that follow it`, async ({ page }) => {
      await page.goto('/draw');
      await expect(page.getByText('Nothing is drawn yet')).toBeVisible();
      await stroke(page, { box: lane(page, 'arousal'), hand }, hill);
      await expect.poll(() => drawnPoints(page).length).toBeGreaterThanOrEqual(4);
      const drawing = drawnPoints(page);
      expect(drawing.length).toBeLessThanOrEqual(12);
      expect(awayInLane(drawing, hill)).toBeLessThan(close);
      await expect(handles(page, 'arousal')).toHaveCount(drawing.length);
      await expect(matches(page)).toHaveCount(20);
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect.poll(() => drawnPoints(page)).toEqual([]);
    });

    test(`of a ${hand} through the plane becomes a path`, async ({ page }) => {
      await page.goto('/draw?view=path');
      const plane = page.getByRole('group', { name: 'Path through the plane' });
      await expect(page.getByText('Nothing is drawn yet')).toBeVisible();
      await stroke(page, { box: plane, hand }, bow);
      await expect.poll(() => drawnPoints(page).length).toBeGreaterThanOrEqual(4);
      const drawing = drawnPoints(page);
      expect(drawing.length).toBeLessThanOrEqual(12);
      expect(awayInPlane(drawing, bow)).toBeLessThan(close);
      expect([drawing[0].t, drawing.at(-1)?.t]).toEqual([0, 1]);
    });
  }
});

test('a stroke over a part of a drawing leaves the rest, and the other side, as they were', async ({
  page,
}) => {
  const before = [
    { t: 0, valence: -0.4, arousal: -0.4 },
    { t: 1, valence: 0.4, arousal: 0.6 },
  ];
  await page.goto(drawAddress(before));
  await expect(matches(page)).toHaveCount(20);
  const part = hill.map(({ x, y }) => ({ x: 0.4 + (x - 0.1) / 4, y }));
  await stroke(page, { box: lane(page, 'arousal'), hand: 'mouse' }, part);
  await expect.poll(() => drawnPoints(page).length).toBeGreaterThan(4);
  const drawing = drawnPoints(page);
  expect(awayInLane(drawing, part)).toBeLessThan(close);
  for (const t of [0, 0.2, 0.35, 0.65, 0.8, 1]) {
    expect(emotionAt(drawing, t).arousal).toBeCloseTo(emotionAt(before, t).arousal, 1);
    expect(emotionAt(drawing, t).valence).toBeCloseTo(emotionAt(before, t).valence, 1);
  }
});

test('Enter begins a drawing by keys and adds to it, and the focus is never lost', async ({ page }) => {
  await page.goto('/draw');
  await expect(page.getByText('Nothing is drawn yet')).toBeVisible();
  await lane(page, 'valence').press('Enter');
  const first = page.getByRole('slider', { name: 'Valence, key point 1 of 1' });
  await expect(first).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('slider', { name: 'Valence, key point 2 of 2' })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => drawnPoints(page).length).toBe(2);
  await page.keyboard.press('Delete');
  await expect(first).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(lane(page, 'valence')).toBeFocused();
  await page.keyboard.press('Enter');
  const clear = page.getByRole('button', { name: 'Clear' });
  await clear.press('Enter');
  await expect(clear).toBeFocused();
  await expect(clear).toBeDisabled();
  await expect.poll(() => drawnPoints(page)).toEqual([]);
});

test('two key points of one time are a hard cut, and each can be taken hold of', async ({ page }) => {
  const cut = [
    { t: 0, valence: -0.2, arousal: 0.3 },
    { t: 0.5, valence: -0.6, arousal: 0.3 },
    { t: 0.5, valence: 0.6, arousal: 0.3 },
    { t: 1, valence: 0.2, arousal: 0.3 },
  ];
  await page.goto(drawAddress(cut));
  await expect(handles(page, 'arousal')).toHaveCount(4);
  for (const [place, words] of [
    [2, 'before a cut'],
    [3, 'after a cut'],
  ] as const) {
    const handle = page.getByRole('slider', { name: `Arousal, key point ${place} of 4` });
    await expect(handle).toHaveAttribute('aria-valuetext', new RegExp(words));
    await handle.click();
    await expect(handle).toBeFocused();
  }
});

test('all that one draws with is seen at once on a laptop, over the player', async ({ page }) => {
  await page.goto('/draw');
  await page.getByRole('button', { name: 'Arc' }).click();
  await expect(matches(page)).toHaveCount(20);
  await page
    .getByRole('button', { name: /^Compare / })
    .first()
    .click();
  const player = await page.getByRole('region', { name: 'Player' }).boundingBox();
  const parts = [
    page.getByRole('textbox', { name: 'Length of the drawing' }),
    page.getByRole('button', { name: 'Steady' }),
    lane(page, 'arousal'),
    page.getByRole('img', { name: 'Error of the match along the time' }),
  ];
  for (const part of parts) {
    const box = await part.boundingBox();
    expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThanOrEqual(player?.y ?? 0);
  }
});
