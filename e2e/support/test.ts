import { expect, test as base, type Page } from '@playwright/test';
import { openApi, type Api } from './api';
import { testedServer, type TestedServer } from './settings';
import { Sound } from './sound';

interface Tools {
  server: TestedServer;
  api: Api;
  sound: Sound;
  /** What the browser may complain of in this test, because the test brings it about. */
  expectedComplaint: RegExp | null;
  faultless: void;
}

/** Every test fails when the browser complains: an error on the console, one that nobody caught, a broken policy. */
export const test = base.extend<Tools>({
  expectedComplaint: [null, { option: true }],
  server: async ({}, provide, { parallelIndex }) => provide(testedServer(parallelIndex)),
  baseURL: async ({ server }, provide) => provide(server.url),
  api: async ({ server }, provide) => provide(openApi(server.url)),
  sound: async ({ page }, provide) => {
    const sound = new Sound(page);
    await sound.listen();
    await provide(sound);
  },
  faultless: [
    async ({ page, expectedComplaint }, provide) => {
      const complaints = collectComplaints(page);
      await provide();
      expect(complaints.filter((text) => !expectedComplaint?.test(text))).toEqual([]);
    },
    { auto: true },
  ],
});

function collectComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
  page.on('response', (response) => {
    if (response.status() >= 500) complaints.push(`${response.status()} ${response.url()}`);
  });
  return complaints;
}

export { expect };
