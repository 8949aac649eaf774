import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** PostgreSQL servers to test against, as `.ci/postgres` gives them: each worker has its own. */
const servers = process.env.TEST_DATABASE_URLS?.split(' ') ?? [];

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  test: {
    include: ['{app,server,db,ml}/**/*.test.{ts,tsx}'],
    setupFiles: ['./db/testing/workerDatabase.testing.ts'],
    globalSetup: ['./server/start/kernels.mjs', './server/start/build.mjs'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // Two even on two cores: much of the time a test waits for another process.
    maxWorkers: servers.length || Math.max(2, availableParallelism() - 1),
  },
});
