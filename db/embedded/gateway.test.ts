import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Gateway } from './gateway';
import { socketName } from './socketDirectory';

const maxConnections = 12;
const idleTransactionMs = 300;

describe('the gateway', () => {
  let folder: string;
  let engine: PGlite;
  let gateway: Gateway;
  let pool: pg.Pool;
  const faults: unknown[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'circumplex-test-'));
    engine = await PGlite.create('memory://');
    gateway = new Gateway(engine, {
      maxConnections,
      idleTransactionMs,
      onFault: (fault) => faults.push(fault),
    });
    await gateway.listen(join(folder, socketName));
    pool = new pg.Pool({ ...address(), max: 9 });
    await pool.query('create table notes (id int, text text)');
  });
  afterAll(async () => {
    await pool.end();
    await gateway.close();
    await engine.close();
    rmSync(folder, { recursive: true });
    expect(faults).toEqual([]);
  });

  const address = () => ({ host: folder, user: 'postgres', database: 'postgres' });

  it('gives every client its own answers: small, large and within transactions, all at once', async () => {
    const large = 'x'.repeat(300_000);
    const clients = Array.from({ length: 9 }, async (_, client) => {
      for (let i = 0; i < 20; i++) {
        const value = client * 1000 + i;
        if (client % 3 === 0) expect(await lengthOf(large, value)).toEqual({ value, length: large.length });
        if (client % 3 === 1) expect(await lengthOf('', value)).toEqual({ value, length: 0 });
        if (client % 3 === 2) await insertSlowly(value);
      }
    });
    await Promise.all(clients);
    const { rows } = await pool.query<{ n: number }>('select count(distinct id)::int as n from notes');
    expect(rows[0].n).toBe(60);
  });

  it('answers a mistake with an error and goes on', async () => {
    await expect(pool.query('select * from nowhere where $1', [true])).rejects.toMatchObject({
      code: '42P01',
    });
    expect(await lengthOf('after', 1)).toEqual({ value: 1, length: 5 });
  });

  it('rolls back what a client leaves that goes away', async () => {
    const client = await connect();
    await client.query('begin');
    await client.query('insert into notes values ($1, $2)', [7, 'abandoned']);
    (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
    expect(await countOf('abandoned')).toBe(0);
  });

  it('cuts off a client that leaves a transaction open and falls silent', async () => {
    const client = await connect();
    await client.query('begin');
    await client.query('insert into notes values ($1, $2)', [8, 'silent']);
    expect(await countOf('silent')).toBe(0);
    await expect(client.query('commit')).rejects.toThrow();
  });

  it('refuses one client too many with an error it can read', async () => {
    const held = await Promise.all(Array.from({ length: maxConnections - pool.totalCount }, connect));
    await expect(connect()).rejects.toMatchObject({ code: '53300' });
    await Promise.all(held.map((client) => client.end()));
  });

  async function connect(): Promise<pg.Client> {
    const client = new pg.Client(address());
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  async function lengthOf(text: string, value: number): Promise<unknown> {
    const { rows } = await pool.query('select $1::int as value, length($2::text) as length', [value, text]);
    return rows[0];
  }

  async function insertSlowly(value: number): Promise<void> {
    const client = await pool.connect();
    await client.query('begin');
    await client.query('insert into notes values ($1, $2)', [value, 'kept']);
    await new Promise((resolve) => setTimeout(resolve, 1));
    await client.query('commit');
    client.release();
  }

  async function countOf(text: string): Promise<number> {
    const { rows } = await pool.query<{ n: number }>('select count(*)::int as n from notes where text = $1', [
      text,
    ]);
    return rows[0].n;
  }
});
