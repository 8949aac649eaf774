import { finish, finishedAnalysis, shortEncoding, simulatedStudy } from './support/studies';
import { download, readOffline } from './support/studyFiles';
import { expect, test } from './support/test';

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

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
