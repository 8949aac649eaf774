import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { finish, finishedAnalysis, shortEncoding, simulatedStudy } from './support/studies';
import { download, folderOf, readOffline } from './support/studyFiles';
import { expect, test } from './support/test';

const neuro = resolve('../shared/neuro');

/** Names a study on the page, and goes to it. */
async function beginStudy(page: Page, title: string): Promise<number> {
  await page.goto('/research/studies');
  await page.getByRole('textbox', { name: 'A study of your own' }).fill(title);
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  return Number(page.url().split('/').pop());
}

/** Brings a folder to the study that is open, and has it read as its mapping.tsv says. */
async function bringFolder(page: Page, folder: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose a folder' }).click(),
  ]);
  await chooser.setFiles(folder);
  await expect(page.getByText('As mapping.tsv says.')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: /^Read \d+ files?$/ }).click();
  await expect(page.getByRole('heading', { name: 'What is there of everybody' })).toBeVisible({
    timeout: 120_000,
  });
  await expect(page.getByRole('list', { name: 'Under way' })).toBeHidden({ timeout: 120_000 });
}

test.describe('the simulated study', () => {
  test.describe.configure({ timeout: 600_000 });
  test.use({ actionTimeout: 20_000 });

  test('is asked where in the brain, and its report is taken away', async ({ page, api, sound }) => {
    const studyId = await simulatedStudy(api);
    await page.goto('/research');
    await expect(page).toHaveURL('/research/studies');
    const study = await api.studies.get.query({ studyId });
    const row = page
      .getByRole('list', { name: 'Studies' })
      .getByRole('listitem')
      .filter({ hasText: study.title });
    await expect(row).toContainText('Simulated');
    await expect(row).toContainText(`${study.participants.length} participants`);
    await row.getByRole('link').click();
    await expect(
      page.getByRole('group', { name: 'Participants and pieces' }).getByRole('columnheader'),
    ).toHaveCount(study.participants.length);

    await page.getByRole('link', { name: 'Ask something' }).click();
    await page.getByRole('radio', { name: /^Where is it in the brain\?/ }).check({ force: true });
    await page.getByRole('button', { name: 'How it is tested' }).click();
    await page.getByText('Learn models anew from every surrogate').click();
    const count = page.getByRole('textbox', { name: 'How many' });
    await count.fill('20');
    await count.press('Enter');
    await expect(page).toHaveURL(/spec=/);
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.waitForURL(/\/analyses\/\d+$/);
    const analysisId = Number(page.url().split('/').pop());
    const result = await finish(api, analysisId);
    if (result.kind !== 'encoding' || result.spec.kind !== 'encoding') throw new Error('another question');
    expect(result.spec.plan.null).toMatchObject({ kind: 'phase', count: 20, refit: false });

    const { targets, models } = result.report;
    const full = models.reduce((most, each) => (each.spaces.length > most.spaces.length ? each : most));
    const { observed } = full.groups.all;
    const best = targets[observed.indexOf(Math.max(...observed))].name;
    await expect(page.getByText(new RegExp(`mean r = ${Math.max(...observed).toFixed(3)}`))).toBeVisible();
    await expect(page.getByRole('heading', { name: best, exact: true })).toBeVisible();

    const other = targets.find(({ name }) => name !== best)?.name ?? '';
    await page
      .getByRole('region', { name: 'Regions' })
      .getByRole('button', { name: new RegExp(`^${escaped(other)}`) })
      .click();
    await expect(page).toHaveURL(new RegExp(`region=`));
    await expect(page.getByRole('heading', { name: other, exact: true })).toBeVisible();
    await expect(page.getByRole('img', { name: new RegExp(`^${escaped(other)} during`) })).toBeVisible();
    await page.getByRole('button', { name: `Play ${study.stimuli[0].name}`, exact: true }).click();
    await expect.poll(sound.seconds).toBeGreaterThan(0);
    await page.getByRole('slider', { name: 'Moment of the piece' }).press('End');
    await expect.poll(sound.seconds).toBeGreaterThan(100);

    const svg = await download(page, () => page.getByRole('button', { name: 'Save SVG' }).first().click());
    expect(svg.text).toMatch(/^<svg /);
    expect(svg.text).toContain(`data-region="${best}"`);
    const json = await download(page, () => page.getByRole('link', { name: 'All of it (JSON)' }).click());
    expect(JSON.parse(json.text)).toMatchObject({ seed: result.seed, study: { simulated: true } });
    const csv = await download(page, () => page.getByRole('link', { name: 'Numbers (CSV)' }).click());
    expect(csv.text.split('\n')[0]).toContain('region');

    const report = await download(page, () => page.getByRole('link', { name: 'Report (HTML)' }).click());
    await readOffline(page, report.path, [best, 'simulated', 'Methods']);
  });

  test('is asked which sounds go with what people felt', async ({ page, api }) => {
    const studyId = await simulatedStudy(api);
    const features = [
      { name: 'envelope', series: 'envelope', change: 'signed' as const },
      { name: 'loudness', series: 'envelope', change: 'absolute' as const },
    ];
    const scales = [
      { name: 'emotionality', series: 'emotionality', from: 'rating' as const, change: 'signed' as const },
    ];
    const analysisId = await finishedAnalysis(api, {
      studyId,
      title: 'a short coupling',
      spec: {
        kind: 'coupling',
        spaces: features,
        scales,
        plan: { surrogates: { kind: 'phase', count: 20 } },
      },
    });
    const result = await finish(api, analysisId);
    if (result.kind !== 'coupling') throw new Error('another question');
    await page.goto(`/research/studies/${studyId}/analyses/${analysisId}`);
    const [scale] = result.report.scales;
    const table = page.getByRole('region', { name: 'Repeated-measures analysis of variance' });
    await expect(table.getByRole('row')).toHaveCount((scale.anova?.length ?? 0) + 1);
    await expect(table).toContainText(scale.anova?.[0].f.toFixed(2) ?? 'no analysis of variance');
    await expect(page.getByRole('img', { name: 'Correlation with emotionality by lag' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Methods' })).toBeVisible();
  });

  test('has two runs side by side, in the same colours', async ({ page, api }) => {
    const studyId = await simulatedStudy(api);
    const one = await finishedAnalysis(api, { studyId, title: 'a short encoding', spec: shortEncoding });
    const other = await finishedAnalysis(api, {
      studyId,
      title: 'with another seed',
      spec: { ...shortEncoding, plan: { ...shortEncoding.plan, seed: 2 } } as typeof shortEncoding,
    });
    await page.goto(`/research/studies/${studyId}`);
    for (const title of ['a short encoding', 'with another seed'])
      await page.getByRole('listitem').filter({ hasText: title }).getByText('Compare').click();
    await page.getByRole('link', { name: 'Compare the two' }).click();
    await expect(page).toHaveURL(`/research/studies/${studyId}/analyses/${one}?with=${other}`);
    await expect(page.getByRole('region', { name: 'Both maps' }).getByRole('img')).toHaveCount(2);
    const differences = page.getByRole('region', { name: 'What was asked differently' });
    await expect(differences).toContainText('plan.seed');
    await expect(page.getByText('at most 0.000 apart')).toBeVisible();
  });
});

test('a series that stands still is refused by name, and a study is deleted for good', async ({
  page,
  api,
}) => {
  const title = 'Two people, one of whom stands still';
  const studyId = await beginStudy(page, title);
  const rows = (value: (sample: number) => number) =>
    ['A,B', ...Array.from({ length: 60 }, (_, at) => `${Math.sin(at)},${value(at)}`)].join('\n');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose files' }).click(),
  ]);
  await chooser.setFiles([
    {
      name: 'sub-01_task-calm_bold.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(rows((at) => Math.cos(at))),
    },
    { name: 'sub-02_task-calm_bold.csv', mimeType: 'text/csv', buffer: Buffer.from(rows(() => 0)) },
    { name: 'sub-03_task-calm_bold.csv', mimeType: 'text/csv', buffer: Buffer.from('A,B\n1,two\n') },
  ]);
  await expect(page.getByText('As their names say. Change what is wrong.')).toBeVisible();
  for (const person of ['01', '02', '03'])
    await page.getByRole('spinbutton', { name: new RegExp(`sub-${person}`) }).fill('2');
  await page.getByRole('button', { name: 'Read 3 files' }).click();
  const problems = page.getByRole('list', { name: 'Problems' });
  await expect(problems.getByText(/invalid recording of 02, calm, region B: every sample is 0/)).toBeVisible({
    timeout: 60_000,
  });
  await expect(problems.getByText(/sub-03_task-calm_bold\.csv/)).toBeVisible();
  await expect(page.getByTitle(/^02, calm: .*refused$/)).toBeVisible();

  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog.getByRole('button', { name: 'Delete for good' })).toBeDisabled();
  await dialog.getByRole('textbox').fill(title);
  await dialog.getByRole('button', { name: 'Delete for good' }).click();
  await expect(page).toHaveURL('/research/studies');
  expect((await api.studies.list.query()).map(({ id }) => id)).not.toContain(studyId);
});

