import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import type { Settings } from '../base/settings';
import { listenFailure } from './plainWords';

/** Listens where the settings say. Returns the port, and throws an AppError in words where that cannot be. */
export async function listen(server: Server, settings: Settings): Promise<number> {
  // A crowd that comes at once would overflow Node's 511, and everybody else would wait for seconds with it.
  server.listen({ port: settings.port, host: settings.host, backlog: 4096 });
  await once(server, 'listening').catch((cause: NodeJS.ErrnoException) => {
    throw listenFailure(cause, settings);
  });
  return (server.address() as AddressInfo).port;
}

/** Throws as `listen` does where the port is taken: to be known before minutes of work, at the end of which it is needed. */
export async function refuseTakenPort(settings: Settings): Promise<void> {
  const probe = createServer((socket) => socket.destroy());
  await listen(probe, settings);
  await new Promise((resolve) => probe.close(resolve));
}
