import { createServer } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { readSettings } from '../base/settings';
import { listen, refuseTakenPort } from './listen';

const servers = [createServer(), createServer()];
afterEach(() => {
  for (const server of servers) if (server.listening) server.close();
});

const at = (port: number) => readSettings({ HOST: '127.0.0.1', PORT: String(port) });

it('was told of a taken port after minutes of demo music: it is known by asking, which leaves a free one free', async () => {
  const port = await listen(servers[0], at(0));
  await expect(refuseTakenPort(at(port))).rejects.toMatchObject({
    code: 'conflict',
    message: `invalid PORT: ${port} (another program listens there: set PORT to a free one)`,
  });
  await new Promise((resolve) => servers[0].close(resolve));
  await refuseTakenPort(at(port));
  expect(await listen(servers[1], at(port))).toBe(port);
});
