import { getTableName, is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { describe, expect, it } from 'vitest';
import { catalogueTables } from './backupFormat';
import * as schema from './schema';

/** Who is let in stays with the installation; changes of tracks are for whoever looks at them now. */
const leftOut = [schema.trackChanges, schema.sessions, schema.accessTokens, schema.invitations];

describe('the tables of a backup', () => {
  it('are all the tables there are but the log of changes, which triggers write anew', () => {
    const declared = Object.values(schema as Record<string, unknown>).filter((value) => is(value, PgTable));
    expect([...catalogueTables, ...leftOut].map(getTableName).sort()).toEqual(
      declared.map((table) => getTableName(table)).sort(),
    );
  });

  it('come after the tables they refer to, or a restoration breaks its foreign keys', () => {
    const places = catalogueTables.map(getTableName);
    catalogueTables.forEach((table, place) => {
      for (const { reference } of getTableConfig(table).foreignKeys) {
        expect(places.indexOf(getTableName(reference().foreignTable))).toBeLessThan(place);
      }
    });
  });
});
