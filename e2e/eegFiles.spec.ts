import { allTracks } from './support/api';
import {
  beginEegStudy,
  choose,
  pythonMissing,
  realEdf,
  realEdfMissing,
  simulatedEeg,
  trainedModel,
} from './support/eeg';
import { enter } from './support/studyPages';
import { expect, test } from './support/test';

test.describe('recordings that are brought', () => {
  test.describe.configure({ timeout: 1_200_000 });
  test.use({ actionTimeout: 20_000 });

  test('a real EDF file is measured, and finds music that plays', async ({ page, api, sound }) => {
    test.skip(realEdfMissing !== false, String(realEdfMissing));
    const studyId = await beginEegStudy(page, 'A minute of EEG');
    await page.locator('input[type=file]').first().setInputFiles(realEdf);
    const row = page.getByRole('list', { name: 'Recordings' }).getByRole('listitem');
    await expect(row).toContainText('test.edf · EDF · 16 channels · 1:00', { timeout: 120_000 });
    await expect(row).toContainText('of 101 windows dropped', { timeout: 120_000 });

    const [track] = await allTracks(api);
    await page.getByRole('button', { name: 'Add tracks' }).click();
    await page.getByRole('button', { name: 'Add a track of the library' }).click();
    await page.getByRole('dialog').getByRole('button', { name: track.title }).first().click();
    await page.getByRole('textbox', { name: `Raters’ valence of ${track.title}, 1 to 9` }).fill('7');
    await page.getByRole('button', { name: 'Keep these tracks' }).click();
    await expect(page.getByRole('cell', { name: '7.0' })).toBeVisible();

    await row.getByRole('link').click();
    await expect(
      page.getByRole('img', { name: /^Head map of differential entropy \(nats\) at 16/ }),
    ).toHaveCount(2);
    await page.getByRole('button', { name: 'Add trials' }).click();
    await choose(page, /Heard in trial 1/, track.title);
    await enter(page, 'Beginning of trial 1 in seconds', '70');
    await expect(page.getByText('Trial 1 begins after the end of the recording, 1:00.')).toBeVisible();
    await enter(page, 'Beginning of trial 1 in seconds', '5');
    await enter(page, 'Length of trial 1 in seconds', '40');
    await enter(page, 'Own arousal in trial 1, 1 to 9', '3');
    await page.getByRole('button', { name: 'Keep these trials' }).click();
    await expect(page.getByRole('row', { name: `${track.title} 0:05 0:40 not asked 3` })).toBeVisible();
    const { trials } = await api.eeg.recordings.get.query({
      recordingId: Number(page.url().split('/').pop()),
    });
    expect(trials).toMatchObject([
      { trackId: track.trackId, startSeconds: 5, durationSeconds: 40, arousal: 3 },
    ]);

    const missing = await pythonMissing();
    test.skip(missing !== false, String(missing));
    await trainedModel(api, await simulatedEeg(api));
    await page.goto(`/research/eeg/${studyId}/query`);
    await page.getByRole('button', { name: 'Measure it as the model’s set was' }).click();
    const list = page.getByRole('list', { name: 'Tracks of the same emotion' });
    await expect(list).toBeVisible({ timeout: 120_000 });
    await expect(page.getByRole('note', { name: 'What the ranking is worth' })).toContainText(
      'trained on people who do not exist',
    );
    await list.getByRole('button', { name: /^Play/ }).first().click();
    await expect.poll(sound.seconds).toBeGreaterThan(0);
  });

  test('what cannot be read is told at its name', async ({ page }) => {
    await beginEegStudy(page, 'Nothing that can be read');
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles([
        { name: 'wrong.edf', mimeType: 'application/octet-stream', buffer: Buffer.from('no recording') },
      ]);
    const row = page.getByRole('list', { name: 'Recordings' }).getByRole('listitem');
    await expect(row).toContainText('it does not begin as an EDF or BDF file', { timeout: 60_000 });
    await expect(page.getByText('all of these were refused')).toBeVisible();
    await row.getByRole('link').click();
    await expect(page.getByRole('alert')).toContainText('It could not be read');
  });
});
