import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '@/db/packageRoot';
import type { Movement } from './syntheticCurves.testing';
import { openSyntheticLibrary } from './syntheticLibrary.testing';

interface WantedServer {
  tracks: number;
  movement: Movement;
  port: number;
  variables?: Record<string, string>;
}

/** Builds what changed and starts a server with made-up tracks, in a folder that is kept for the next run. */
export async function startBenchServer({
  tracks,
  movement,
  port,
  variables,
}: WantedServer): Promise<ChildProcess> {
  spawnSync(process.execPath, ['server/start/build.mjs'], { cwd: packageRoot(), stdio: 'inherit' });
  const folder = join(tmpdir(), `circumplex-load-${movement}-${tracks}`);
  mkdirSync(folder, { recursive: true });
  const serverUrl = process.env.DATABASE_URL;
  const library = await openSyntheticLibrary({ tracks, movement, serverUrl, dataDirectory: folder });
  await library.close();
  const server = spawn(process.execPath, ['dist/serve.js'], {
    cwd: packageRoot(),
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: folder,
      DEMO: '0',
      ACCESS_TOKEN: '',
      DATABASE_URL: library.databaseUrl ?? '',
      ...variables,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((ready, ended) => {
    server.stdout.on('data', (said: Buffer) => String(said).includes('ready on') && ready());
    server.on('exit', () => ended(new Error('the server ended before its door was open')));
  });
  return server;
}

export interface Reply {
  milliseconds: number;
  status: number;
  text: string;
}

/** How a request is sent: by POST where it has a body. */
interface Sent {
  body?: object;
  signal?: AbortSignal;
}

const agent = new Agent({ keepAlive: true });

/** One request as a page sends it, and how long its whole answer took. */
export function send(url: string, { body, signal }: Sent = {}): Promise<Reply> {
  const start = performance.now();
  const headers = {
    'content-type': 'application/json',
    'accept-encoding': 'gzip',
    origin: new URL(url).origin,
  };
  return new Promise((resolve, reject) => {
    const asked = request(url, { method: body ? 'POST' : 'GET', agent, headers, signal }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(pieces).toString('latin1');
        resolve({ milliseconds: performance.now() - start, status: response.statusCode ?? 0, text });
      });
    });
    asked.on('error', reject);
    asked.end(body && JSON.stringify(body));
  });
}
