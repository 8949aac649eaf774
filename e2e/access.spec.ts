import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPage } from './support/checkPage';
import { refusedStart, startServer, type OwnServer } from './support/ownServer';
import { expect, test } from './support/test';

const token = 'a token of the browser test';
const folder = mkdtempSync(join(tmpdir(), 'circumplex-access-'));
let server: OwnServer;

test.beforeAll(async () => {
  server = await startServer({ DATA_DIR: folder, ACCESS_TOKEN: token });
});

test.afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

test.describe('pages', () => {
  // The browser itself reports the refused token, and pages that it fetches ahead before anybody has signed in.
  test.use({ expectedComplaint: /status of (401|403)/ });

  test('ask for the token, refuse a wrong one and lead on to the page that was asked for', async ({
    page,
  }) => {
    await page.goto(`${server.url}/library?sort=arousal`);
    await expect(page).toHaveURL(`${server.url}/sign-in?next=${encodeURIComponent('/library?sort=arousal')}`);
    const field = page.getByLabel('Access token');
    await field.fill('a wrong token');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByText('invalid access token')).toBeVisible();
    await field.fill(token);
    await field.press('Enter');
    await expect(page).toHaveURL(`${server.url}/library?sort=arousal`);
    await expect(page.getByText('No music yet')).toBeVisible();
    await page.goto(`${server.url}/?v=0.2&a=0.1`);
    await expect(page.getByText('There is no music here yet')).toBeVisible();
  });

  test('fit every screen where one signs in, light and dark', async ({ page }) => {
    await page.goto(`${server.url}/sign-in`);
    for (const size of [
      { width: 390, height: 844 },
      { width: 1280, height: 800 },
    ])
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize(size);
        await page.emulateMedia({ colorScheme });
        await expect(page.getByRole('textbox', { name: 'Access token' })).toBeVisible();
        await checkPage(page);
      }
  });

  test('led whoever signed in to another site, by an address that only looked like one of this', async ({
    page,
  }) => {
    await page.goto(`${server.url}/sign-in?next=${encodeURIComponent('/..//evil.example/')}`);
    const field = page.getByLabel('Access token');
    await field.fill(token);
    await field.press('Enter');
    await expect(page).toHaveURL(`${server.url}/`);
  });

  test('lead to the sign-in page and back when the session ends while one looks at them', async ({
    page,
  }) => {
    const signIn = async () => {
      await page.getByLabel('Access token').fill(token);
      await page.getByRole('button', { name: 'Sign in' }).click();
    };
    await page.goto(`${server.url}/library`);
    await signIn();
    await expect(page.getByText('No music yet')).toBeVisible();
    await page.context().clearCookies();
    await page.getByRole('searchbox').first().fill('sea');
    await expect(page).toHaveURL(/\/sign-in\?next=%2Flibrary/);
    await signIn();
    await expect(page).toHaveURL(new RegExp(`^${server.url}/library`));
  });
});

test('the API, files and figures are refused without a token and given with it', async ({ request }) => {
  for (const path of ['/api/trpc/catalogue.summary', '/api/audio/1', '/api/metrics', '/api/health']) {
    expect((await request.get(`${server.url}${path}`)).status(), path).toBe(401);
  }
  const headers = { authorization: `Bearer ${token}` };
  const answer = await request.get(`${server.url}/api/trpc/catalogue.summary`, { headers });
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toMatchObject({ result: { data: { tracks: 0 } } });
});

test('serving other machines without a token is refused in plain words', async () => {
  const { code, output } = await refusedStart({ DATA_DIR: join(folder, 'other'), HOST: '0.0.0.0' });
  expect(code).toBe(1);
  expect(output).toContain('invalid HOST: 0.0.0.0 (it can be reached from other machines: set ACCESS_TOKEN');
});

test('nobody has pictures resized, which no page asks for', async ({ request }) => {
  const headers = { authorization: `Bearer ${token}` };
  const asked = `${server.url}/_next/image?url=${encodeURIComponent('/icon.svg')}&w=64&q=75`;
  expect((await request.get(asked, { headers })).status()).toBe(404);
  expect((await request.get(`${server.url}/icon.svg`, { headers })).status()).toBe(200);
});
