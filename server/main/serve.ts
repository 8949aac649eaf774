import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import next from 'next';
import { Gate } from '../access/gate';
import { refuseUnprotected } from '../access/refuseUnprotected';
import { isAppError, messageOf } from '../base/errors';
import { log } from '../base/log';
import { packageRoot } from '@/db/packageRoot';
import { openFileCount, openFileLimit } from '../base/openFiles';
import { connectionLimits } from '../http/connectionLimits';
import { bearUnreadOutput } from '../base/unreadOutput';
import { makePrivate } from '../base/privateFolder';
import { readSettings, type Settings } from '../base/settings';
import { openForServer } from './openForServer';
import { refuseIrregularFile } from './refuseIrregularFile';
import { describeHolder, listenFailure } from './plainWords';
import { routes } from './routes';
import { startServices } from './startServices';
import type { Services } from '../services';
import { createWebServer, type WebServer } from './webServer';

/** How long answers in progress may go on when the server closes, and closing in all; milliseconds. */
const lastAnswersMs = 1500;
const closingMs = 4500;

/** Starts everything in order: settings, database, services, demo music, pages, then the door is opened. */
async function serve(): Promise<void> {
  const settings = readSettings(process.env);
  const say = (words: string) => console.log(`circumplex: ${words}`);
  makePrivate(settings.dataDirectory, say);
  const opened = await openForServer({
    dataDirectory: settings.dataDirectory,
    databaseUrl: settings.databaseUrl,
    url: addressOf(settings, settings.port),
    say,
  });
  if (opened.kind === 'taken') return stopWith(describeHolder(opened.holder, settings.dataDirectory));
  await refuseUnprotected(settings, opened.database);
  const services = await startServices(settings, opened.database);
  const server = await openDoor(services);
  closeOnSignal(async () => {
    await server.closeWithin(lastAnswersMs);
    await services.stop();
    await opened.close();
  });
}

async function openDoor({ settings, signIns }: Services): Promise<WebServer> {
  const development = process.argv.includes('--development');
  process.env.NEXT_TELEMETRY_DISABLED = '1';
  // Next hangs a listener for upgrades on the server it is given, and else on ours: this one never listens.
  const nextsOwn = createServer();
  const pages = next({
    dev: development,
    dir: packageRoot(),
    hostname: settings.host,
    port: settings.port,
    httpServer: nextsOwn,
  });
  await pages.prepare();
  const handlePages = pages.getRequestHandler();
  const gate = new Gate(settings, development, signIns);
  const server = createWebServer({
    gate,
    routes: routes(),
    pages: async (request, response) => {
      await refuseIrregularFile(join(packageRoot(), 'public'), request.url ?? '/');
      await handlePages(request, response);
    },
    limits: connectionLimits(
      { limit: openFileLimit(), open: openFileCount() },
      settings.connectionsPerAddress,
    ),
    upgrade: development
      ? (request, ...rest) => isLivePage(request) && nextsOwn.emit('upgrade', request, ...rest)
      : undefined,
    onFault: (error, request) => log.error({ err: error, url: request.url }, 'a request met a fault'),
  });
  await listen(server, settings);
  return server;
}

/** Next leaves any other upgrade open, for whoever else may take it. */
const isLivePage = ({ url = '' }: IncomingMessage) => url.startsWith('/_next/hmr');

async function listen(server: WebServer, settings: Settings): Promise<void> {
  // A crowd that comes at once would overflow Node's 511, and everybody else would wait for seconds with it.
  server.listen({ port: settings.port, host: settings.host, backlog: 4096 });
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

function closeOnSignal(close: () => Promise<void>): void {
  let closing = false;
  const onSignal = () => {
    if (closing) process.exit(1);
    closing = true;
    console.log('circumplex: closing …');
    setTimeout(() => {
      console.log(
        'circumplex: closed without waiting any longer: what was in hand is taken up at the next start',
      );
      process.exit(0);
    }, closingMs);
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
