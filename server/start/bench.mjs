import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compileKernels } from './kernels.mjs';
import { root } from './root.mjs';

/** `npm run bench -- NAME …`: runs NAME.bench.ts, wherever in the house it stands beside what it measures. */
const [name, ...rest] = process.argv.slice(2);
const benches = ['ml', 'server', 'db', 'e2e'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((file) => file.endsWith('.bench.ts'))
    .map((file) => join(root, folder, file)),
);
const chosen = benches.find((file) => file.endsWith(`/${name}.bench.ts`));
if (!chosen) {
  const names = benches.map((file) => file.split('/').pop().replace('.bench.ts', ''));
  console.error(`invalid benchmark: ${name ?? '(none)'} (one of ${names.join(', ')})`);
  process.exit(1);
}
await compileKernels();
const done = spawnSync(process.execPath, ['--import', 'tsx', chosen, ...rest], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = done.status ?? 1;
