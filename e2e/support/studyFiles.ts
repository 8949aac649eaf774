import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';

/** Presses a link or button that gives a file; its content. */
export async function download(
  page: Page,
  press: () => Promise<void>,
): Promise<{ path: string; text: string }> {
  const [file] = await Promise.all([page.waitForEvent('download'), press()]);
  const path = await file.path();
  return { path, text: readFileSync(path, 'utf8') };
}

/** A folder with copies of files and a mapping table; removed when the process ends. */
export function folderOf(files: Record<string, string>, mapping: readonly string[][]): string {
  const folder = mkdtempSync(join(tmpdir(), 'circumplex-study-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const [name, source] of Object.entries(files)) cpSync(source, join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'mapping.tsv'), mapping.map((row) => `${row.join('\t')}\n`).join(''));
  return folder;
}

/** Opens a report from the disk with no network at all, and looks for what it must say. */
export async function readOffline(page: Page, path: string, words: readonly string[]): Promise<void> {
  const asked: string[] = [];
  const alone = await page.context().browser()?.newContext();
  if (!alone) throw new Error('the browser is gone');
  const reader = await alone.newPage();
  await reader.route('**/*', (route) => {
    const url = route.request().url();
    if (url.startsWith('file:')) return route.continue();
    asked.push(url);
    return route.abort();
  });
  // A browser goes by the ending of a file.
  const named = `${path}.html`;
  cpSync(path, named);
  await reader.goto(`file://${named}`);
  for (const word of words) await expect(reader.locator('body')).toContainText(word, { useInnerText: true });
  await expect(reader.locator('svg').first()).toBeVisible();
  expect(asked).toEqual([]);
  await alone.close();
}
