/** Gives each worker of the tests a PostgreSQL server of its own, where `TEST_DATABASE_URLS` has some. */
const urls = process.env.TEST_DATABASE_URLS?.split(' ');
if (urls) {
  const url = urls[Number(process.env.VITEST_POOL_ID) - 1];
  if (!url) throw new Error(`no database in TEST_DATABASE_URLS for worker ${process.env.VITEST_POOL_ID}`);
  process.env.DATABASE_URL = url;
}
