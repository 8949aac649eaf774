import { expect, type Locator, type Page } from '@playwright/test';
import type { Api } from './api';

/** Names a study on the page, and goes to it. */
export async function beginStudy(page: Page, title: string): Promise<number> {
  await page.goto('/research/studies');
  await page.getByRole('textbox', { name: 'A study of your own' }).fill(title);
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  return Number(page.url().split('/').pop());
}

/** Brings a folder to the study that is open, and has it read as its mapping.tsv says. */
export async function bringFolder(page: Page, folder: string): Promise<void> {
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

/** Puts a question to a study on its page, with every setting as it is proposed. */
export async function ask(page: Page, studyId: number, question: RegExp): Promise<void> {
  await page.goto(`/research/studies/${studyId}`);
  await page.getByRole('link', { name: 'Ask something' }).click();
  await page.getByRole('radio', { name: question }).check({ force: true });
}

/** Opens groups of settings of a question. */
export async function openSettings(page: Page, ...groups: (string | RegExp)[]): Promise<void> {
  for (const name of groups) await page.getByRole('button', { name }).click();
}

/** Types a number into a field and ends it as a person would. */
export async function enter(place: Page | Locator, label: string, value: string): Promise<void> {
  const field = place.getByRole('textbox', { name: label, exact: true });
  await field.fill(value);
  await field.press('Enter');
}

/** Brings the movement of everybody's head during a piece, as fMRIPrep writes it; once a study. */
export async function bringConfounds(
  page: Page,
  api: Api,
  { studyId, piece }: { studyId: number; piece: string },
): Promise<void> {
  const { participants, series } = await api.studies.get.query({ studyId });
  if (series.some(({ kind }) => kind === 'confounds')) return;
  await page.goto(`/research/studies/${studyId}`);
  const choose = page.getByRole('button', { name: 'Choose files' });
  // Open already where files of an earlier run wait.
  if (!(await choose.isVisible())) await page.getByRole('button', { name: /^Files/ }).click();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), choose.click()]);
  await chooser.setFiles(
    participants.map(({ label }, at) => ({
      name: `sub-${label}_task-${piece}_desc-confounds_timeseries.tsv`,
      mimeType: 'text/tab-separated-values',
      buffer: Buffer.from(movement(at)),
    })),
  );
  await page.getByRole('button', { name: /^Read \d+ files$/ }).click({ timeout: 60_000 });
  const read = async () =>
    (await api.studies.get.query({ studyId })).series.filter(({ kind }) => kind === 'confounds').length;
  await expect.poll(read, { timeout: 120_000 }).toBe(participants.length);
}

/** A head that sways, each at a pace of its own: three numbers a second. */
function movement(person: number): string {
  const columns = ['trans_x', 'trans_y', 'rot_z'];
  const rows = Array.from({ length: 168 }, (_, second) =>
    columns.map((_, column) => Math.sin(((column + 1) * second) / (5 + person)).toFixed(6)).join('\t'),
  );
  return [columns.join('\t'), ...rows].join('\n');
}
