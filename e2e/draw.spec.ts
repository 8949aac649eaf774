import type { Locator, Page } from '@playwright/test';
import type { KeyPoint } from '@/ml/affect/keyPoint';
import { drawAddress, drawnPoints } from './support/drawnPoints';
import { expect, test } from './support/test';

const lane = (page: Page, dimension: string) => page.getByRole('group', { name: `${dimension} over time` });
const handles = (page: Page, dimension: string) => lane(page, dimension).getByRole('slider');
const matches = (page: Page) => page.getByRole('list', { name: 'Matches' });
const rise = [
  { t: 0, valence: -0.2, arousal: -0.4 },
  { t: 0.5, valence: 0, arousal: 0.1 },
  { t: 1, valence: 0.4, arousal: 0.5 },
];

/** Presses one of a few choices: what is seen of it is its label. */
async function choose(page: Page, name: string): Promise<void> {
  const choice = page.getByRole('radio', { name });
  await page.locator('label').filter({ has: choice }).click();
  await expect(choice).toBeChecked();
}

/** A place in a box, from its top left corner in shares of its size. */
async function placeIn(box: Locator, x: number, y: number): Promise<{ x: number; y: number }> {
  const size = await box.boundingBox();
  if (!size) throw new Error('the drawing is not on the page');
  return { x: x * size.width, y: y * size.height };
}

async function dragTo(page: Page, handle: Locator, { box, x, y }: { box: Locator; x: number; y: number }) {
  const to = await placeIn(box, x, y);
  const corner = await box.boundingBox();
  await handle.hover();
  await page.mouse.down();
  await page.mouse.move((corner?.x ?? 0) + to.x, (corner?.y ?? 0) + to.y, { steps: 5 });
  await page.mouse.up();
}

const times = (points: readonly KeyPoint[]) => points.map(({ t }) => Math.round(t * 100) / 100);

test('presses add key points, drags and keys move them, Delete removes, undo brings back', async ({
  page,
}) => {
  await page.goto('/draw');
  await expect(page.getByText('Nothing is drawn yet')).toBeVisible();
  const arousal = lane(page, 'arousal');
  for (const [x, y] of [
    [0.2, 0.75],
    [0.5, 0.5],
    [0.8, 0.25],
  ]) {
    await arousal.click({ position: await placeIn(arousal, x, y) });
  }
  await expect(handles(page, 'arousal')).toHaveCount(3);
  await expect(handles(page, 'valence')).toHaveCount(3);
  await expect.poll(() => times(drawnPoints(page))).toEqual([0.2, 0.5, 0.8]);
  expect(drawnPoints(page)[0].arousal).toBeCloseTo(-0.5, 1);
  expect(drawnPoints(page)[2].arousal).toBeCloseTo(0.5, 1);

  const valence = lane(page, 'valence');
  await dragTo(page, handles(page, 'valence').nth(1), { box: valence, x: 0.6, y: 0.1 });
  await expect.poll(() => times(drawnPoints(page))).toEqual([0.2, 0.6, 0.8]);
  expect(drawnPoints(page)[1].valence).toBeCloseTo(0.8, 1);

  const before = drawnPoints(page)[0];
  const first = page.getByRole('slider', { name: 'Arousal, key point 1 of 3' });
  await first.press('ArrowUp');
  await first.press('ArrowLeft');
  await expect.poll(() => drawnPoints(page)[0].arousal).toBeCloseTo(before.arousal + 0.02, 3);
  await expect.poll(() => drawnPoints(page)[0].t).toBeCloseTo(before.t - 0.01, 3);

  await page.getByRole('slider', { name: 'Arousal, key point 2 of 3' }).press('Delete');
  await expect(handles(page, 'arousal')).toHaveCount(2);
  await page.keyboard.press('Control+z');
  await expect(handles(page, 'arousal')).toHaveCount(3);
  await expect.poll(() => times(drawnPoints(page))[1]).toBe(0.6);
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(handles(page, 'arousal')).toHaveCount(2);
});

