import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { overflowPixels } from './support/overflow';
import { startServer, type OwnServer } from './support/ownServer';
import { expect, test } from './support/test';

const annas = 'four words of my own';
const bens = 'five other words of mine';
const folder = mkdtempSync(join(tmpdir(), 'circumplex-people-'));
let server: OwnServer;

test.beforeAll(async () => {
  server = await startServer({ DATA_DIR: folder });
});

test.afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

// The browser itself reports what is refused.
test.use({ expectedComplaint: /status of (400|401|403|404)/ });

/** Who was named in the first goes on in the second. */
test.describe.configure({ mode: 'serial' });

async function signIn(page: Page, name: string, password: string): Promise<void> {
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test('one names oneself, invites another, who joins, sees nothing of the first, and is out after signing out', async ({
  page,
  browser,
}) => {
  // Nobody has to sign in yet, nor is asked for a token that there is not.
  await page.goto(`${server.url}/sign-in`);
  await expect(page).toHaveURL(`${server.url}/`);
  await page.goto(`${server.url}/library`);
  await page.getByRole('link', { name: 'Use it together' }).click();
  await page.getByLabel('Your name').fill('Anna');
  await page.getByLabel('A password of 12 letters or more').fill('password1234');
  await page.getByRole('button', { name: 'Have everybody sign in' }).click();
  await expect(page.getByText('among the first that are guessed')).toBeVisible();
  await page.getByLabel('A password of 12 letters or more').fill(annas);
  await page.getByRole('button', { name: 'Have everybody sign in' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await signIn(page, 'anna', 'not my words at all');
  await expect(page.getByText('invalid name or password')).toBeVisible();
  await signIn(page, 'anna', annas);
  await expect(page.getByRole('heading', { name: 'Anna' })).toBeVisible();

  const begun = await page.request.post(`${server.url}/api/trpc/studies.create`, {
    data: { title: 'Of Anna alone' },
    headers: { origin: server.url },
  });
  expect(begun.status()).toBe(200);
  await page.getByRole('radio', { name: 'Listener' }).check({ force: true });
  await page.getByRole('button', { name: 'Make a link' }).click();
  const link = await page.getByLabel('Link of the invitation').textContent();
  expect(link).toMatch(/\/join#[\w-]{43}$/);

  const context = await browser.newContext();
  const guest = await context.newPage();
  await guest.goto(link ?? '');
  await guest.getByLabel('Your name').fill('Ben');
  await guest.getByLabel('A password of 12 letters or more').fill(bens);
  await guest.getByRole('button', { name: 'Join' }).click();
  await expect(guest.getByRole('link', { name: 'Ben' })).toBeVisible();
  await guest.goto(`${server.url}/research/studies`);
  await expect(guest.getByText('Of Anna alone')).toHaveCount(0);
  await guest.goto(`${server.url}/library`);
  await expect(guest.getByText('No music yet')).toBeVisible();
  await expect(guest.getByRole('button', { name: /files|folder/i })).toHaveCount(0);
  await guest.goto(`${server.url}/people`);
  await expect(guest.getByRole('heading', { name: 'Ben' })).toBeVisible();
  await expect(guest.getByRole('heading', { name: 'People' })).toHaveCount(0);
  await expect(guest.getByRole('list', { name: 'Sessions' }).getByRole('listitem')).toHaveCount(1);

  const cookies = await context.cookies();
  await guest.getByRole('button', { name: 'Sign out' }).click();
  await expect(guest).toHaveURL(/\/sign-in/);
  await context.addCookies(cookies);
  await guest.goto(`${server.url}/library`);
  await expect(guest).toHaveURL(/\/sign-in/);
  await guest.goto(link ?? '');
  await expect(guest.getByText('This link leads nowhere')).toBeVisible();
  // A server that does not answer is no link that leads nowhere.
  const isInvitation = (url: URL) => url.pathname === '/api/invitation';
  await guest.route(isInvitation, (route) => route.abort());
  await guest.reload();
  await expect(guest.getByText('The invitation could not be read')).toBeVisible();
  await expect(guest.getByText('The server cannot be reached')).toBeVisible();
  await guest.unroute(isInvitation);
  await guest.getByRole('button', { name: 'Try again' }).click();
  await expect(guest.getByText('This link leads nowhere')).toBeVisible();
  await context.close();

  await page.reload();
  const anna = page.getByRole('list', { name: 'People' }).getByRole('listitem').filter({ hasText: 'Anna' });
  await expect(anna).toBeVisible();
  await expect(anna.getByRole('button')).toHaveCount(0);
  await page.getByRole('group', { name: 'Ben' }).getByRole('button', { name: 'New password' }).click();
  await expect(
    page.getByRole('list', { name: 'Open invitations' }).getByText('choose a password for Ben'),
  ).toBeVisible();
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await overflowPixels(page)).toBe(0);
  await expect(page.getByRole('group', { name: 'Ben' })).toBeVisible();
  await page.getByRole('group', { name: 'Ben' }).getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByRole('group', { name: 'Ben' })).toHaveCount(0);
});

test('a token is shown once, lets a tool in, and does not once it is revoked', async ({ page, request }) => {
  await page.goto(`${server.url}/people`);
  await signIn(page, 'Anna', annas);
  // What is typed before the page has come to life is lost: its sessions are there once it has.
  await expect(page.getByRole('list', { name: 'Sessions' }).getByRole('listitem').first()).toBeVisible();
  await page.getByLabel('Name of a new token').fill('radio');
  await page.getByRole('button', { name: 'Make a token' }).click();
  const token = await page.getByLabel('New access token').textContent();
  const asked = () =>
    request.get(`${server.url}/api/trpc/catalogue.summary`, {
      headers: { authorization: `Bearer ${token}` },
    });
  expect((await asked()).status()).toBe(200);
  await page.getByRole('list', { name: 'Access tokens' }).getByRole('button', { name: 'Revoke' }).click();
  await expect(page.getByRole('list', { name: 'Access tokens' })).toHaveCount(0);
  expect((await asked()).status()).toBe(403);
});
