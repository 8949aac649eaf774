import { expect, type Page } from '@playwright/test';

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
