import { existsSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { researchData } from './support/settings';
import { expect, test } from './support/test';

const mapOf = (page: Page, title: string) => page.getByRole('group', { name: new RegExp(`^${title}`) });

/** The rows of the table of scores, its head among them. */
const scoresOf = (page: Page) => page.getByRole('region', { name: /^Against|^Models/ }).getByRole('row');

/** The track whose mark the keyboard holds. */
const heldTrack = async (page: Page, title: string): Promise<string> =>
  (await mapOf(page, title).getByRole('button').getAttribute('aria-label')) ?? '';

test('every model has its card, at an address of its own, with its contents', async ({ page, api }) => {
  const models = await api.research.models.query();
  await page.goto('/research/studies');
  await page.getByRole('navigation', { name: 'Research' }).getByRole('link', { name: 'Models' }).click();
  await expect(page).toHaveURL('/research/models');
  const cards = page.getByRole('navigation', { name: 'Model cards' }).getByRole('link');
  await expect(cards).toHaveCount(models.length);
  await expect(cards.filter({ hasText: 'installed' })).toHaveCount(1);
  for (const { name } of models) {
    await cards.filter({ hasText: name }).click();
    await expect(page).toHaveURL(`/research/models?model=${name}`);
    const card = page.getByRole('article', { name: `Card of ${name}` });
    await expect(card.getByRole('heading').first()).toBeVisible();
    const { markdown, worth } = await api.research.model.query({ name });
    const headlines = card.getByRole('region', { name: `Headline scores of ${name}` });
    await expect(headlines.getByRole('listitem')).toHaveCount(worth.scores.length);
    for (const { values } of worth.scores) await expect(headlines).toContainText(values[0]);
    const tables = markdown.match(/^\|[\s:|-]+\|$/gm)?.length ?? 0;
    await expect(card.getByRole('table')).toHaveCount(tables);
  }
  const contents = page.getByRole('navigation', { name: 'On this card' }).getByRole('link');
  const last = contents.last();
  await last.click();
  await expect(page).toHaveURL(/#card-/);
  await expect(page.getByRole('heading', { name: await last.innerText(), exact: true })).toBeInViewport();
});

test('the maps show the library, by keyboard and by pointer, and play', async ({ page, api, sound }) => {
  await page.goto('/research/models/features');
  const original = mapOf(page, 'Original features');
  await expect(original).toBeVisible();
  const answer = await api.research.featureMaps.query({ method: 'tsne' });
  const tracks = answer?.mapped?.tracks ?? [];
  expect(tracks.length).toBeGreaterThan(5);
  const { measures } = answer?.mapped?.original ?? { measures: { trustworthiness: NaN } };
  const worth = page.getByRole('table').getByRole('row', { name: /^Trustworthiness/ });
  await expect(worth).toContainText(measures.trustworthiness.toFixed(3));

  // From mark to mark: some arrow leads away, and each name is a track of the library.
  await original.getByRole('button').focus();
  const first = await heldTrack(page, 'Original features');
  let held = first;
  for (const key of ['ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowDown']) {
    if (held !== first) break;
    await page.keyboard.press(key);
    held = await heldTrack(page, 'Original features');
  }
  expect(held).not.toBe(first);
  const track = tracks.find(({ title }) => held.startsWith(`Play ${title} by`));
  await page.keyboard.press('Enter');
  await expect.poll(sound.seconds).toBeGreaterThan(0);
  expect(await sound.trackId()).toBe(track?.trackId);

  expect(answer?.triplet).toMatch(/^triplet-\d+$/);
  expect(await heldTrack(page, 'Learned features')).toBe(held);

  await page.keyboard.press('Space');
  await expect.poll(sound.paused).toBe(true);
  const mark = await original.getByRole('button').boundingBox();
  const box = await original.boundingBox();
  if (!mark || !box) throw new Error('the map is not on the page');
  const position = { x: mark.x + mark.width / 2 - box.x, y: mark.y + mark.height / 2 - box.y };
  await original.hover({ position });
  await expect(original.getByText(track?.title ?? '')).toBeVisible();
  await original.click({ position });
  await expect.poll(sound.paused).toBe(false);
});

test('the maps are laid out by t-SNE or UMAP, and coloured on the scale of the library', async ({
  page,
  api,
}) => {
  await page.goto('/research/models/features');
  const section = page.getByRole('region', { name: 'Your library, by original and by learned features' });
  const answer = await api.research.featureMaps.query({ method: 'tsne' });
  if (answer?.layout.method !== 'tsne') throw new Error('t-SNE is the first choice');
  await expect(section.getByText(`t-SNE at perplexity ${answer.layout.perplexity}:`).first()).toBeVisible();
  const choose = (name: string) => page.getByRole('radio', { name, exact: true }).check({ force: true });
  await choose('5');
  await expect(page).toHaveURL('/research/models/features?perplexity=5');
  await expect(section.getByText('t-SNE at perplexity 5:').first()).toBeVisible();
  await choose('UMAP');
  await expect(page).toHaveURL('/research/models/features?map=umap&perplexity=5');
  await expect(section.getByText('UMAP over the nearest neighbours').first()).toBeVisible();
  await expect(mapOf(page, 'Learned features')).toBeVisible();
  await page.goBack();
  await expect(section.getByText('t-SNE at perplexity 5:').first()).toBeVisible();

  await choose('Arousal');
  await expect(page).toHaveURL('/research/models/features?colour=arousal&perplexity=5');
  const scale = page.getByRole('group', { name: 'Colours of arousal' });
  await expect(scale).toContainText('percentile');
  const arousal = (answer.mapped?.tracks ?? [])
    .map((track) => track.arousal)
    .sort((one, other) => one - other);
  const ends = (await scale.innerText()).match(/[+−]?\d\.\d\d/g)?.map((end) => Number(end.replace('−', '-')));
  expect(ends).toHaveLength(3);
  expect(ends?.[0]).toBeGreaterThanOrEqual(arousal[0] - 0.006);
  expect(ends?.[2]).toBeLessThanOrEqual((arousal.at(-1) ?? NaN) + 0.006);
});

test('predictions of a held-out piece are read moment by moment, or the page says what is missing', async ({
  page,
  api,
}) => {
  await page.goto('/research/models/predictions');
  const answer = await api.research.pieces.query();
  if (!answer) throw new Error('the predictions ship with the project');
  await page.getByRole('button', { name: 'Piece after' }).click();
  await expect(page).toHaveURL(/\?piece=/);
  const piece = new URL(page.url()).searchParams.get('piece') ?? '';
  expect(piece).toBe(answer.pieces[1]);
  const { curves, ratings } = await api.research.piece.query({ piece });
  const moment = page.getByRole('slider', { name: 'Moment of the piece' });
  await moment.press('End');
  await expect(moment).toHaveAttribute('aria-valuenow', String(curves[0].valence.length - 1));
  await expect(moment).toHaveAttribute('aria-valuetext', ratings ? /raters valence/ : /valence/);
  await expect(scoresOf(page)).toHaveCount(curves.length + 1);
  await scoresOf(page).last().getByRole('button').click();
  await expect(page).toHaveURL(new RegExp(`model=${curves.at(-1)?.model}$`));
  if (!answer.rated) await expect(page.getByText('The raters are not shown.')).toBeVisible();
});

test('predictions of a held-out piece stand over its ratings', async ({ page, api }) => {
  const folder = `${researchData}/vgmidi`;
  test.skip(!existsSync(folder), `skipped: the ratings are not there (${folder})`);
  const answer = await api.research.pieces.query();
  expect(answer?.rated).toBe(true);
  const piece = answer?.pieces[1] ?? '';
  await page.goto(`/research/models/predictions?piece=${encodeURIComponent(piece)}`);
  const { curves } = await api.research.piece.query({ piece });
  const error = curves.at(-1)?.score?.valence.error ?? NaN;
  await expect(scoresOf(page).last()).toContainText(error.toFixed(3));
});