test.describe('what the server refuses', () => {
  // A refusal is an answer of 400, which browsers put on the console.
  test.use({ expectedComplaint: /400 \(Bad Request\)/ });

  test('stands at its field in the server’s words', async ({ page, api }) => {
    test.setTimeout(600_000);
    const studyId = await simulatedStudy(api);
    const spec = {
      kind: 'intersubject',
      preprocessing: { trimStartSeconds: -3 },
      plan: { null: null, seed: 1 },
    };
    await page.goto(
      `/research/studies/${studyId}/analyses/new?spec=${encodeURIComponent(JSON.stringify(spec))}`,
    );
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'trimStartSeconds' })).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Cut off at the start' })).toBeVisible();
  });
});

test('alice: sound power predicts the left posterior temporal region, and s33 is refused by name', async ({
  page,
  api,
}) => {
  const source = join(neuro, 'alice');
  test.skip(!existsSync(source), `skipped: the recordings are not there (${source})`);
  test.setTimeout(300_000);
  const studyId = await beginStudy(page, 'Alice');
  const regions = 'LATL,RATL,LPTL,LIPL,LPreM,LIFG';
  const people = readdirSync(join(source, '6mm'));
  const folder = folderOf({ '6mm': join(source, '6mm'), 's18-sndpwr.txt': join(source, 's18-sndpwr.txt') }, [
    ['file', 'use', 'participant', 'stimulus', 'name', 'hop_seconds', 'column_names'],
    ...people.map((name) => [`6mm/${name}`, 'recording', name.split('-')[0], 'story', 'n/a', '2', regions]),
    ['s18-sndpwr.txt', 'feature', 'n/a', 'story', 'sound power', '2', 'n/a'],
  ]);
  await bringFolder(page, folder);
  await expect(page.getByText(/invalid recording of s33, story.*every sample/)).toBeVisible();
  const { analysisId } = await api.studies.analyses.start.mutate({
    studyId,
    spec: {
      kind: 'encoding',
      spaces: [{ name: 'sound power', series: 'sound power' }],
      preprocessing: { sampleTime: 0, highPassHz: 1 / 128 },
      plan: {
        delays: [0, 1, 2],
        alphas: [1, 10, 100, 1000],
        alphaFor: 'all',
        folds: { kind: 'blocks', count: 5, gapSamples: 5 },
        null: { kind: 'phase', count: 50, refit: false },
      },
    },
  });
  const result = await finish(api, analysisId);
  if (result.kind !== 'encoding') throw new Error('another question');
  const at = result.report.targets.findIndex(({ name }) => name === 'LPTL');
  expect(result.report.models[0].groups.all.observed[at]).toBeCloseTo(0.08, 2);
  await page.goto(`/research/studies/${studyId}/analyses/${analysisId}?region=LPTL`);
  await expect(page.getByRole('heading', { name: 'LPTL', exact: true })).toBeVisible();
  await expect(page.getByText(/s33/).first()).toBeVisible();
  const report = await download(page, () => page.getByRole('link', { name: 'Report (HTML)' }).click());
  await readOffline(page, report.path, ['LPTL', 's33']);
});

