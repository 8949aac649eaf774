import type { Page } from '@playwright/test';

/** By how many CSS pixels the page is wider than the screen. */
export const overflowPixels = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return Math.max(scrollWidth, document.body.scrollWidth) - clientWidth;
  });
