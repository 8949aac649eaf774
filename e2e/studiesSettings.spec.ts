import { simulatedStudy } from './support/studies';
import { expect, test } from './support/test';

test.describe('what the server refuses', () => {
  // A refusal is an answer of 400, which browsers put on the console.
  test.use({ expectedComplaint: /400 \(Bad Request\)/ });

  test('stands at its field in the server’s words', async ({ page, api }) => {
    test.setTimeout(600_000);
    const studyId = await simulatedStudy(api);
    const spec = {
      kind: 'intersubject',
      preprocessing: { trimStartSeconds: -3 },
      plan: { null: null, seed: 1 },
    };
    await page.goto(
      `/research/studies/${studyId}/analyses/new?spec=${encodeURIComponent(JSON.stringify(spec))}`,
    );
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'trimStartSeconds' })).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Cut off at the start' })).toBeVisible();
  });
});
