import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askAddress, publicLookup } from './askAddress';
import { receiveModel } from './receiveModel';

let server: Server;
let port: number;
let connections = 0;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'circumplex-ask-'));
  server = createServer((socket) => {
    connections++;
    socket.destroy();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const words = 'an address of a private network or this machine: --allow-private if it is meant';
const receive = (place: string, options = {}) =>
  receiveModel({ place, sha256: 'a'.repeat(64), ...options }, join(folder, 'graph'));

describe('a model at a private address', () => {
  it.each(['127.0.0.1', 'localhost', '0.0.0.0', '2130706433', '0x7f.1', '[::1]', '[::ffff:127.0.0.1]'])(
    'is refused before anything is connected to: %s',
    async (host) => {
      const before = connections;
      await expect(receive(`https://${host}:${port}/graph.onnx`)).rejects.toMatchObject({
        code: 'invalid',
        message: expect.stringContaining(words) as string,
      });
      expect(connections).toBe(before);
    },
  );

  it('is refused after a redirect too', async () => {
    const before = connections;
    const checked = askAddress({ allowPrivate: false });
    const location = `https://localhost:${port}/graph.onnx`;
    const ask = (address: URL) =>
      address.hostname === 'models.example'
        ? Promise.resolve(new Response(null, { status: 302, headers: { location } }))
        : checked(address);
    await expect(receive('https://models.example/a', { ask })).rejects.toThrow(words);
    expect(connections).toBe(before);
  });

  it('is asked for where that is allowed', async () => {
    const before = connections;
    await expect(receive(`https://localhost:${port}/graph.onnx`, { allowPrivate: true })).rejects.toThrow(
      'no answer',
    );
    expect(connections).toBeGreaterThan(before);
  });
});

describe('the look-up of a name', () => {
  const answers = (...addresses: string[]) =>
    publicLookup((_host, _options, done) => {
      const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
      done(null, found);
    });
  const lookedUp = (lookup: ReturnType<typeof answers>, all: boolean) =>
    new Promise((resolve) =>
      lookup('models.example', { all }, (...told) => resolve(told[0] ? told[0].message : told.slice(1))),
    );

  it('connects to the very addresses that were checked', async () => {
    const lookup = answers('1.1.1.1', '2606:4700::1111');
    expect(await lookedUp(lookup, false)).toEqual(['1.1.1.1', 4]);
    expect(await lookedUp(lookup, true)).toEqual([
      [
        { address: '1.1.1.1', family: 4 },
        { address: '2606:4700::1111', family: 6 },
      ],
    ]);
  });

  it('refuses a name of which one address is private', async () => {
    for (const all of [false, true])
      expect(await lookedUp(answers('1.1.1.1', '10.0.0.1'), all)).toContain(words);
  });
});
