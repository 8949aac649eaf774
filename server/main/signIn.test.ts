import { request } from 'node:http';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { accessTokens, sessions } from '@/db/schema';
import { accessLog } from '../access/accessLog';
import { makeToken, revokeToken } from '../access/accessTokens';
import { owner, type SignedInCaller } from '../access/caller';
import { refuseUnprotected } from '../access/refuseUnprotected';
import { endSessions, listSessions } from '../access/sessions';
import { log } from '../base/log';
import { ask, password, token, signInHouse } from './testing/signIn.testing';

const house = signInHouse();
afterEach(() => vi.restoreAllMocks());

describe('without a token and without names', () => {
  it('everybody on this machine is the owner', async () => {
    const { port } = await house.startServer();
    expect(await ask(port, '/')).toMatchObject({ status: 200, told: { personId: 1, role: 'owner' } });
  });

  it('nobody is let in where other machines are served after all', async () => {
    const { port } = await house.startServer({ HOST: '0.0.0.0' });
    expect((await ask(port, '/')).status).toBe(401);
  });

  it('only this machine is served; with either, others too', async () => {
    const database = house.database();
    for (const host of ['127.0.0.1', '::1', 'localhost']) await refuseUnprotected({ host }, database);
    for (const host of ['0.0.0.0', '::', '192.168.1.2', '127.0.0.1.example.org']) {
      await expect(refuseUnprotected({ host }, database)).rejects.toThrow(`invalid HOST: ${host}`);
      await refuseUnprotected({ host, accessToken: token }, database);
    }
    await house.nameOwner();
    await refuseUnprotected({ host: '0.0.0.0' }, database);
  });

  it('a proxy on this machine is served by PUBLIC_URL, with either', async () => {
    const behind = { host: '127.0.0.1', publicOrigin: 'https://music.example' };
    await expect(refuseUnprotected(behind, house.database())).rejects.toThrow(
      'invalid PUBLIC_URL: https://music.example (it can be reached',
    );
    await refuseUnprotected({ ...behind, accessToken: token }, house.database());
    const { port } = await house.startServer({ PUBLIC_URL: 'https://music.example/' });
    expect((await ask(port, '/')).status).toBe(401);
  });

  it('a token of common words was taken', async () => {
    const open = { host: '127.0.0.1', accessToken: 'passwordpassword' };
    await expect(refuseUnprotected(open, house.database())).rejects.toThrow(
      'invalid ACCESS_TOKEN: (hidden) (it is among the first that are guessed',
    );
  });

  it('a note of who asks that comes from outside is worth nothing', async () => {
    const { port } = await house.startServer({ ACCESS_TOKEN: token });
    const headers = { 'x-circumplex-caller': JSON.stringify(owner) };
    expect((await ask(port, '/', { headers })).status).toBe(401);
    expect((await ask(port, '/sign-in', { headers })).told).toBeNull();
  });
});