test('a drag is one step of undo', async ({ page }) => {
  await page.goto(drawAddress(rise));
  await dragTo(page, handles(page, 'valence').nth(1), { box: lane(page, 'valence'), x: 0.4, y: 0.2 });
  await expect.poll(() => times(drawnPoints(page))).toEqual([0, 0.4, 1]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => drawnPoints(page)).toEqual(rise);
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
});

test('the answers follow the hand while it still draws, also where the server is slow', async ({ page }) => {
  await page.goto(drawAddress(rise));
  await expect(matches(page).getByRole('listitem')).toHaveCount(20);
  let underway = 0;
  let mostUnderway = 0;
  await page.route('**/api/trpc/retrieval.alongTrajectory', async (route) => {
    mostUnderway = Math.max(mostUnderway, ++underway);
    await new Promise((resolve) => setTimeout(resolve, 250));
    underway--;
    await route.continue();
  });
  const box = await lane(page, 'valence').boundingBox();
  if (!box) throw new Error('the drawing is not on the page');
  await handles(page, 'valence').nth(1).hover();
  await page.mouse.down();
  const seen = new Set<string>();
  for (let step = 0; step < 30; step++) {
    await page.mouse.move(box.x + box.width / 2, box.y + box.height * (0.1 + (0.8 * step) / 30));
    await page.waitForTimeout(60);
    seen.add((await matches(page).textContent({ timeout: 1000 })) ?? '');
  }
  // The hand has not paused, yet several answers came, one question at a time, and the list never went away.
  expect(seen.size).toBeGreaterThanOrEqual(3);
  expect(seen).not.toContain('');
  expect(mostUnderway).toBe(1);
  await page.mouse.up();
});

test('the table says and changes the same drawing', async ({ page }) => {
  await page.goto(drawAddress(rise));
  await page.getByRole('button', { name: 'Key points as a table (3)' }).click();
  const valence = page.getByRole('textbox', { name: 'Valence of key point 2' });
  await expect(valence).toHaveValue('0.00');
  await valence.fill('-0.5');
  await valence.press('Enter');
  await expect.poll(() => drawnPoints(page)[1].valence).toBe(-0.5);
  const time = page.getByRole('textbox', { name: 'Time of key point 2' });
  await expect(time).toHaveValue('50');
  await time.fill('25');
  await time.press('Enter');
  await expect.poll(() => drawnPoints(page)[1].t).toBe(0.25);
  await page.getByRole('button', { name: 'Remove key point 1' }).click();
  await expect.poll(() => times(drawnPoints(page))).toEqual([0.25, 1]);
  await page.getByRole('button', { name: 'Add a key point' }).click();
  await expect.poll(() => drawnPoints(page).length).toBe(3);
});

test('a template finds what the search finds, and a match lies over the drawing', async ({ page, api }) => {
  await page.goto('/draw');
  await page.getByRole('button', { name: 'Storm and calm' }).click();
  await expect(matches(page).getByRole('listitem')).toHaveCount(20);
  const points = drawnPoints(page);
  expect(points).toHaveLength(5);
  const answer = await api.retrieval.alongTrajectory.query({ points, scope: 'track', limit: 20 });
  await expect(matches(page).getByRole('link')).toHaveText(answer.matches.map(({ title }) => title));

  const [first] = answer.matches;
  const choose = matches(page).getByRole('button', { name: `Compare ${first.title}` });
  await choose.click();
  await expect(choose).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('img', { name: 'Error of the match along the time' })).toBeVisible();
  await expect(page.getByText('thin lines join moments that answer each other')).toContainText(first.title);
  await expect(lane(page, 'arousal').locator('svg path')).not.toHaveCount(2);
});

