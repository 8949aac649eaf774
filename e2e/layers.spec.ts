import { drivenRegion, layeredStudy, regions } from './support/layeredStudy';
import { finish } from './support/studies';
import { download, readOffline } from './support/studyFiles';
import { expect, test } from './support/test';

test.use({ actionTimeout: 20_000 });

test('layers of the project’s own network are chosen and computed, and can be asked about', async ({
  page,
  api,
  request,
}) => {
  test.setTimeout(180_000);
  const studyId = await layeredStudy(api, request, 'Layers computed');
  await page.goto(`/research/studies/${studyId}`);
  await page.getByRole('button', { name: 'Compute more of them' }).click();
  await page.getByRole('button', { name: 'Layers of circumplex' }).click();
  const layers = page.getByRole('group', { name: '12 layers from the input to the output' });
  await layers.getByRole('button', { name: 'Six evenly spread' }).click();
  await expect(layers.getByRole('checkbox', { checked: true })).toHaveCount(6);
  await layers.getByText('conv3 (Relu)').click();
  await page.getByRole('button', { name: 'Compute for 2 pieces' }).click();
  await expect(page.getByRole('rowheader', { name: 'circumplex:embedding' })).toBeVisible({
    timeout: 90_000,
  });
  await expect(page.getByRole('rowheader', { name: 'circumplex:conv3' })).toBeHidden();

  await page.getByRole('link', { name: 'Which layer of circumplex does each region prefer?' }).click();
  await expect(page).toHaveURL(/layers=circumplex/);
  await expect(
    page.getByText('5 layers of a network, circumplex:conv1 to circumplex:embedding, each alone'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'What is compared' }).click();
  const chosen = page.getByRole('group', { name: 'Layers of circumplex, from the input to the output' });
  await expect(chosen.getByRole('checkbox')).toHaveCount(5);
  await chosen.getByText('context3').click();
  await expect(page.getByText('4 layers of a network')).toBeVisible();
  await page.getByRole('button', { name: /Spaces$/ }).click();
  await page.getByRole('option', { name: 'layers of net' }).click();
  await expect(page.getByText('3 layers of a network, net:first to net:third')).toBeVisible();
});

test('a region made from a layer prefers it, on the brain, in numbers and in every file', async ({
  page,
  api,
  request,
}) => {
  test.setTimeout(180_000);
  const studyId = await layeredStudy(api, request, 'Layers preferred');
  await page.goto(`/research/studies/${studyId}/analyses/new?layers=net`);
  await page.getByRole('button', { name: 'How it is tested' }).click();
  await page.getByText('Learn models anew from every surrogate').click();
  const count = page.getByRole('textbox', { name: 'How many' });
  await count.fill('40');
  await count.press('Enter');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.waitForURL(/\/analyses\/\d+$/);
  const result = await finish(api, Number(page.url().split('/').pop()));
  if (result.kind !== 'encoding') throw new Error('another question');
  const preference = result.report.layers?.groups.all[regions.indexOf(drivenRegion)];
  expect(preference).toMatchObject({ best: 'net:second', tied: [] });

  const answer = page.getByRole('region', { name: 'Preferred layer by region' });
  await expect(page.getByText('one layer is told apart from every other in 1: second in 1.')).toBeVisible();
  const listed = answer.getByRole('region', { name: 'Regions' });
  await expect(listed.getByRole('button', { name: drivenRegion })).toContainText('second');
  await expect(listed.getByRole('button', { name: 'precuneus' })).toContainText('not predicted');
  const numbers = page.getByRole('region', { name: /^How sure it is/ });
  const ahead = (preference?.ahead?.value ?? NaN).toFixed(3);
  await expect(numbers.getByRole('row', { name: drivenRegion })).toContainText(ahead);
  const svg = await download(page, () => answer.getByRole('button', { name: 'Save SVG' }).click());
  expect(svg.text).toContain('preferred layer, 1 (first) to 3 (third)');
  expect(svg.text).toContain(`${drivenRegion}: second (told apart from every other layer)`);

  await answer.getByText('mean depth').click();
  await expect(page).toHaveURL(/layer=depth/);
  const depth = `${(preference?.depth?.value ?? NaN).toFixed(1)} of 3`;
  await expect(listed.getByRole('button', { name: drivenRegion })).toContainText(depth);

  const json = await download(page, () => page.getByRole('link', { name: 'All of it (JSON)' }).click());
  expect(JSON.parse(json.text)).toMatchObject({
    spec: { plan: { layers: true } },
    report: { layers: { layers: [{ name: 'net:first' }, { name: 'net:second' }, { name: 'net:third' }] } },
  });
  await page.getByRole('button', { name: 'Every table as CSV' }).click();
  const csv = await download(page, () => page.getByRole('link', { name: 'preferred-layer-all' }).click());
  expect(csv.text).toMatch(new RegExp(`^${drivenRegion},.*,yes,second,`, 'm'));
  const report = await download(page, () => page.getByRole('link', { name: 'Report (HTML)' }).click());
  await readOffline(page, report.path, [
    'Preferred layer by region',
    `${drivenRegion} prefers second, by ${ahead}`,
    '3 spaces are layers of one network',
  ]);
});
