import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { setImmediate as laterOn } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { sendStream } from './sendStream';
import { openRaw, requestText, sendRaw } from './testing/rawRequest.testing';

let server: Server;
afterEach(() => server.close());

/** Starts a server that answers so; resolves with its port, and with what became of the first answer. */
async function start(answer: (response: ServerResponse) => Promise<void>) {
  let tell: (outcome: unknown) => void = () => undefined;
  const outcome = new Promise<unknown>((resolve) => (tell = resolve));
  server = createServer((_, response) => {
    answer(response).then(
      () => tell('sent'),
      (error: unknown) => tell(error),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, outcome };
}

async function* endless() {
  for (;;) {
    await laterOn();
    yield Buffer.alloc(65_536);
  }
}

it('was a fault of ours where somebody left in the midst of it: it ends the stream, and that is all', async () => {
  const stream = Readable.from(endless());
  const { port, outcome } = await start((response) => sendStream(stream, response));
  const socket = await openRaw(port);
  socket.write(requestText('/'));
  await once(socket, 'data');
  socket.destroy();
  expect(await outcome).toBe('sent');
  expect(stream.destroyed).toBe(true);
});

it('begins nothing for somebody who has left before', async () => {
  const stream = Readable.from(endless());
  const { port, outcome } = await start(async (response) => {
    await once(response, 'close');
    await sendStream(stream, response);
  });
  const socket = await openRaw(port);
  socket.write(requestText('/'));
  await once(server, 'request');
  socket.destroy();
  expect(await outcome).toBe('sent');
  expect(stream.destroyed).toBe(true);
});

it('throws what the stream failed with, and cuts the answer', async () => {
  const fault = new Error('the disk is gone');
  const failing = Readable.from(
    (async function* () {
      yield 'half';
      await laterOn();
      throw fault;
    })(),
  );
  const { port, outcome } = await start((response) => sendStream(failing, response));
  const { text } = await sendRaw(port, requestText('/'));
  expect(text).not.toMatch(/\r\n0\r\n\r\n$/);
  expect(await outcome).toBe(fault);
});
