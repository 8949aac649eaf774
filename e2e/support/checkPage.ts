import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { overflowPixels } from './overflow';

/** Rows beyond the fourth repeat the ones before; looking through all of a library takes half a minute. */
const furtherRows = 'main :is(ol > li, [role=row], tr):nth-child(n + 5)';

/** What holds of every page at every size, in light and in dark: it fits the screen's width and axe finds nothing serious. */
export async function checkPage(page: Page): Promise<void> {
  await expect(page).toHaveTitle(/Circumplex/);
  const first = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  for (const isDark of [first, !first]) {
    await page.emulateMedia({ colorScheme: isDark ? 'dark' : 'light' });
    await settle(page);
    expect(await overflowPixels(page), 'the page is wider than the screen').toBe(0);
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .exclude(furtherRows)
      // Else it sums up in a page of its own, behind which this one draws nothing any more.
      .setLegacyMode()
      .analyze();
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(grave.map(describeViolation), isDark ? 'in the dark' : 'in the light').toEqual([]);
  }
}

/** Longer than colours take to change. Those of rows out of sight never do. */
const changeMs = 500;

/** Colours on their way to others are too pale for a moment. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async (longestMs) => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const passing = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
    const all = Promise.allSettled(passing.map(({ finished }) => finished));
    await Promise.race([all, new Promise((over) => setTimeout(over, longestMs))]);
  }, changeMs);
}

type Violation = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number];

const describeViolation = ({ id, help, nodes }: Violation): string =>
  `${id}: ${help} ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`;
