import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { testGate } from '../../access/testing/gate.testing';
import { sendJson } from '../../http/answers';
import { createWebServer, type WebServer, type WebServerParts } from '../webServer';

/** Web servers of a test, whose pages tell what they were asked and how long the body was. */
export class TestWebServers {
  /** What was told of as a fault, which nothing that strangers send may be. */
  readonly faults: unknown[] = [];
  private readonly servers: WebServer[] = [];

  /** Starts one on a free port of this machine, which is returned. */
  async start(parts: Partial<WebServerParts> = {}, accessToken = ''): Promise<number> {
    const server = createWebServer({
      gate: testGate({ ACCESS_TOKEN: accessToken }),
      routes: [],
      pages: async (request, response) => {
        let bytes = 0;
        for await (const piece of request as AsyncIterable<Buffer>) bytes += piece.length;
        sendJson(response, 200, { url: request.url, bytes });
      },
      onFault: (error) => this.faults.push(error),
      ...parts,
    });
    this.servers.push(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  }

  /** How many connections the one started last has open. */
  connections(): Promise<number> {
    return new Promise((resolve, reject) =>
      this.servers.at(-1)?.getConnections((error, count) => (error ? reject(error) : resolve(count))),
    );
  }

  /** Closes all of them, with `graceMs` for answers in progress. */
  async close(graceMs = 0): Promise<void> {
    await Promise.all(this.servers.splice(0).map((server) => server.closeWithin(graceMs)));
  }
}