test('sections of a length are found and heard from their start', async ({ page, api, sound }) => {
  await page.goto(drawAddress(rise));
  await choose(page, 'Sections');
  const length = page.getByRole('textbox', { name: 'Length of the section' });
  await expect(length).toHaveValue('30');
  await length.fill('20');
  await length.press('Enter');
  await expect(page).toHaveURL(/[?&]d=20&s=section/);
  const { matches: sections } = await api.retrieval.alongTrajectory.query({
    points: rise.map((point) => ({ ...point, t: 20 * point.t })),
    durationSeconds: 20,
    scope: 'section',
    limit: 20,
  });
  await expect(matches(page).getByRole('link')).toHaveText(sections.map(({ title }) => title));

  const inside = sections.findIndex(({ section }) => section.start > 2);
  if (inside < 0) throw new Error('every section found begins at the start of its track');
  const { section } = sections[inside];
  await matches(page).getByRole('listitem').nth(inside).getByRole('button', { name: /^Play/ }).click();
  await expect.poll(sound.seconds).toBeGreaterThan(section.start + 0.2);
  expect(await sound.startedAt()).toBeGreaterThan(section.start - 0.05);
  expect(await sound.startedAt()).toBeLessThan(section.start + 0.5);
  await expect(page.getByRole('region', { name: 'Player' })).toContainText('section');
});

test('sections can be held to their length', async ({ page, api }) => {
  await page.goto(`${drawAddress(rise)}&d=20&s=section`);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await choose(page, 'About as long');
  await expect(page).toHaveURL(/&l=near/);
  await choose(page, 'Exactly so');
  await expect(page).not.toHaveURL(/&l=/);
  const { matches: sections } = await api.retrieval.alongTrajectory.query({
    points: rise.map((point) => ({ ...point, t: 20 * point.t })),
    durationSeconds: 20,
    scope: 'section',
    lengthRatio: { min: 1, max: 1 },
    limit: 20,
  });
  await expect(matches(page).getByRole('link')).toHaveText(sections.map(({ title }) => title));
  for (const { section } of sections) expect(section.end - section.start).toBe(20);
});

test('the address holds the drawing: a reload brings it all back', async ({ page }) => {
  await page.goto('/draw');
  await page.getByRole('button', { name: 'Arc' }).click();
  await choose(page, 'Level');
  await expect(page).toHaveURL(/&m=level/);
  await expect(page.getByText('Compared by level, as you chose')).toBeVisible();
  await expect(matches(page).getByRole('listitem')).toHaveCount(20);
  const before = await matches(page).getByRole('link').allTextContents();
  const points = drawnPoints(page);
  await page.reload();
  await expect(handles(page, 'valence')).toHaveCount(3);
  await expect(matches(page).getByRole('link')).toHaveText(before);
  await expect(page.getByRole('radio', { name: 'Level' })).toBeChecked();
  expect(drawnPoints(page)).toEqual(points);
});

test('the same drawing as a path through the plane, led on by a press', async ({ page }) => {
  await page.goto(drawAddress(rise));
  await choose(page, 'Through the plane');
  const path = page.getByRole('group', { name: 'Path through the plane' });
  await expect(path.getByRole('slider')).toHaveCount(3);
  await path.click({ position: await placeIn(path, 0.25, 0.75) });
  await expect(path.getByRole('slider')).toHaveCount(4);
  await expect.poll(() => drawnPoints(page).length).toBe(4);
  const last = drawnPoints(page)[3];
  expect(last.t).toBe(1);
  expect(last.valence).toBeCloseTo(-0.5, 1);
  expect(last.arousal).toBeCloseTo(-0.5, 1);
  await path.getByRole('slider', { name: 'Key point 4 of 4' }).press('ArrowRight');
  await expect.poll(() => drawnPoints(page)[3].valence).toBeCloseTo(last.valence + 0.02, 3);
});

test('a curve is read from a CSV file', async ({ page }) => {
  await page.goto('/draw');
  const rows = ['time_s,valence,arousal', '0,-0.5,0', '10,0.5,0.2', '20,0,-0.4'].join('\n');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'mine.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) });
  await expect.poll(() => times(drawnPoints(page))).toEqual([0, 0.5, 1]);
  await expect(page.getByText('mine.csv: 3 key points over 20 s.')).toBeVisible();
});