describe('a session', () => {
  it('begins by the access token, ends by signing out, and its cookie is worth nothing then', async () => {
    const { port } = await house.startServer({ ACCESS_TOKEN: token });
    const signed = await ask(port, '/api/sign-in', { body: { token } });
    expect(signed.setCookie).toMatch(
      /^circumplex_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=2592000$/,
    );
    const { cookie } = signed;
    expect(await ask(port, '/', { cookie })).toMatchObject({ status: 200, told: { role: 'owner' } });
    const out = await ask(port, '/api/sign-out', { cookie, body: {} });
    expect(out.setCookie).toContain('circumplex_session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0');
    expect((await ask(port, '/', { cookie })).status).toBe(401);
    expect(await house.database().$count(sessions)).toBe(0);
  });

  it('is kept as a hash alone, and a new one takes its place when one signs in again', async () => {
    const { port } = await house.startServer({ ACCESS_TOKEN: token });
    const first = await ask(port, '/api/sign-in', { body: { token } });
    const second = await ask(port, '/api/sign-in', { body: { token }, cookie: first.cookie });
    expect(second.cookie).not.toBe(first.cookie);
    expect((await ask(port, '/', { cookie: first.cookie })).status).toBe(401);
    const [row] = await house.database().select().from(sessions);
    expect(JSON.stringify(row)).not.toContain(second.cookie.split('=')[1]);
  });

  it('ends where the server is started with another token, or none', async () => {
    const { port } = await house.startServer({ ACCESS_TOKEN: token });
    const { cookie } = await ask(port, '/api/sign-in', { body: { token } });
    const another = await house.startServer({ ACCESS_TOKEN: 'another-long-secret' });
    expect((await ask(another.port, '/', { cookie })).status).toBe(401);
    await house.nameOwner();
    const named = await house.startServer();
    expect((await ask(named.port, '/', { cookie })).status).toBe(401);
    const same = await house.startServer({ ACCESS_TOKEN: token });
    expect((await ask(same.port, '/', { cookie })).status).toBe(200);
  });

  it('ends when it has run out or was not used for two weeks', async () => {
    const { port } = await house.startServer({ ACCESS_TOKEN: token });
    for (const change of [
      { expiresAt: new Date(Date.now() - 1000) },
      { seenAt: new Date(Date.now() - 15 * 24 * 3600 * 1000) },
    ]) {
      const { cookie } = await ask(port, '/api/sign-in', { body: { token } });
      await house.database().update(sessions).set(change);
      expect((await ask(port, '/', { cookie })).status).toBe(401);
    }
  });

  it('of a proxy that speaks https is bound to its host, and none from elsewhere is taken', async () => {
    const { port } = await house.startServer({ ACCESS_TOKEN: token });
    const headers = { 'x-forwarded-proto': 'https' };
    const { setCookie, cookie } = await ask(port, '/api/sign-in', { body: { token }, headers });
    expect(setCookie).toMatch(/^__Host-circumplex_session=.*; Path=\/; .*; Secure$/);
    expect((await ask(port, '/', { cookie, headers })).status).toBe(200);
    const planted = cookie.replace('__Host-', '');
    expect((await ask(port, '/', { cookie: planted, headers })).status).toBe(401);
  });

  it('was taken as a bearer token, too, for two seconds after each use', async () => {
    const { port } = await house.startServer({ ACCESS_TOKEN: token });
    const { cookie } = await ask(port, '/api/sign-in', { body: { token } });
    expect((await ask(port, '/', { cookie })).status).toBe(200);
    expect((await ask(port, '/', { bearer: cookie.split('=')[1] })).status).toBe(403);
  });

  it('is listed with where it is from, and ends by another process within seconds', async () => {
    const { port } = await house.startServer({ ACCESS_TOKEN: token });
    const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
    const { cookie } = await ask(port, '/api/sign-in', {
      body: { token },
      headers: { 'user-agent': browser },
    });
    expect(await listSessions(house.database(), 1)).toMatchObject([
      { address: '127.0.0.1', browser: 'Firefox on Linux' },
    ]);
    expect((await ask(port, '/', { cookie })).status).toBe(200);
    await endSessions(house.database(), 1);
    await expect.poll(async () => (await ask(port, '/', { cookie })).status, { timeout: 5000 }).toBe(401);
  });
});

describe('the right access token is never refused', () => {
  it('after a hundred wrong guesses from ten addresses, from elsewhere and from each of them', async () => {
    const { port, waits } = await house.startServer({ ACCESS_TOKEN: token });
    const guessers = Array.from({ length: 10 }, (_, i) => `127.0.1.${i + 1}`);
    for (let guess = 0; guess < 10; guess++)
      for (const from of guessers) {
        const body = { token: `wrong token ${guess}` };
        expect((await ask(port, '/api/sign-in', { body, from })).status).toBe(403);
      }
    expect(Math.max(...waits)).toBe(4000);
    const [failures] = [waits.length];
    for (const from of ['127.0.2.1', ...guessers]) {
      expect((await ask(port, '/', { bearer: token, from })).status).toBe(200);
      expect((await ask(port, '/api/sign-in', { body: { token }, from })).status).toBe(200);
    }
    expect(waits).toHaveLength(failures);
  });
});

describe('a proxy on this machine that speaks https', () => {
  it.each(['music.example', '127.0.0.1'])(
    'could not be used, whether it kept the name or not: %s',
    async (host) => {
      const variables = { ACCESS_TOKEN: token, PUBLIC_URL: 'https://music.example' };
      const { port } = await house.startServer(variables);
      const proxied = { host, 'x-forwarded-proto': 'https', 'sec-fetch-site': 'same-origin' };
      const signIn = (origin: string) =>
        ask(port, '/api/sign-in', { body: { token }, headers: { ...proxied, origin } });
      const { status, cookie } = await signIn('https://music.example');
      expect(status).toBe(200);
      expect((await ask(port, '/', { cookie, headers: proxied })).status).toBe(200);
      for (const origin of ['https://evil.example', 'http://music.example:8080', 'https://music.example.org'])
        expect((await signIn(origin)).status).toBe(403);
      expect((await ask(port, '/', { cookie, headers: { ...proxied, host: 'evil.example' } })).status).toBe(
        403,
      );
    },
  );
});

