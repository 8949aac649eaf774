import { choose, givenModel, isTrained, pythonMissing, simulatedEeg } from './support/eeg';
import { enter } from './support/studyPages';
import { download } from './support/studyFiles';
import { expect, test } from './support/test';

test.describe('the simulated study of EEG', () => {
  test.describe.configure({ timeout: 1_200_000 });
  test.use({ actionTimeout: 60_000 });

  test('says that nobody was recorded, and its head maps follow the music', async ({ page, api, sound }) => {
    const studyId = await simulatedEeg(api);
    const study = await api.eeg.studies.get.query({ studyId });
    await page.goto('/research/eeg');
    const row = page
      .getByRole('list', { name: 'Studies' })
      .getByRole('listitem')
      .filter({ hasText: study.title });
    await expect(row).toContainText('Simulated');
    await expect(row).toContainText('8 participants');
    await row.getByRole('link').click();
    await expect(page.getByText('made by a generator: none of these people exist')).toBeVisible();
    await expect(
      page.getByRole('group', { name: 'Participants and tracks' }).getByRole('columnheader'),
    ).toHaveCount(8);

    await page.getByRole('list', { name: 'Recordings' }).getByRole('link').first().click();
    await expect(page.getByText('made by a generator: nobody was recorded')).toBeVisible();
    await expect(page.getByRole('img', { name: /^Head map of differential entropy/ })).toHaveCount(2);
    const over = page.getByRole('region', { name: 'Over time' });
    const moment = over.getByText(/^The window around/);
    await expect(moment).toContainText('around 0:05');
    await over.getByRole('button', { name: /^Play/ }).click();
    await expect.poll(sound.seconds).toBeGreaterThan(0);
    const heard = await sound.trackId();
    await page.getByRole('slider', { name: 'Moment of the recording' }).press('End');
    await expect.poll(sound.seconds).toBeGreaterThan(30);
    await expect(moment).not.toContainText('around 0:05');
    const { trials } = await api.eeg.recordings.get.query({ recordingId: study.recordings[0].id });
    expect(trials.map(({ trackId }) => trackId)).toContain(heard);

    const svg = await download(page, () => over.getByRole('button', { name: 'Save SVG' }).first().click());
    expect(svg.text).toMatch(/^<svg /);
    expect(svg.text).toContain('simulated');
  });

  test('trains a model that finds music, which plays', async ({ page, api, sound }) => {
    const missing = await pythonMissing();
    test.skip(missing !== false, String(missing));
    const studyId = await simulatedEeg(api);
    await page.goto(`/research/eeg/${studyId}`);
    const name = 'What it is called';
    // Open already where there is no model yet.
    if (!(await page.getByRole('textbox', { name }).isVisible()))
      await page.getByRole('button', { name: 'Train a model' }).click();
    await page.getByRole('textbox', { name }).fill('A short one');
    await page.getByRole('button', { name: /^Networks, epochs/ }).click();
    await page.getByText('One network for valence and arousal').click();
    for (const way of [/^\(ii\)/, /^\(iii\)/, /^\(iv\)/, /^Other thresholds/])
      await page.getByText(way).click();
    await enter(page, 'Epochs at most', '2');
    await page.getByRole('button', { name: 'Train', exact: true }).click();
    await page.waitForURL(/\/models\/\d+$/);
    const modelId = Number(page.url().split('/').pop());
    await expect(page.getByRole('status').filter({ hasText: /^Training|^Waiting/ })).toBeVisible();
    await expect(page.getByRole('img', { name: /^loss on the validation tracks/ })).toBeVisible({
      timeout: 300_000,
    });
    await isTrained(api, modelId);

    await expect(page.getByRole('heading', { name: 'What it is worth' })).toBeVisible();
    await expect(
      page.getByText('Valence, (iii) participants and tracks left out: it was not run'),
    ).toBeVisible();
    await expect(page.getByRole('img', { name: /main components of the common space/ })).toBeVisible();
    const csv = await download(page, () => page.getByRole('button', { name: 'Scores (CSV)' }).click());
    const [head, first] = csv.text.split('\n');
    expect(head.split(',').pop()).toBe('simulated');
    expect(first.split(',').pop()).toBe('true');

    await page.getByRole('link', { name: 'Find music by EEG' }).click();
    const worth = page.getByRole('note', { name: 'What the ranking is worth' });
    await expect(worth).toContainText('trained on people who do not exist');
    await expect(worth).toContainText(/Valence: (no )?better than chance on tracks/);
    const recordings = (await api.eeg.studies.get.query({ studyId })).recordings;
    const { trials } = await api.eeg.recordings.get.query({ recordingId: recordings[0].id });
    const [{ startSeconds, durationSeconds }] = trials;
    const { matches } = await api.eeg.query.query({
      ...{ recordingId: recordings[0].id, modelId, fromSeconds: startSeconds },
      toSeconds: startSeconds + (durationSeconds ?? 0),
    });
    const list = page.getByRole('list', { name: 'Tracks of the same emotion' });
    await expect(list.getByRole('listitem')).toHaveCount(matches.length);
    await expect(list.getByRole('listitem').first()).toContainText(matches[0].title);
    await list.getByRole('button', { name: /^Play/ }).first().click();
    await expect.poll(sound.seconds).toBeGreaterThan(0);
    expect(await sound.trackId()).toBe(matches[0].trackId);

    await choose(page, /^Choose one of those found/, matches[0].title);
    const nearest = page.getByRole('region', { name: 'Whose EEG is nearest to a track' });
    // All windows of all recordings are heard by the model first.
    await expect(nearest.getByRole('row')).toHaveCount(9, { timeout: 60_000 });
    await expect(nearest).toContainText('people who do not exist');
  });

  test('shows what a model attends to under the sound, and asks while it plays', async ({
    page,
    api,
    sound,
  }) => {
    const studyId = await simulatedEeg(api);
    const modelId = await givenModel(api, studyId);
    const { recordings } = await api.eeg.studies.get.query({ studyId });
    await page.goto(`/research/eeg/${studyId}/recordings/${recordings[0].id}?model=${modelId}`);
    await expect(page.getByRole('img', { name: 'Attention over time' })).toBeVisible();

    await page.goto(`/research/eeg/${studyId}/query?model=${modelId}&way=playing`);
    await page
      .getByRole('button', { name: /^Play ./ })
      .first()
      .click();
    await expect.poll(sound.seconds).toBeGreaterThan(0);
    await expect(page.getByText(/^It listens: the first window is over at 0:10/)).toBeVisible();
    await expect(page.getByRole('list', { name: 'Tracks of the same emotion' })).toBeVisible({
      timeout: 30_000,
    });
    await expect(page.getByText(/^Heard \d+ windows? between/)).toBeVisible();
  });

  test('stops training when it is cancelled', async ({ page, api }) => {
    const missing = await pythonMissing();
    test.skip(missing !== false, String(missing));
    const studyId = await simulatedEeg(api);
    const { modelId } = await api.eeg.models.train.mutate({ studyId, title: 'Not wanted' });
    await page.goto(`/research/eeg/${studyId}/models/${modelId}`);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByText('Cancelled.')).toBeVisible();
    await page.goto(`/research/eeg/${studyId}`);
    const row = page
      .getByRole('list', { name: 'Models' })
      .getByRole('listitem')
      .filter({ hasText: 'Not wanted' });
    await row.getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('button', { name: 'Remove for good' }).click();
    await expect(row).toBeHidden();
  });
});
