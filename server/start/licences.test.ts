import { describe, expect, it } from 'vitest';
import { licenceFaults, productionPackages } from './licences.mjs';
import { isAllowed } from './spdx.mjs';

describe('isAllowed', () => {
  const allowed = new Set(['MIT', 'ISC', 'Apache-2.0', 'GPL-2.0-only WITH Classpath-exception-2.0']);

  it.each([
    'MIT',
    '(MIT)',
    'MIT OR GPL-3.0-only',
    'GPL-3.0-only OR MIT',
    'MIT AND ISC',
    'GPL-3.0-only AND ISC OR MIT',
    'MIT AND (GPL-3.0-only OR ISC)',
    'MIT AND GPL-2.0-only WITH Classpath-exception-2.0',
  ])('takes %s', (expression) => expect(isAllowed(expression, allowed)).toBe(true));

  it.each([
    'GPL-3.0-only',
    'MIT AND GPL-3.0-only',
    'GPL-3.0-only AND MIT',
    'GPL-3.0-only AND (MIT OR ISC)',
    'MIT AND GPL-3.0-only OR GPL-2.0-only',
    'GPL-2.0-only WITH another-exception',
    'Apache-2.0 WITH LLVM-exception',
  ])('refuses %s', (expression) => expect(isAllowed(expression, allowed)).toBe(false));

  it.each([
    '',
    'UNLICENSED',
    'SEE LICENSE IN MIT',
    'MIT ISC',
    'MIT OR',
    'OR MIT',
    'MIT OR AND',
    'MIT OR ()',
    '(MIT',
    'MIT)',
    'MIT/ISC',
  ])('refuses what is no expression: "%s"', (expression) =>
    expect(isAllowed(expression, allowed)).toBe(false),
  );
});

describe('productionPackages', () => {
  it('lists what ships, of every platform and depth, by name', () => {
    const packages = productionPackages({
      packages: {
        '': { version: '0.1.0', license: 'Apache-2.0' },
        'node_modules/tool': { version: '1.0.0', license: 'GPL-3.0-only', dev: true },
        'node_modules/@house/lamp': { version: '2.0.0', license: 'MIT' },
        'node_modules/@house/lamp/node_modules/bulb': { version: '3.0.0' },
      },
    });
    expect(packages).toEqual([
      { name: '@house/lamp', version: '2.0.0', place: 'node_modules/@house/lamp', licence: 'MIT' },
      { name: 'bulb', version: '3.0.0', place: 'node_modules/@house/lamp/node_modules/bulb' },
    ]);
  });
});

describe('licenceFaults', () => {
  const terms = {
    allowed: new Set(['MIT', 'ISC']),
    compiledIn: { shell: 'LGPL-2.1-only' },
    exceptions: {
      cord: { licence: 'LGPL-3.0-or-later', reason: 'can be replaced' },
      shell: { licence: 'MIT AND LGPL-2.1-only', reason: 'can be replaced' },
    },
  };
  const shipped = { lamp: 'MIT', cord: 'LGPL-3.0-or-later', shell: 'MIT' };
  const notice = 'cord and shell, called from ml/sound.ts.';

  const faultsOf = (licences: Record<string, string | undefined>, text = notice) =>
    licenceFaults(productionPackages(lockfileOf(licences)), {
      notice: text,
      isFile: (path) => path === 'ml/sound.ts',
      terms,
    });

  it('finds none where every licence is allowed, or excepted and told of', () => {
    expect(faultsOf(shipped)).toEqual([]);
  });

  it('refuses a planted package under a licence that is not on the list', () => {
    expect(faultsOf({ ...shipped, planted: 'GPL-3.0-only' })).toEqual([
      expect.stringContaining('invalid licence: GPL-3.0-only of planted 1.0.0'),
    ]);
  });

  it('refuses a package that declares none', () => {
    expect(faultsOf({ ...shipped, planted: undefined })).toEqual([
      'invalid licence: none is declared by planted 1.0.0',
    ]);
  });

  it('refuses an excepted package that has changed its licence', () => {
    expect(faultsOf({ ...shipped, cord: 'GPL-3.0-only' })).toEqual([
      expect.stringContaining('invalid licence: GPL-3.0-only of cord 1.0.0'),
    ]);
  });

  it('judges what is compiled in together with each side of a choice', () => {
    expect(faultsOf({ ...shipped, shell: 'MIT OR ISC' })).toEqual([
      expect.stringContaining('invalid licence: (MIT OR ISC) AND LGPL-2.1-only of shell 1.0.0'),
    ]);
  });

  it('refuses a lockfile that says another licence than the installed package', () => {
    const [lamp] = productionPackages(lockfileOf({ lamp: 'MIT' }));
    const faults = licenceFaults([{ ...lamp, installedLicence: 'GPL-3.0-only' }], {
      notice: '',
      isFile: () => true,
      terms: { ...terms, compiledIn: {}, exceptions: {} },
    });
    expect(faults).toEqual(['invalid licence: MIT of lamp 1.0.0 in the lockfile, GPL-3.0-only as installed']);
  });

  it('refuses an exception that none needs any more', () => {
    expect(faultsOf({ ...shipped, cord: 'MIT' })).toEqual([expect.stringContaining('invalid entry: cord')]);
    const faults = faultsOf({ lamp: 'MIT', cord: shipped.cord });
    expect(faults).toEqual(expect.arrayContaining([expect.stringContaining('invalid entry: shell')]));
  });

  it('refuses a NOTICE without an excepted package, or with a file that is gone', () => {
    expect(faultsOf(shipped, 'shell and cord-of-another-name')).toEqual(['invalid NOTICE: cord is missing']);
    expect(faultsOf(shipped, 'cord, shell: ml/silence.ts')).toEqual([
      'invalid NOTICE: there is no ml/silence.ts',
    ]);
  });
});

function lockfileOf(licences: Record<string, string | undefined>) {
  const entries = Object.entries(licences).map(([name, license]) => [
    `node_modules/${name}`,
    { version: '1.0.0', license },
  ]);
  return { packages: Object.fromEntries(entries) as Record<string, { version: string; license?: string }> };
}
