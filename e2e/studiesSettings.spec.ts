import type { Page } from '@playwright/test';
import type { Api } from './support/api';
import { finish, finishedAnalysis, simulatedStudy } from './support/studies';
import { download } from './support/studyFiles';
import { ask, bringConfounds, enter, openSettings } from './support/studyPages';
import { expect, test } from './support/test';

/** Presses Run, waits for the answer, and reads what is taken away of it. */
async function run(page: Page, api: Api) {
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.waitForURL(/\/analyses\/\d+$/);
  const result = await finish(api, Number(page.url().split('/').pop()));
  const json = await download(page, () => page.getByRole('link', { name: 'All of it (JSON)' }).click());
  const methods = page.getByRole('region', { name: 'Methods' });
  return { result, exported: JSON.parse(json.text) as { spec: unknown }, methods };
}

test.describe('what is set for a question to the simulated study', () => {
  test.describe.configure({ timeout: 600_000 });
  test.use({ actionTimeout: 20_000 });

  test('is a penalty for each space', async ({ page, api }) => {
    await ask(page, await simulatedStudy(api), /^Where is it in the brain\?/);
    await openSettings(page, 'What is compared', 'The model', 'How it is tested');
    await page.getByText('sad long', { exact: true }).click();
    await enter(page, 'Delays from', '4');
    await enter(page, 'to', '5');
    await enter(page, 'Alphas from 10 to the', '1');
    await enter(page, 'to 10 to the', '3');
    await enter(page.getByRole('group', { name: 'The model' }), 'How many', '3');
    await page.getByText('banded', { exact: true }).click();
    await enter(page, 'Candidates', '5');
    await page.getByText('Learn models anew from every surrogate').click();
    await enter(page.getByRole('group', { name: 'How it is tested' }), 'How many', '20');
    await expect(
      page.getByText(/each space with a penalty of its own\. Tested against 20 surrogates/),
    ).toBeVisible();
    const { result, exported, methods } = await run(page, api);
    if (result.kind !== 'encoding') throw new Error('another question');
    const plan = {
      delays: [4, 5],
      alphas: [10, 100, 1000],
      banded: { candidates: 5 },
      null: { kind: 'phase', count: 20, refit: false },
    };
    expect(result.spec).toMatchObject({ plan });
    expect(exported.spec).toMatchObject({ stimuli: ['happy', 'sad short'], plan });
    await expect(methods).toContainText('(banded ridge), found by random search over 5 Dirichlet samples');
    await expect(methods).toContainText('delays of 4 and 5 s');
    await expect(methods).toContainText('alpha (one of 3 from 10 to 1000)');
    const strongest = Math.max(...fullOf(result.report).groups.all.observed);
    await expect(page.getByText(`mean r = ${strongest.toFixed(3)}`)).toBeVisible();
  });

  test('are the confounds that are regressed out', async ({ page, api }) => {
    const studyId = await simulatedStudy(api);
    await bringConfounds(page, api, { studyId, piece: 'happy' });
    await ask(page, studyId, /^Where is it in the brain\?/);
    await openSettings(page, 'What is compared', 'The model', 'How it is tested', /^How recordings/);
    for (const piece of ['sad short', 'sad long']) await page.getByText(piece, { exact: true }).click();
    await page.getByText('blocks with gaps').click();
    await enter(page, 'Blocks', '3');
    await page.getByText('Learn models anew from every surrogate').click();
    await enter(page.getByRole('group', { name: 'How it is tested' }), 'How many', '20');
    await page.getByText('Confounds regressed out').click();
    await page.getByText('these', { exact: true }).click();
    await page.getByText('rot_z', { exact: true }).click();
    const { result, exported, methods } = await run(page, api);
    if (result.kind !== 'encoding' || result.spec.kind !== 'encoding') throw new Error('another question');
    const confounds = ['trans_x', 'trans_y'];
    expect(exported.spec).toMatchObject({
      stimuli: ['happy'],
      preprocessing: { confounds },
      plan: { folds: { kind: 'blocks', count: 3 } },
    });
    await expect(methods).toContainText('the confounds trans_x and trans_y were regressed out');
    const { preprocessing } = result.spec;
    const id = await finishedAnalysis(api, {
      studyId,
      title: 'without confounds regressed out',
      spec: { ...result.spec, preprocessing: { ...preprocessing, confounds: null } },
    });
    const without = await finish(api, id);
    if (without.kind !== 'encoding') throw new Error('another question');
    const [strongest, otherwise] = [result, without].map(({ report }) => fullOf(report).groups.all.observed);
    expect(strongest).toHaveLength(otherwise.length);
    expect(strongest).not.toEqual(otherwise);
    await expect(page.getByText(`mean r = ${Math.max(...strongest).toFixed(3)}`)).toBeVisible();
  });

  test('are leads and lags', async ({ page, api }) => {
    await ask(page, await simulatedStudy(api), /^Who leads/);
    await openSettings(page, 'What is compared', 'Leads and lags', 'The model', 'How it is tested');
    await page.getByText('sad long', { exact: true }).click();
    await enter(page, 'From', '-4');
    await enter(page, 'To', '8');
    await enter(page, 'In steps of', '4');
    await page.getByText('brain to ratings', { exact: true }).click();
    await enter(page, 'Rating’s own past', '3');
    await enter(page, 'Sound up to', '2');
    await enter(page.getByRole('group', { name: 'How it is tested' }), 'How many', '9');
    await expect(page.getByText(/^Regions predict changes of .* at −4 to 8 s/)).toBeVisible();
    const { result, exported, methods } = await run(page, api);
    if (result.kind !== 'leadLag') throw new Error('another question');
    const plan = {
      directions: ['brain to ratings'],
      lagsSeconds: [-4, 0, 4, 8],
      pastSeconds: 3,
      featureDelays: [0, 1, 2],
      null: { count: 9 },
    };
    expect(exported.spec).toMatchObject({ stimuli: ['happy', 'sad short'], plan });
    await expect(methods).toContainText('a model for each lag of −4 to 8 in steps of 4 s');
    await expect(methods).toContainText('the rating’s own past of 3 s');
    await expect(methods).toContainText('at delays of 0, 1 and 2 s');
    expect(result.report.directions.map(({ direction }) => direction)).toEqual(['brain to ratings']);
    await expect(page.getByRole('img', { name: 'From the brain to ratings' })).toBeVisible();
  });
});

/** The model of most spaces. */
const fullOf = <Model extends { spaces: readonly string[] }>({
  models,
}: {
  models: readonly Model[];
}): Model => models.reduce((most, each) => (each.spaces.length > most.spaces.length ? each : most));

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
