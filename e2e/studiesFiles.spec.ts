import { expect, test } from './support/test';
import { beginStudy } from './support/studyPages';

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
