import type { Database } from '@/db/open';

const lostConnection = () =>
  Object.assign(new Error('Connection terminated unexpectedly'), { code: '08006' });

/**
 * A database whose next transaction ends with a lost connection: `committed` after its end took effect, else before. Nothing
 * else can be asked of it afterwards.
 */
export function breakingDatabase(database: Database, { committed }: { committed: boolean }): Database {
  let isBroken = false;
  const transaction: Database['transaction'] = async (work, config) => {
    isBroken = true;
    await database.transaction(async (executor) => {
      await work(executor);
      if (!committed) throw lostConnection();
    }, config);
    throw lostConnection();
  };
  return new Proxy(database, {
    get(target, key) {
      if (isBroken) throw lostConnection();
      return key === 'transaction' ? transaction : (Reflect.get(target, key) as unknown);
    },
  });
}
