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
      .analyze();
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(grave.map(describeViolation), isDark ? 'in the dark' : 'in the light').toEqual([]);
  }
}

/** Colours on their way to others are too pale for a moment. */
async function settle(page: Page): Promise<void> {
  // Axe sums up in a page of its own; one that is behind another draws nothing.
  await page.bringToFront();
  await page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const passing = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
    await Promise.allSettled(passing.map(({ finished }) => finished));
  });
}

type Violation = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number];

const describeViolation = ({ id, help, nodes }: Violation): string =>
  `${id}: ${help} ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`;
