import { defineConfig } from '@playwright/test';
import { findBrowser } from './e2e/support/browser';
import { researchData, testedServer, workers } from './e2e/support/settings';

const sizes = {
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true },
  laptop: { viewport: { width: 1280, height: 800 } },
  wide: { viewport: { width: 1920, height: 1080 } },
};
const launchOptions = await findBrowser();

/** Every page at three sizes, in light and in dark, one of them first; the longer stories once, on a laptop in light. */
const views = Object.entries(sizes).map(([size, use]) => ({
  name: size,
  testMatch: /pages\.spec\.ts/,
  use: { ...use, colorScheme: size === 'phone' ? ('dark' as const) : ('light' as const) },
}));
const stories = {
  name: 'stories',
  testIgnore: /(pages|screenshots)\.spec\.ts/,
  use: { ...sizes.laptop, colorScheme: 'light' as const },
};
/** Not a test: `SCREENSHOTS=1` with `--project screenshots` writes the pictures of the README. */
const screenshots = {
  name: 'screenshots',
  testMatch: /screenshots\.spec\.ts/,
  use: { ...sizes.laptop, colorScheme: 'light' as const },
};

export default defineConfig({
  testDir: './e2e',
  outputDir: './test-results',
  fullyParallel: false,
  workers,
  timeout: 60_000,
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env.CI),
  use: { launchOptions, trace: 'retain-on-failure' },
  projects: [...views, stories, ...(process.env.SCREENSHOTS ? [screenshots] : [])],
  webServer: Array.from({ length: workers }, (_, worker) => {
    const { port, url, dataDirectory } = testedServer(worker);
    return {
      command: 'node dist/serve.js',
      env: {
        PORT: String(port),
        DATA_DIR: dataDirectory,
        HOST: '127.0.0.1',
        RESEARCH_DATA: researchData,
      },
      url: `${url}/api/health`,
      timeout: 600_000,
      reuseExistingServer: false,
      stdout: 'pipe' as const,
      gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 15_000 },
    };
  }),
});
