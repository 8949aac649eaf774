import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import type { Server } from 'node:http';
import next from 'next';
import { Gate } from '../access/gate';
import { refuseUnprotectedHost } from '../access/refuseUnprotectedHost';
import { isAppError, messageOf } from '../base/errors';
import { log } from '../base/log';
import { packageRoot } from '@/db/packageRoot';
import { bearUnreadOutput } from '../base/unreadOutput';
import { readSettings, type Settings } from '../base/settings';
import { surfaceRoutes } from '../research/meshes/surfaceRoutes';
import { openForServer } from './openForServer';
import { describeHolder, listenFailure } from './plainWords';
import { signInRoutes } from './signInRoutes';
import { startServices } from './startServices';
import { streamRoutes } from './streamRoutes';
import { eegRoutes } from './eegRoutes';
import { filmRoutes } from './filmRoutes';
import { studyRoutes } from './studyRoutes';
import { createWebServer } from './webServer';
import type { Services } from '../services';

/** Starts everything in order: settings, database, services, demo music, pages, then the door is opened. */
async function serve(): Promise<void> {
  const settings = readSettings(process.env);
  mkdirSync(settings.dataDirectory, { recursive: true });
  const opened = await openForServer({
    dataDirectory: settings.dataDirectory,
    databaseUrl: settings.databaseUrl,
    url: addressOf(settings, settings.port),
    say: (words) => console.log(`circumplex: ${words}`),
  });
  if (opened.kind === 'taken') return stopWith(describeHolder(opened.holder, settings.dataDirectory));
  await refuseUnprotectedHost(settings, opened.database);
  const services = await startServices(settings, opened.database);
  const server = await openDoor(services);
  closeOnSignal(async () => {
    await closeServer(server);
    await services.stop();
    await opened.close();
  });
}

async function openDoor({ settings, signIns }: Services): Promise<Server> {
  const development = process.argv.includes('--development');
  process.env.NEXT_TELEMETRY_DISABLED = '1';
  const pages = next({ dev: development, dir: packageRoot(), hostname: settings.host, port: settings.port });
  await pages.prepare();
  const handlePages = pages.getRequestHandler();
  const gate = new Gate(settings, development, signIns);
  const server = createWebServer({
    gate,
    routes: [
      ...signInRoutes(),
      ...streamRoutes(),
      ...studyRoutes(),
      ...eegRoutes(),
      ...filmRoutes(),
      ...surfaceRoutes(),
    ],
    pages: (request, response) => handlePages(request, response),
    onFault: (error, request) => log.error({ err: error, url: request.url }, 'a request met a fault'),
  });
  await listen(server, settings);
  return server;
}

async function listen(server: Server, settings: Settings): Promise<void> {
  server.listen(settings.port, settings.host);
  await once(server, 'listening').catch((cause: NodeJS.ErrnoException) => {
    throw listenFailure(cause, settings);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : settings.port;
  console.log(`circumplex: ready on ${addressOf(settings, port)}`);
}

function addressOf({ host }: Settings, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Lets requests in progress end, but no longer than two seconds: streams of sound would hold the door for minutes. */
async function closeServer(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  setTimeout(() => server.closeAllConnections(), 2000).unref();
  server.closeIdleConnections();
  await closed;
}

function closeOnSignal(close: () => Promise<void>): void {
  let closing = false;
  const onSignal = () => {
    if (closing) process.exit(1);
    closing = true;
    console.log('circumplex: closing …');
    void close().then(
      () => process.exit(0),
      (error: unknown) => stopWith(messageOf(error)),
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}

function stopWith(message: string): void {
  console.error(`circumplex: ${message}`);
  process.exit(1);
}

bearUnreadOutput();
serve().catch((error: unknown) => {
  if (!isAppError(error)) console.error(error);
  stopWith(messageOf(error));
});
