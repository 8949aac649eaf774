import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { aliceFolder, aliceQuestion, aliceRegions } from '@/server/research/studies/testing/alice.testing';
import { finish } from './support/studies';
import { download, folderOf, readOffline } from './support/studyFiles';
import { beginStudy, bringFolder } from './support/studyPages';
import { expect, test } from './support/test';

const neuro = resolve('../shared/neuro');

test('alice: sound power predicts the left posterior temporal region, and s33 is refused by name', async ({
  page,
  api,
}) => {
  const source = aliceFolder;
  test.skip(!existsSync(source), `skipped: the recordings are not there (${source})`);
  test.setTimeout(300_000);
  const studyId = await beginStudy(page, 'Alice');
  const regions = aliceRegions.join(',');
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
    spec: aliceQuestion('sound power', { kind: 'phase', count: 50, refit: false }),
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
