import { cpSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql, type SQL } from 'drizzle-orm';
import { afterAll, describe, expect, it } from 'vitest';
import { isDatabaseGone } from '../connectionLost';
import { codeOf } from '../databaseError';
import { batches } from '../schema';
import { makeTestDirectory, open, testSettings } from '../testing/database.testing';
import { mountSmallDisk } from '../testing/smallDisk.testing';

const disk = mountSmallDisk(160 * 1024);
afterAll(() => disk?.remove());

describe.skipIf(disk === null)(
  'the embedded database on a disk that is full (needs the right to mount)',
  () => {
    it('holds what it acknowledged, and goes on by itself once there is room', async () => {
      const made = await makeTestDirectory();
      cpSync(made, disk!.folder, { recursive: true });
      rmSync(made, { recursive: true });
      const opened = await open({ ...testSettings, dataDirectory: disk!.folder }, () => undefined);
      const { database } = opened;
      const { bavail, bsize } = statfsSync(disk!.folder);
      const filler = join(disk!.folder, 'of another program');
      writeFileSync(filler, Buffer.alloc(bavail * bsize - 6 * 2 ** 20));
      const faultOf = (statement: SQL) =>
        database.execute(statement).then(
          () => null,
          (error: unknown) => error,
        );
      const rows = sql`insert into ${batches} (label) select repeat(md5(random()::text), 500) from generate_series(1, 400)`;
      let acknowledged = 0;
      let fault: unknown;
      while (!(fault = await faultOf(rows))) acknowledged += 400;
      expect([codeOf(fault) === '53100', isDatabaseGone(fault)]).toContain(true);
      // Its log has some room of its own left; once that is full, Postgres ends itself.
      const onlyLogged = sql`select pg_logical_emit_message(false, 'test', repeat('x', 1000000))`;
      while (!isDatabaseGone(fault)) fault = await faultOf(onlyLogged);
      rmSync(filler);
      const counted = () => database.$count(batches).catch(() => -1);
      await expect.poll(counted, { timeout: 20_000 }).toBeGreaterThanOrEqual(acknowledged);
      expect(acknowledged).toBeGreaterThan(0);
      await database.insert(batches).values({ label: 'one more' });
      await opened.close();
    }, 60_000);
  },
);
