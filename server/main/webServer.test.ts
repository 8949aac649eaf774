import type { AddressInfo } from 'node:net';
import { request, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { testGate } from '../access/testing/gate.testing';
import { sendJson } from '../http/answers';
import { createWebServer } from './webServer';

const token = 'a-long-enough-secret';
const servers: Server[] = [];
const faults: unknown[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
  expect(faults.splice(0)).toEqual([]);
});

/** A real server whose pages answer every request that the gate lets through. */
async function startServer(variables: Record<string, string> = {}): Promise<number> {
  const server = createWebServer({
    gate: testGate(variables),
    routes: [],
    pages: (incoming, response) => {
      sendJson(response, 200, { policy: incoming.headers['content-security-policy'] });
      return Promise.resolve();
    },
    onFault: (error) => faults.push(error),
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

interface Asked {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

function ask(port: number, path: string, { method = 'GET', headers = {}, body }: Asked = {}) {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>(
    (resolve, reject) => {
      const sent = request({ port, host: '127.0.0.1', path, method, headers }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
        );
      });
      sent.on('error', reject).end(body);
    },
  );
}

describe('the gate on loopback', () => {
  it('answers loopback names and refuses any other, against DNS rebinding', async () => {
    const port = await startServer();
    expect((await ask(port, '/')).status).toBe(200);
    expect((await ask(port, '/', { headers: { host: `localhost:${port}` } })).status).toBe(200);
    const rebound = await ask(port, '/', { headers: { host: `evil.example:${port}` } });
    expect(rebound.status).toBe(403);
    expect(rebound.body).toContain('invalid Host: evil.example');
  });

  it('refuses writes from another origin and takes those of its own pages and of tools', async () => {
    const port = await startServer();
    const own = { host: `127.0.0.1:${port}`, origin: `http://127.0.0.1:${port}` };
    expect((await ask(port, '/api/trpc/x', { method: 'POST', headers: own })).status).toBe(200);
    expect((await ask(port, '/api/trpc/x', { method: 'POST' })).status).toBe(200);
    const foreign = { ...own, origin: 'http://evil.example' };
    expect((await ask(port, '/api/trpc/x', { method: 'POST', headers: foreign })).status).toBe(403);
    expect(
      (await ask(port, '/api/trpc/x', { method: 'PUT', headers: { ...own, origin: 'null' } })).status,
    ).toBe(403);
    const crossSite = { 'sec-fetch-site': 'cross-site' };
    expect((await ask(port, '/api/trpc/x', { method: 'DELETE', headers: crossSite })).status).toBe(403);
  });

  it('hands each request a policy with a nonce of its own, and sends the same to the browser', async () => {
    const port = await startServer();
    const [first, second] = [await ask(port, '/'), await ask(port, '/')];
    const policy = String(first.headers['content-security-policy']);
    expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]{24}' 'strict-dynamic'(;|$)/);
    expect(JSON.parse(first.body)).toEqual({ policy });
    expect(second.headers['content-security-policy']).not.toBe(policy);
  });
});

describe('the gate with an access token', () => {
  const page = { accept: 'text/html' };

  it('leads people to the sign-in page and refuses tools in words', async () => {
    const port = await startServer({ ACCESS_TOKEN: token });
    const led = await ask(port, '/library?q=sea', { headers: page });
    expect([led.status, led.headers.location]).toEqual([303, '/sign-in?next=%2Flibrary%3Fq%3Dsea']);
    for (const path of [
      '/api/trpc/catalogue.tracks',
      '/api/audio/1',
      '/api/tracks/1/curve.csv',
      '/api/metrics',
    ]) {
      const refused = await ask(port, path);
      expect([refused.status, refused.headers['www-authenticate']]).toEqual([401, 'Bearer']);
      expect(JSON.parse(refused.body)).toEqual({
        error: 'sign in first, or send an access token as a bearer token',
        code: 'signed-out',
      });
    }
    expect((await ask(port, '/sign-in', { headers: page })).status).toBe(200);
    expect((await ask(port, '/sign-in/../library')).status).toBe(401);
  });

  it('led to a sign-in page whose own address was too long to be read', async () => {
    const port = await startServer({ ACCESS_TOKEN: token });
    const led = await ask(port, `/library?q=${'%C3%A4'.repeat(1300)}`, { headers: page });
    expect([led.status, led.headers.location]).toEqual([303, '/sign-in']);
    const { headers } = await ask(port, `/library?q=${'a'.repeat(7900)}`, { headers: page });
    expect((await ask(port, String(headers.location), { headers: page })).status).toBe(200);
  });

  it('takes a bearer token, and no other', async () => {
    const port = await startServer({ ACCESS_TOKEN: token });
    expect((await ask(port, '/', { headers: { authorization: `Bearer ${token}` } })).status).toBe(200);
    expect((await ask(port, '/', { headers: { authorization: `Bearer ${token}x` } })).status).toBe(403);
  });
});
