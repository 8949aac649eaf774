import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refusedStart, startServer } from './support/ownServer';
import { expect, test } from './support/test';

/** Everything is said in one line, without a stack. */
const oneLine = (output: string) => output.trim().split('\n');

test('a server whose words nobody reads any more ends when it is told to', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'circumplex-serve-'));
  const server = await startServer({ DATA_DIR: folder });
  server.turnAway();
  await server.stop();
  rmSync(folder, { recursive: true });
});

test.describe('a server that cannot start', () => {
  let folder = '';
  test.beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'circumplex-serve-'));
  });
  test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('says that the port is taken', async ({ server }) => {
    const { code, output } = await refusedStart({ DATA_DIR: folder, PORT: String(server.port) });
    expect(code).toBe(1);
    expect(oneLine(output).at(-1)).toBe(
      `circumplex: invalid PORT: ${server.port} (another program listens there: set PORT to a free one)`,
    );
  });

  test('says which process holds the data directory, and where', async ({ server, request }) => {
    const { code, output } = await refusedStart({ DATA_DIR: server.dataDirectory });
    expect(code).toBe(1);
    expect(oneLine(output).at(-1)).toMatch(/^circumplex: invalid DATA_DIR: .* already uses it at /);
    expect(output).toContain(`${server.url}: open that one, stop it, or give another DATA_DIR`);
    expect((await request.get('/api/health')).status()).toBe(200);
  });

  test('says which setting it does not understand, and makes nothing', async () => {
    const unmade = join(folder, 'data');
    const { code, output } = await refusedStart({ DATA_DIR: unmade, PORT: 'eighty' });
    expect(code).toBe(1);
    expect(oneLine(output)).toHaveLength(1);
    expect(output).toContain('invalid PORT: eighty');
    expect(existsSync(unmade)).toBe(false);
  });
});
