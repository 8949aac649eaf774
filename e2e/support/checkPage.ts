import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { overflowPixels } from './overflow';

/** Rows beyond the fourth repeat the ones before; looking through all of a library takes half a minute. */
const furtherRows = 'main :is(ol > li, [role=row], tr):nth-child(n + 5)';

/** What holds of every page at every size: it fits the screen's width and axe finds nothing serious. */
export async function checkPage(page: Page): Promise<void> {
  await expect(page).toHaveTitle(/Circumplex/);
  expect(await overflowPixels(page), 'the page is wider than the screen').toBe(0);
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .exclude(furtherRows)
    .analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(grave.map(describeViolation)).toEqual([]);
}

type Violation = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number];

const describeViolation = ({ id, help, nodes }: Violation): string =>
  `${id}: ${help} ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`;