describe('the door', () => {
  it('answered a flood of wrong tokens at once, which told the right one among them', async () => {
    const { port, waits, letGo } = await house.startServer({ ACCESS_TOKEN: token }, { areHeld: true });
    const guesses = Array.from({ length: 40 }, (_, i) =>
      ask(port, '/', { bearer: `wrong token ${i}` }).then(({ status }) => status),
    );
    await expect.poll(() => waits.length).toBe(8);
    const elsewhere = { bearer: token, from: '127.0.5.1' };
    expect((await ask(port, '/', elsewhere)).status).toBe(200);
    letGo();
    expect((await ask(port, '/', { bearer: token })).status).toBe(200);
    expect(await Promise.all(guesses)).toEqual(Array(40).fill(403));
  });

  it('gathered a megabyte from strangers where they did not say how long their secret is', async () => {
    const { port } = await house.startServer({ ACCESS_TOKEN: token });
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const sent = request({ port, path: '/api/sign-in', method: 'POST' }, (response) => {
        resolve(response.statusCode);
        sent.destroy();
      });
      sent.on('error', reject);
      // More would follow.
      sent.write('x'.repeat(11_000));
    });
    expect(status).toBe(413);
  });

  it('logs neither names nor secrets that were only tried', async () => {
    await house.nameOwner();
    const { port } = await house.startServer({ ACCESS_TOKEN: token });
    const lines: unknown[] = [];
    for (const level of ['info', 'warn', 'error'] as const) {
      vi.spyOn(accessLog, level).mockImplementation((...line: unknown[]) => void lines.push(line));
      vi.spyOn(log, level).mockImplementation((...line: unknown[]) => void lines.push(line));
    }
    const tried = ['a password as a name', 'a password of somebody', 'a token that is none'];
    const bodies = [{ name: tried[0], password: tried[1] }, { token: tried[2] }, { name: tried[0] }, {}];
    for (const body of bodies) await ask(port, '/api/sign-in', { body });
    await ask(port, '/', { bearer: tried[2] });
    await ask(port, '/api/join', { body: { secret: tried[2], name: tried[0], password: tried[1] } });
    const made = `circumplex_session=${'x'.repeat(43)}`;
    await ask(port, '/api/sign-out', { cookie: made, body: {} });
    expect(lines).toEqual([
      [{ address: '127.0.0.1', by: 'password', failures: 1 }, 'a wrong secret was given'],
    ]);
  });
});

describe('an access token of a person', () => {
  it('lets a tool in until it is revoked, in no greater role than its person', async () => {
    await house.nameOwner();
    const { port, signIns } = await house.startServer();
    const database = house.database();
    const [all, listening] = [
      await makeToken(database, owner, { name: 'all' }),
      await makeToken(database, owner, { name: 'listening', role: 'listener' }),
    ];
    expect((await ask(port, '/', { bearer: all })).told).toMatchObject({ personId: 1, role: 'owner' });
    const { told } = await ask(port, '/', { bearer: listening });
    expect(told).toMatchObject({ personId: 1, role: 'listener' });
    const personId = await house.addBen();
    const ofBen = await makeToken(database, { personId }, { name: 'grand', role: 'owner' });
    expect((await ask(port, '/', { bearer: ofBen })).told).toMatchObject({ personId, role: 'listener' });
    expect(JSON.stringify(await database.select().from(accessTokens))).not.toContain(all);
    await revokeToken(database, owner, (told as { tokenId: number }).tokenId);
    signIns.forget();
    expect((await ask(port, '/', { bearer: listening })).status).toBe(403);
    await expect(revokeToken(database, owner, 999)).rejects.toMatchObject({ code: 'not-found' });
    await expect(makeToken(database, owner, { name: 'all' })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('that was made by the access token of the settings outlived that', async () => {
    await house.nameOwner();
    const first = await house.startServer({ ACCESS_TOKEN: token });
    const byToken = await ask(first.port, '/api/sign-in', { body: { token } });
    const byName = await ask(first.port, '/api/sign-in', { body: { name: 'Anna', password } });
    const made = async (from: { cookie?: string; bearer?: string }, name: string) => {
      const caller = (await ask(first.port, '/', from)).told as SignedInCaller;
      return first.signIns.makeToken(caller, { name });
    };
    const ended = [await made(byToken, 'by session'), await made({ bearer: token }, 'by bearer')];
    const stays = await made(byName, 'by name');
    const another = await house.startServer({ ACCESS_TOKEN: 'another-long-word' });
    for (const bearer of [...ended, stays]) expect((await ask(first.port, '/', { bearer })).status).toBe(200);
    for (const bearer of ended) expect((await ask(another.port, '/', { bearer })).status).toBe(403);
    const { status, told } = await ask(another.port, '/', { bearer: stays });
    expect(status).toBe(200);
    expect(await another.signIns.isStillIn(told as SignedInCaller)).toBe(true);
  });

  it('runs out', async () => {
    await house.nameOwner();
    const { port } = await house.startServer();
    const secret = await makeToken(house.database(), owner, { name: 'short', days: 1 });
    await house
      .database()
      .update(accessTokens)
      .set({ expiresAt: new Date(Date.now() - 1000) });
    expect((await ask(port, '/', { bearer: secret })).status).toBe(403);
  });
});
