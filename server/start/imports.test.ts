import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A house as it should be: every kind of import that is allowed. */
const clean = {
  'app/ui/button.tsx': 'export const button = 1;',
  'app/(listen)/page.tsx': "import './plane/plane';",
  'app/(listen)/plane/plane.tsx': "import '../../ui/button';",
  'app/(listen)/draw/page.tsx': "import './drawPage';",
  'app/(listen)/draw/drawPage.tsx': "import '@/app/ui/button';",
  'app/(listen)/tracks/[id]/page.tsx': "import './trackPage';",
  'app/(listen)/tracks/[id]/trackPage.tsx': "import type { router } from '@/server/router';",
  'app/research/page.tsx': "import './views';",
  'app/research/views.tsx': 'export const views = 1;',
  'app/research/features/page.tsx': "import './maps';",
  'app/research/features/maps.tsx': 'export const maps = 1;',
  'server/router.ts': "import './catalogue/tracks'; import './embeddings/choose'; export const router = 1;",
  'server/catalogue/tracks.ts': "import '@/db/schema'; import '@/ml/dtw';",
  'server/embeddings/choose.ts': "import '@/db/schema';",
  'db/schema.ts': 'export const schema = 1;',
  'ml/dtw.ts': "import { band } from './band'; export const dtw = band;",
  'ml/band.ts': 'export const band = 1;',
  'tsconfig.json': JSON.stringify({
    compilerOptions: { module: 'esnext', moduleResolution: 'bundler', paths: { '@/*': ['./*'] } },
  }),
};

/** Ways in which a file can close a circle with the one that imports it. */
const circles = {
  values: "import { half } from './valuesHalf'; export const whole = () => half;",
  aliases: "import { half } from '@/ml/aliasesHalf'; export const whole = () => half;",
  exports: "export * from './exportsHalf'; export const whole = 1;",
  types: "import type { half } from './typesHalf'; export const whole: typeof half = 1;",
  bracedTypes: "import { type half } from './bracedTypesHalf'; export const whole: typeof half = 1;",
};

/** A file that must not import another, by alias or by path, and the rule it breaks. */
const crossings = [
  [
    'app/(listen)/draw/beside.tsx',
    '@/app/(listen)/tracks/[id]/trackPage',
    "app/(listen)/tracks/[id] is one page's own",
  ],
  ['app/(listen)/draw/above.tsx', '../plane/plane', "app/(listen) is one page's own"],
  ['app/(listen)/plane/below.tsx', '../draw/drawPage', "app/(listen)/draw is one page's own"],
  ['app/research/below.tsx', './features/maps', "app/research/features is one page's own"],
  ['app/research/features/apart.tsx', '@/app/(listen)/draw/drawPage', "app/(listen)/draw is one page's own"],
  ['app/ui/shared.tsx', '../research/features/maps', "app/research/features is one page's own"],
  ['ml/impure.ts', '@/db/schema', 'ml must not import app, server, db'],
  ['db/knowing.ts', '../ml/dtw', 'db must not import app, server, ml'],
  ['server/upwards.ts', '@/app/ui/button', 'server must not import app'],
  [
    'server/catalogue/planted.ts',
    '../embeddings/choose',
    'server/catalogue must not import server/embeddings',
  ],
  [
    'server/embeddings/planted.ts',
    '@/server/catalogue/tracks',
    'server/embeddings must not import server/catalogue',
  ],
];

describe('the rules of imports', () => {
  let refused: string[];

  beforeAll(() => {
    refused = refusedImports({
      ...clean,
      ...Object.fromEntries(Object.entries(circles).map(([kind, text]) => [`ml/${kind}.ts`, text])),
      ...Object.fromEntries(Object.keys(circles).map((kind) => [`ml/${kind}Half.ts`, otherHalf(kind)])),
      ...Object.fromEntries(
        crossings.map(([file, imported]) => [file, `import type {} from '${imported}';`]),
      ),
    });
  });

  it('take a house as it should be', () => expect(refusedImports(clean)).toEqual([]));

  it.each(Object.keys(circles))('refuse a circle of %s', (kind) =>
    expect(refused).toContain(`no circles: ml/${kind}.ts, ml/${kind}Half.ts`),
  );

  it.each(crossings)('refuse %s an import of %s', (file, _, rule) =>
    expect(refused).toContain(`${rule}: ${file}`),
  );

  it('refuse nothing else', () =>
    expect(refused).toHaveLength(Object.keys(circles).length + crossings.length));
});

function otherHalf(kind: string): string {
  return `import { whole } from './${kind}'; export const half = () => whole;`;
}

interface Violation {
  rule: { name: string };
  from: string;
  cycle?: { name: string }[];
}

/** What the rules refuse in a house of these files: the rule, and the file that imports or all files of the circle. */
function refusedImports(files: Record<string, string>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'circumplex-imports-'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const options = ['--config', join(root, '.dependency-cruiser.mjs'), '--output-type', 'json'];
  const done = spawnSync(process.execPath, [program, ...options, 'app', 'server', 'db', 'ml'], {
    cwd: folder,
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true });
  const { summary } = JSON.parse(done.stdout) as { summary: { violations: Violation[] } };
  return summary.violations.map(({ rule, from, cycle = [] }) => {
    const around = new Set([from, ...cycle.map(({ name }) => name)]);
    return `${rule.name}: ${[...around].sort().join(', ')}`;
  });
}
