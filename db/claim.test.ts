import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from './database';
import { jobs } from './schema';
import { fillCatalogue } from './testing/catalogue.testing';
import { openTestDatabase, type TestDatabase } from './testing/database.testing';

const jobCount = 60;

describe('claiming jobs', () => {
  let catalogue: TestDatabase;
  let other: TestDatabase;

  beforeAll(async () => {
    catalogue = await openTestDatabase();
    other = await catalogue.openAgain();
    await fillCatalogue(catalogue.database, jobCount);
  });
  afterAll(async () => {
    await other.close();
    await catalogue.close();
  });

  it('gives every job to one worker, though many ask at once over several connections', async () => {
    const workers = Array.from({ length: 6 }, (_, i) =>
      claimAll(i % 2 ? catalogue.database : other.database, `w${i}`),
    );
    const claimed = (await Promise.all(workers)).flat();
    expect(claimed.sort((a, b) => a - b)).toEqual(Array.from({ length: jobCount }, (_, i) => i + 1));
  });
});

async function claimAll(database: Database, worker: string): Promise<number[]> {
  const claimed: number[] = [];
  for (;;) {
    const { rows } = await database.execute<{ id: number }>(sql`
      update ${jobs} set state = 'running', lease_owner = ${worker}, lease_until = now() + interval '1 minute'
      where id in (select id from ${jobs} where state = 'queued' order by id limit 2 for update skip locked)
      returning id`);
    if (rows.length === 0) return claimed;
    claimed.push(...rows.map(({ id }) => id));
  }
}
