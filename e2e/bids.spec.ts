import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import type { Api } from './support/api';
import { overflowPixels } from './support/overflow';
import { finish } from './support/studies';
import { expect, test } from './support/test';

/** Unpacking and reading wait behind other work of a server that has just begun. */
const workMilliseconds = 120_000;

/** Numbers that look alike for everybody, and yet are each person's own. */
const wave = (person: number, sample: number) => Math.sin(sample / 4) + 0.5 * Math.sin((sample * person) / 3);

const table = (header: string | null, rows: number, cells: (row: number) => number[]) =>
  [...(header === null ? [] : [header]), ...Array.from({ length: rows }, (_, row) => cells(row).join('\t'))]
    .map((line) => `${line}\n`)
    .join('');

/** Three people who heard one piece, which began 4 s after the scanner did. */
function bidsZip(): Buffer {
  const files: Record<string, string> = {
    'set/dataset_description.json': JSON.stringify({ Name: 'Three listeners', BIDSVersion: '1.10.0' }),
    'set/participants.tsv': 'participant_id\nsub-01\nsub-02\nsub-03\n',
    'set/task-song_events.tsv': 'onset\tduration\tstim_file\n4\t80\tlament.wav\n',
    'set/task-song_timeseries.json': JSON.stringify({ RepetitionTime: 1 }),
    'set/task-song_physio.json': JSON.stringify({
      ...{ SamplingFrequency: 2, StartTime: 0, Columns: ['cardiac', 'warmth'] },
    }),
  };
  for (const person of [1, 2, 3]) {
    const stem = `set/sub-0${person}/func/sub-0${person}_task-song`;
    files[`${stem}_timeseries.tsv`] = table('V1\tA1', 90, (at) => [wave(person, at), wave(person, at + 9)]);
    files[`${stem}_physio.tsv`] = table(null, 180, (at) => [at % 5, wave(person, at / 2)]);
    files[`${stem}_bold.json`] = JSON.stringify({ TaskName: 'song' });
  }
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))),
  );
}

/** Makes a study and brings a file to its page; the list of studies is left alone, whose first visit makes another one. */
async function bring(
  page: Page,
  { api, title, file }: { api: Api; title: string; file: { name: string; buffer: Buffer } },
): Promise<number> {
  const { studyId } = await api.studies.create.mutate({ title });
  await page.goto(`/research/studies/${studyId}`);
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose files' }).click(),
  ]);
  await chooser.setFiles([{ ...file, mimeType: 'application/zip' }]);
  return studyId;
}

async function readFiles(page: Page, count: number): Promise<void> {
  await page.getByRole('button', { name: `Read ${count} files` }).click();
  await expect(page.getByRole('heading', { name: 'What is there of everybody' })).toBeVisible({
    timeout: workMilliseconds,
  });
  await expect(page.getByRole('list', { name: 'Under way' })).toBeHidden({ timeout: workMilliseconds });
}

test('a BIDS folder is brought as a ZIP, its mapping mended, and its export brings its analyses back', async ({
  page,
  api,
}) => {
  test.setTimeout(300_000);
  const studyId = await bring(page, {
    ...{ api, title: 'Three listeners' },
    file: { name: 'set.zip', buffer: bidsZip() },
  });
  await expect(page.getByText('As the BIDS dataset “Three listeners” says.')).toBeVisible({
    timeout: workMilliseconds,
  });
  await expect(page.getByRole('list', { name: 'Wrong in the dataset' })).toContainText(
    'invalid stim_file: lament.wav',
  );
  const rating = 'set/sub-01/func/sub-01_task-song_physio.tsv';
  await page.getByRole('button', { name: `Columns and times of ${rating}` }).click();
  await expect(page.getByRole('checkbox', { name: 'Use column cardiac' })).not.toBeChecked();
  await page.getByRole('textbox', { name: 'Name of column warmth' }).fill('tenderness');

  await page.setViewportSize({ width: 390, height: 844 });
  const shift = page.getByRole('spinbutton', { name: `Shift of ${rating}` });
  await shift.fill('99');
  await page.getByRole('button', { name: 'Read 7 files' }).click();
  await expect(shift).toHaveAccessibleDescription(
    `invalid shiftSeconds of ${rating}: 99 (too big: expected number to be <=60)`,
  );
  await expect(shift).toBeFocused();
  expect(await overflowPixels(page)).toBe(0);
  await shift.fill('1.5');
  await page.setViewportSize({ width: 1280, height: 800 });
  await readFiles(page, 7);

  const study = await api.studies.get.query({ studyId });
  expect(study.stimuli).toMatchObject([{ name: 'lament', durationSeconds: 80 }]);
  const ratings = study.series.filter(({ kind }) => kind === 'rating');
  expect(
    ratings.map(({ participant, name, shiftSeconds, startSeconds }) => [
      participant,
      name,
      shiftSeconds,
      startSeconds,
    ]),
  ).toEqual([
    ['01', 'tenderness', 1.5, -4],
    ['02', 'warmth', 0, -4],
    ['03', 'warmth', 0, -4],
  ]);
  expect(
    (await api.studies.check.query({ studyId })).filter(({ severity }) => severity === 'refused'),
  ).toEqual([]);

  const { analysisId } = await api.studies.analyses.start.mutate({
    studyId,
    title: 'do they move together',
    spec: { kind: 'intersubject', plan: { null: { kind: 'phase', count: 9 }, seed: 5 } },
  });
  await finish(api, analysisId);
  await page.reload();
  const [exported] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export all (ZIP)' }).click(),
  ]);
  const answerOf = async (of: number, id: number) =>
    (await page.request.get(`/api/studies/${of}/analyses/${id}.json`)).body();
  const before = await answerOf(studyId, analysisId);

  const copyId = await bring(page, {
    ...{ api, title: 'The same again' },
    file: { name: 'export.zip', buffer: readFileSync(await exported.path()) },
  });
  await expect(page.getByText('As mapping.tsv says.')).toBeVisible({ timeout: workMilliseconds });
  await readFiles(page, 10);
  const [brought] = (await api.studies.get.query({ studyId: copyId })).analyses;
  expect(await answerOf(copyId, brought.id)).toEqual(before);
  await expect(page.getByRole('listitem').filter({ hasText: 'do they move together' })).toContainText(
    '(brought)',
  );
  await page.getByRole('link', { name: 'do they move together' }).click();
  await expect(
    page.getByText(/^Brought with an exported study \(analyses\/\d+\.json\).* with seed 5/),
  ).toBeVisible();
  await expect(page.getByRole('link', { name: 'Report (HTML)' })).toBeVisible();
});
