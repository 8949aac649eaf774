import { mkdtempSync, rmSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { hearOut, openRaw, requestText } from '@/server/http/testing/rawRequest.testing';
import { quantileOf } from '@/ml/statistics/quantile';
import { startServer, type OwnServer } from './support/ownServer';

/*
 * `npm run bench -- hostile [SECONDS] [WORD]`: crowds of connections against a server that may have 256 files open, 900 at a
 * time, each crowd for SECONDS (45 by default) and renewed as soon as the server cuts it. Meanwhile somebody else asks for
 * health ten times a second, from the crowd's own address and from another. Of the crowds only those whose name holds
 * WORD. The pages must be built.
 */

const seconds = Number(process.argv[2] ?? 45);
const crowdSize = 900;
const openFiles = 256;
const token = 'a token of the hostile bench';
const signed = { Authorization: `Bearer ${token}` };

/** What one of a crowd does with its connection. */
const crowds: Record<string, (socket: Socket) => void> = {
  'says nothing': () => undefined,
  'headers, a byte a second': (socket) => drip(socket, { drop: requestText('/').slice(0, -2) }),
  'half-open after its request': (socket) => {
    socket.end(requestText('/sign-in', { Connection: 'keep-alive' }));
  },
  'never reads its answer': (socket) => {
    socket.pause().write(requestText('/sign-in', { Connection: 'keep-alive' }).repeat(4));
  },
  'sign-in, a byte a second': (socket) =>
    drip(socket, {
      first: requestText('/api/sign-in', { 'Content-Length': '9000' }, 'POST'),
      drop: 'x'.repeat(9000),
    }),
  'upload signed in, stalled': (socket) => {
    socket.write(requestText('/api/upload?name=a.wav', { ...signed, 'Content-Length': '100000' }, 'PUT'));
  },
  upgrades: (socket) => {
    socket.write(requestText('/', { Connection: 'Upgrade', Upgrade: 'websocket' }));
  },
};

/** Writes `first` at once, and then `drop` a character a second, for as long as it is let. */
function drip(socket: Socket, { first = '', drop }: { first?: string; drop: string }): void {
  socket.write(first);
  let at = 0;
  const timer = setInterval(() => socket.write(drop.charAt(at++)), 1000);
  socket.once('close', () => clearInterval(timer));
}

/** Keeps `crowdSize` connections open until `signal` is aborted: whoever is cut comes again. */
async function keepCrowd(port: number, act: (socket: Socket) => void, signal: AbortSignal): Promise<void> {
  const ended = new Promise((resolve) => signal.addEventListener('abort', resolve));
  const one = async () => {
    while (!signal.aborted) {
      const socket = await openRaw(port).catch(() => undefined);
      if (socket) {
        const gone = new Promise((resolve) => socket.once('close', resolve));
        act(socket);
        if (!socket.isPaused()) socket.resume();
        await Promise.race([gone, ended]);
        socket.destroy();
      }
      await sleep(200);
    }
  };
  await Promise.all(Array.from({ length: crowdSize }, one));
}

interface Asked {
  milliseconds: number[];
  refused: number;
}

/** Asks for health ten times a second, each time on a connection of its own, from the given address of this machine. */
async function askOn(port: number, localAddress: string, signal: AbortSignal): Promise<Asked> {
  const asked: Asked = { milliseconds: [], refused: 0 };
  while (!signal.aborted) {
    const begun = performance.now();
    const answer = await openRaw(port, localAddress)
      .then((socket) => (socket.write(requestText('/api/health', signed)), hearOut(socket, 10_000)))
      .catch(() => ({ status: 0 }));
    if (answer.status === 200) asked.milliseconds.push(performance.now() - begun);
    else asked.refused++;
    await sleep(100);
  }
  return asked;
}

function told({ milliseconds, refused }: Asked): string {
  const sorted = Float64Array.from(milliseconds);
  const [median, late, last] = [0.5, 0.99, 1].map((share) => quantileOf(sorted, share).toFixed(0));
  return `${milliseconds.length} answered, ${refused} refused, median ${median}, 99 % ${late}, longest ${last} ms`;
}

async function besiege(server: OwnServer, name: string): Promise<void> {
  const end = AbortSignal.timeout(seconds * 1000);
  const crowd = keepCrowd(server.port, crowds[name], end);
  const [near, far] = await Promise.all([
    askOn(server.port, '127.0.0.1', end),
    askOn(server.port, '127.0.0.2', end),
  ]);
  await crowd;
  console.log(`${name}\n  from the same address: ${told(near)}\n  from another address: ${told(far)}`);
}

const folder = mkdtempSync(join(tmpdir(), 'circumplex-hostile-'));
const settings = { DATA_DIR: folder, ACCESS_TOKEN: token };
const server = await startServer(settings, { openFiles });
console.log(`${crowdSize} connections at a time, ${openFiles} descriptors, ${seconds} s a crowd`);
for (const name of Object.keys(crowds).filter((one) => one.includes(process.argv[3] ?? '')))
  await besiege(server, name);
const last = new AbortController();
const crowd = keepCrowd(server.port, crowds['sign-in, a byte a second'], last.signal);
await sleep(2000);
const { code, seconds: closing } = await server.stop();
console.log(`closed under the crowd: code ${code} after ${closing.toFixed(1)} s`);
const again = await startServer({ ...settings, PORT: String(server.port) }, { openFiles });
console.log('started again on the same port');
last.abort();
await crowd;
await again.stop();
rmSync(folder, { recursive: true });
