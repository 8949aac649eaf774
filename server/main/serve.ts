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
import { listen, refuseTakenPort } from './listen';
import { refuseIrregularFile } from './refuseIrregularFile';
import { describeHolder } from './plainWords';
import { routes } from './routes';
import { runningServices } from './runningServices';
import type { Services } from '../services';
import { createWebServer, type WebServer } from './webServer';

/** How long answers in progress may go on when the server closes, and closing in all; milliseconds. */
const lastAnswersMs = 1500;
const closingMs = 4500;

/** Aborted when the server is told to end: what is being started by then is not gone on with. */
const closing = new AbortController();

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
  const ends = [() => opened.close()];
  closeOnSignal(async () => {
    for (const end of ends.reverse()) await end();
  });
  await refuseUnprotected(settings, opened.database);
  await refuseTakenPort(settings);
  const services = runningServices(settings, opened.database);
  ends.push(() => services.stop());
  await services.start();
  if (closing.signal.aborted) return;
  const server = await makeDoor(services);
  if (closing.signal.aborted) return;
  ends.push(() => server.closeWithin(lastAnswersMs));
  const port = await listen(server, settings);
  console.log(`circumplex: ready on ${addressOf(settings, port)}`);
}

async function makeDoor({ settings, signIns }: Services): Promise<WebServer> {
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
  return createWebServer({
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
}

/** Next leaves any other upgrade open, for whoever else may take it. */
const isLivePage = ({ url = '' }: IncomingMessage) => url.startsWith('/_next/hmr');

function addressOf({ host }: Settings, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function closeOnSignal(close: () => Promise<void>): void {
  const onSignal = () => {
    if (closing.signal.aborted) process.exit(1);
    closing.abort();
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
  // What is being started when it is told to end may fail by that.
  if (closing.signal.aborted) return;
  if (!isAppError(error)) console.error(error);
  stopWith(messageOf(error));
});
