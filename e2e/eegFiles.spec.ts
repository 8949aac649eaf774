import { readFileSync } from 'node:fs';
import { allTracks } from './support/api';
import {
  beginEegStudy,
  choose,
  isTrained,
  pythonMissing,
  realEdf,
  realEdfMissing,
  shortTraining,
} from './support/eeg';
import { enter } from './support/studyPages';
import { expect, test } from './support/test';

/** Five stretches of the minute, in which as many tracks are said to have been heard. */
const pieces = [0, 1, 2, 3, 4];
const stretchSeconds = 12;
const people = ['01', '02'];

const table = (rows: (string | number)[][]): Buffer =>
  Buffer.from(rows.map((row) => `${row.join('\t')}\n`).join(''));

const isHigh = (piece: number) => (piece % 2 === 0 ? 7 : 3);
const tracksTable = (sounds: readonly number[]) =>
  table([
    ['track', 'valence', 'arousal', 'sound'],
    ...pieces.map((piece) => [`piece ${piece}`, isHigh(piece), piece < 3 ? 7 : 3, sounds[piece]]),
  ]);
const trialsTable = table([
  ['participant', 'file', 'onset', 'duration', 'track', 'valence', 'arousal'],
  ...people.flatMap((person) =>
    pieces.map((piece) => [
      ...[person, `sub-${person}_eeg.edf`, piece * stretchSeconds, stretchSeconds, `piece ${piece}`],
      ...[isHigh(piece), piece < 3 ? 7 : 3],
    ]),
  ),
]);

test.describe('recordings that are brought', () => {
  test.describe.configure({ timeout: 900_000 });
  test.use({ actionTimeout: 60_000 });

  test('a real EDF file is measured, trained on, and finds music that plays', async ({
    page,
    api,
    sound,
  }) => {
    test.skip(realEdfMissing !== false, String(realEdfMissing));
    const tracks = await allTracks(api);
    const studyId = await beginEegStudy(page, 'A minute of EEG, heard twice');
    const mimeType = 'application/octet-stream';
    const recorded = { mimeType, buffer: readFileSync(realEdf) };
    const sounds = tracks.slice(0, pieces.length).map(({ trackId }) => trackId);
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles([
        { name: 'tracks.tsv', mimeType, buffer: tracksTable(sounds) },
        { name: 'trials.tsv', mimeType, buffer: trialsTable },
        ...people.map((person) => ({ name: `sub-${person}_eeg.edf`, ...recorded })),
      ]);
    const rows = page.getByRole('list', { name: 'Recordings' }).getByRole('listitem');
    for (const [at, person] of people.entries())
      await expect(rows.nth(at)).toContainText(
        `sub-${person}_eeg.edf · EDF · 16 channels · 1:00 · 5 trials · 0 of 101 windows dropped`,
        { timeout: 180_000 },
      );
    await expect(page.getByTitle('02, piece 4: recorded and measured, rated')).toBeVisible();

    // What was brought by tables is changed by hand.
    await page.getByRole('button', { name: 'Change tracks' }).click();
    await enter(page, 'Raters’ valence of piece 0, 1 to 9', '6.5');
    await page.getByRole('button', { name: 'Keep these tracks' }).click();
    await expect(page.getByRole('row', { name: /^piece 0 6\.5 7\.0 2 trials/ })).toBeVisible();

    await rows.first().getByRole('link').click();
    await expect(
      page.getByRole('img', { name: /^Head map of differential entropy \(nats\) at 16 electrodes/ }),
    ).toHaveCount(2);
    await page.getByRole('button', { name: 'Rename' }).click();
    await page.getByRole('textbox', { name: 'Name of the participant' }).fill('anna');
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Participant anna' })).toBeVisible();
    await page.getByRole('button', { name: 'Change trials' }).click();
    await enter(page, 'Beginning of trial 2 in seconds', '70');
    await expect(page.getByText('Trial 2 begins after the end of the recording, 1:00.')).toBeVisible();
    await enter(page, 'Beginning of trial 2 in seconds', '12.5');
    await enter(page, 'Own arousal in trial 2, 1 to 9', '8');
    await choose(page, /Heard in trial 5/, 'None of the tracks');
    await page.getByRole('button', { name: 'Keep these trials' }).click();
    await expect(page.getByRole('row', { name: 'piece 1 0:12 0:12 3 8' })).toBeVisible();
    const recordingId = Number(page.url().split('/').pop());
    const { trials } = await api.eeg.recordings.get.query({ recordingId });
    expect(trials[1]).toMatchObject({ track: 'piece 1', trackId: sounds[1], startSeconds: 12.5, arousal: 8 });
    expect(trials[4]).toMatchObject({ track: null, trackId: null });

    const missing = await pythonMissing();
    test.skip(missing !== false, String(missing));
    const training = { ...shortTraining, epochs: 1 };
    const { modelId } = await api.eeg.models.train.mutate({ studyId, settings: { training } });
    await isTrained(api, modelId);
    await page.goto(`/research/eeg/${studyId}/query?model=${modelId}`);
    const worth = page.getByRole('note', { name: 'What the ranking is worth' });
    await expect(worth).toContainText(/Valence: (no )?better than chance/);
    await expect(worth).not.toContainText('do not exist');
    const { matches } = await api.eeg.query.query({ recordingId, modelId, toSeconds: stretchSeconds });
    const list = page.getByRole('list', { name: 'Tracks of the same emotion' });
    await expect(list.getByRole('listitem').first()).toContainText(matches[0].title);
    await list.getByRole('button', { name: /^Play/ }).first().click();
    await expect.poll(sound.seconds).toBeGreaterThan(0);
    expect(await sound.trackId()).toBe(matches[0].trackId);
  });

  test('what cannot be read is told at its name', async ({ page }) => {
    await beginEegStudy(page, 'Nothing that can be read');
    const wrong = { name: 'wrong.edf', mimeType: 'text/plain', buffer: Buffer.from('no recording') };
    await page.locator('input[type=file]').first().setInputFiles([wrong]);
    const row = page.getByRole('list', { name: 'Recordings' }).getByRole('listitem');
    await expect(row).toContainText('it does not begin as an EDF or BDF file', { timeout: 60_000 });
    await expect(page.getByText('all of these were refused')).toBeVisible();
    await row.getByRole('link').click();
    await expect(page.getByText('It could not be read')).toBeVisible();
  });
});
