import { utimesSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeStartHouse, type StartHouse } from './testing/house.testing';

let house: StartHouse;
beforeEach(() => {
  house = makeStartHouse();
});
afterEach(() => house.close());

const installing = 'npm ci --no-audit --no-fund';
const kernels = [
  'asc ml/audio/filter/assembly/mix.ts',
  'asc ml/audio/cochleogram/assembly/bank.ts',
  'asc ml/dtw/assembly/sums.ts',
  'asc ml/linear/assembly/turn.ts',
];
const programs = ['esbuild 7 programs', 'next build'];
const building = [...kernels, ...programs];

describe('fingerprint', () => {
  async function fingerprintOf(...paths: string[]): Promise<string> {
    const { fingerprint } = (await import(
      pathToFileURL(house.path('server/start/fingerprint.mjs')).href
    )) as { fingerprint: (paths: string[]) => string };
    return fingerprint(paths);
  }

  it('changes with the content and the name of a file, not with its time or the order it is asked in', async () => {
    house.write('app/other.tsx', 'export default 2;');
    const first = await fingerprintOf('app', 'server');
    utimesSync(house.path('app/page.tsx'), 1, 1);
    expect(await fingerprintOf('server', 'app')).toBe(first);
    house.write('app/page.tsx', 'export default 3;');
    const changed = await fingerprintOf('app', 'server');
    expect(changed).not.toBe(first);
    house.write('app/page.tsx', 'export default 1;');
    expect(await fingerprintOf('app', 'server')).toBe(first);
    house.remove('app/other.tsx');
    house.write('app/another.tsx', 'export default 2;');
    expect(await fingerprintOf('app', 'server')).not.toBe(first);
  });

  it('passes over what no program is made of', async () => {
    const first = await fingerprintOf('app', 'ml', 'nowhere');
    house.write('app/page.test.tsx', 'test');
    house.write('ml/speed.bench.ts', 'bench');
    house.write('ml/README.md', 'words');
    house.write('ml/training/run.py', 'pass');
    house.write('ml/testing/curves.testing.ts', 'export {};');
    house.write('ml/audio/fixtures/tone.mp3', 'sound');
    expect(await fingerprintOf('app', 'ml', 'nowhere')).toBe(first);
    house.write('ml/trained.ts', 'export {};');
    expect(await fingerprintOf('app', 'ml', 'nowhere')).not.toBe(first);
  });
});

describe('prepare', () => {
  const prepare = () => house.run('prepare.mjs');

  it('installs and builds once, and again only what has changed', () => {
    expect(prepare()).toMatchObject({ status: 0, calls: [installing, ...building] });
    expect(prepare()).toEqual({ status: 0, calls: [], output: '' });

    utimesSync(house.path('app/page.tsx'), 1, 1);
    house.write('app/page.test.tsx', 'test');
    expect(prepare().calls).toEqual([]);

    house.write('app/page.tsx', 'export default 2;');
    expect(prepare().calls).toEqual(['next build']);

    house.write('ml/dtw/assembly/sums.ts', 'export const sums = 2;');
    expect(prepare().calls).toEqual(['asc ml/dtw/assembly/sums.ts', ...programs]);

    house.write('package-lock.json', '{ "packages": {} }');
    expect(prepare().calls).toEqual([installing, ...building]);
    expect(prepare().calls).toEqual([]);
  });

  it('says what could not be installed, builds nothing, and tries again the next time', () => {
    house.write('npm-fails', '');
    const failed = prepare();
    expect([failed.status, failed.calls]).toEqual([1, [installing]]);
    expect(failed.output).toContain('circumplex: the packages could not be installed');
    expect(failed.output).not.toContain('at file:');
    house.remove('npm-fails');
    expect(prepare()).toMatchObject({ status: 0, calls: [installing, ...building] });
  });

  it('shows why the pages could not be built, and builds them the next time', () => {
    house.write('next-fails', '');
    const failed = prepare();
    expect(failed.status).toBe(1);
    expect(failed.output).toContain('circumplex: the pages could not be built:\na page is broken');
    expect(house.has('dist/.built')).toBe(false);
    house.remove('next-fails');
    expect(prepare()).toMatchObject({ status: 0, calls: ['next build'] });
  });

  it('builds nothing when it is only to install', () => {
    expect(house.run('install.mjs').calls).toEqual([installing]);
    expect(house.run('install.mjs').calls).toEqual([]);
    expect(house.has('dist')).toBe(false);
  });
});

describe('bench', () => {
  beforeEach(() => {
    house.run('install.mjs');
    house.write('ml/dtw/warp.bench.ts', 'const told: string = process.argv[2]; console.log("warps", told);');
    house.write('server/deep/down/load.bench.ts', 'process.exit(3);');
  });

  it('finds a benchmark by its name wherever it lies, hands on what follows, and ends as it ends', () => {
    const warp = house.run('bench.mjs', 'warp', 'quickly');
    expect([warp.status, warp.calls]).toEqual([0, kernels]);
    expect(warp.output).toContain('warps quickly');
    expect(house.run('bench.mjs', 'load').status).toBe(3);
  });

  it.each([['arp'], [''], ['dtw/warp.bench'], []])('says which there are for %j', (...name) => {
    const { status, output } = house.run('bench.mjs', ...name);
    expect(status).toBe(1);
    expect(output).toBe(`invalid benchmark: ${name[0] ?? '(none)'} (one of warp, load)\n`);
  });
});

describe('test', () => {
  it('runs no stage that is not asked for, and fails where one does', () => {
    const none = house.run('test.mjs', 'no such stage');
    expect(none).toMatchObject({ status: 0, output: '\n0 passed, 0 failed, 0 skipped\n' });
    const format = house.run('test.mjs', 'format');
    expect(format.status).toBe(1);
    expect(format.output).toMatch(/^\n== format\n[^]*\n0 passed, 1 failed, 0 skipped\n/);
  });
});