test('lea: envelopes predict what people felt, as the reference run says', async ({ page, api }) => {
  const source = join(neuro, 'lea_demo');
  test.skip(!existsSync(source), `skipped: the ratings are not there (${source})`);
  test.setTimeout(300_000);
  const studyId = await beginStudy(page, 'lea');
  const songs = [1, 2, 3, 4, 5, 6, 7];
  const files = songs.flatMap((song) => [`env_song${song}.csv`, `touched_song${song}.csv`]);
  const folder = folderOf(Object.fromEntries(files.map((name) => [name, join(source, name)])), [
    ['file', 'use', 'participant', 'stimulus', 'name', 'column_names'],
    ...songs.flatMap((song) => [
      [`env_song${song}.csv`, 'feature', 'n/a', `song${song}`, 'envelope', 'n/a'],
      [`touched_song${song}.csv`, 'recording', 'mean', `song${song}`, 'n/a', 'touched'],
    ]),
  ]);
  await bringFolder(page, folder);
  const { analysisId } = await api.studies.analyses.start.mutate({
    studyId,
    spec: {
      kind: 'encoding',
      spaces: [{ name: 'envelope', series: 'envelope' }],
      // The ratings begin at 1 s: from 10 s to 10 s before the end, as in the reference.
      preprocessing: {
        ...{ sampleTime: 0, highPassHz: null, detrendDegree: null },
        ...{ trimStartSeconds: 9, trimEndSeconds: 10 },
      },
      plan: {
        standardise: 'columns',
        alphas: Array.from({ length: 21 }, (_, step) => 10 ** (-5 + step / 2)),
        null: { kind: 'phase', count: 20, refit: false },
      },
    },
  });
  const result = await finish(api, analysisId);
  if (result.kind !== 'encoding') throw new Error('another question');
  const reference = JSON.parse(readFileSync(join(source, 'lea_reference_results.json'), 'utf8')) as {
    '0..10 s': { mean_r: { touched: number } };
  };
  const r = result.report.models[0].groups.all.observed[0];
  expect(r).toBeCloseTo(reference['0..10 s'].mean_r.touched, 9);
  await page.goto(`/research/studies/${studyId}/analyses/${analysisId}`);
  await expect(page.getByText(`mean r = ${r.toFixed(3)}`, { exact: false })).toBeVisible();
  const report = await download(page, () => page.getByRole('link', { name: 'Report (HTML)' }).click());
  await readOffline(page, report.path, ['touched', 'envelope']);
});

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
