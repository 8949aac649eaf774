import { customType, integer, timestamp } from 'drizzle-orm/pg-core';

/** Bytes. */
export const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });

/** A pgvector of any size: each row's own. */
export const anyVector = customType<{ data: number[]; driverData: string }>({
  dataType: () => 'vector',
  toDriver: (numbers) => JSON.stringify(numbers),
  fromDriver: (text) => JSON.parse(text) as number[],
});

/** A transaction's number, which never comes twice on one server. */
export const transactionId = customType<{ data: string }>({ dataType: () => 'xid8' });

/** Text that is sorted by its bytes, on every server alike. */
export const sortKey = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

/** The number by which a row is known. */
export const identity = () => integer('id').primaryKey().generatedByDefaultAsIdentity();
/** A moment in time, with its zone. */
export const moment = (name: string) => timestamp(name, { withTimezone: true });
