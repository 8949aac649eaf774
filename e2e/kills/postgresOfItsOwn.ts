import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** Makes an empty database in the PostgreSQL of `url` and returns the address of it. */
export async function postgresOfItsOwn(url: string): Promise<string> {
  const name = `kills_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return url.replace(/\/[^/]*$/, `/${name}`);
}
