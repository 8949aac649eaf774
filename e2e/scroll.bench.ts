import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { openSyntheticLibrary } from '@/server/retrieval/testing/syntheticLibrary.testing';
import { quantileOf } from '@/ml/statistics/quantile';
import { findBrowser } from './support/browser';
import { startServer } from './support/ownServer';

/*
 * `npm run bench -- scroll [TRACKS]`: the library of made-up tracks in a real browser, scrolled by the wheel, by keys and
 * to its end; how long frames take there and, for comparison, on an empty page as high. The folder is kept, and is that of
 * the bench `load`. The pages must be built.
 */

const tracks = Number(process.argv[2] ?? 100_000);
const wheelTurns = 120;
const pageDowns = 40;

/** Frames of the page from now on: how many milliseconds each took. As text, for the browser knows none of our helpers. */
const startFrames = (page: Page) =>
  page.evaluate(`
    window.frameMilliseconds = [];
    let last = performance.now();
    const next = (now) => {
      window.frameMilliseconds.push(now - last);
      last = now;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
    undefined;
  `);

const takeFrames = (page: Page) => page.evaluate<number[]>('window.frameMilliseconds.splice(0)');

async function measure(page: Page, name: string, deed: () => Promise<void>): Promise<void> {
  await takeFrames(page);
  await deed();
  await page.waitForTimeout(500);
  const frames = Float64Array.from(await takeFrames(page));
  const milliseconds = (share: number) => quantileOf(frames, share).toFixed(0);
  const long = frames.filter((frame) => frame > 50).length;
  console.log(
    `${name}: ${frames.length} frames, median ${milliseconds(0.5)} ms, 99 % ${milliseconds(0.99)} ms, longest ${milliseconds(1)} ms, ${long} over 50 ms`,
  );
}

async function wheel(page: Page): Promise<void> {
  await page.mouse.move(600, 600);
  for (let turn = 0; turn < wheelTurns; turn++) {
    await page.mouse.wheel(0, 240);
    await page.waitForTimeout(16);
  }
}

async function jump(page: Page, share: number): Promise<void> {
  await page.evaluate((to) => window.scrollTo(0, to * document.documentElement.scrollHeight), share);
}

async function dragBar(page: Page): Promise<void> {
  for (let step = 0; step <= 60; step++) {
    await jump(page, step / 60);
    await page.waitForTimeout(16);
  }
}

async function openLibrary(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/library`);
  await page.getByRole('rowheader').first().waitFor();
  await startFrames(page);
}

const folder = join(tmpdir(), `circumplex-load-listener-${tracks}`);
mkdirSync(folder, { recursive: true });
const library = await openSyntheticLibrary({ tracks, movement: 'listener', dataDirectory: folder });
await library.close();
const server = await startServer({ DATA_DIR: folder });
const browser = await chromium.launch(await findBrowser());
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.setContent('<body style="margin: 0"><div style="height: 5200000px"></div>');
  await startFrames(page);
  await measure(page, 'an empty page, by the wheel', () => wheel(page));
  await measure(page, 'an empty page, by the bar', () => dragBar(page));

  await openLibrary(page, server.url);
  await measure(page, 'the library, opening', () => page.waitForTimeout(1500));
  await measure(page, 'the library, by the wheel', () => wheel(page));
  const mounted = await page.locator('[role=row]').count();
  const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
  console.log(`rows there: ${mounted}, elements: ${nodes}`);
  await measure(page, 'the library, by the bar to its end', () => dragBar(page));
  const start = performance.now();
  await page
    .getByText(`Piece ${tracks}`, { exact: true })
    .or(page.locator(`[aria-rowindex="${tracks + 1}"] a`))
    .first()
    .waitFor();
  console.log(`the last row was there ${(performance.now() - start).toFixed(0)} ms after that`);
  await jump(page, 0);
  await page.getByRole('rowheader').first().waitFor();
  await page.locator('[role=row][tabindex="0"]').focus();
  await measure(page, 'the library, by Page Down', async () => {
    for (let press = 0; press < pageDowns; press++) await page.keyboard.press('PageDown');
  });
  await measure(page, 'the library, by End', () => page.keyboard.press('End'));
} finally {
  await browser.close();
  await server.stop();
}
