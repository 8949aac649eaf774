import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { biosemi32, biosemi64, genevaOrder } from './channelOrders';
import { findSite } from './findSite';
import { frontalPairs } from './frontalPairs';
import { placeChannels } from './placeChannels';
import { sitePositions } from './sitePositions';

const shared = new URL('../../../../shared/neuro/eeg/', import.meta.url);
const tableFile = new URL('eegpositions_NzT10IzT9_standard_1005_3D.tsv', shared);
const rowsOf = (file: URL) =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/));

describe('sitePositions', () => {
  it.skipIf(!existsSync(tableFile))('are those of eeg_positions, all 345, within its rounding', () => {
    const landmarks = new Set(['LPA', 'RPA', 'NAS']);
    const rows = rowsOf(tableFile).filter(([site]) => !landmarks.has(site));
    expect(rows.map(([site]) => site).sort()).toEqual([...sitePositions.keys()].sort());
    for (const [site, ...values] of rows)
      values.forEach((value, axis) =>
        expect(Math.abs(sitePositions.get(site)![axis] - Number(value)), site).toBeLessThan(1e-4),
      );
  });

  it('lie on a sphere, left and right alike', () => {
    for (const [site, [right, front, up]] of sitePositions) {
      expect(Math.hypot(right, front, up)).toBeCloseTo(1, 12);
      const twin = site.replace(/\d+/, (digits) => String(Number(digits) + (Number(digits) % 2 ? 1 : -1)));
      const [left, ...rest] = sitePositions.get(twin)!;
      expect(left).toBeCloseTo(-right, 12);
      expect(rest[0]).toBeCloseTo(front, 12);
      expect(rest[1]).toBeCloseTo(up, 12);
      expect(up).toBeGreaterThanOrEqual(0);
    }
    expect(sitePositions.get('Cz')).toEqual([0, expect.closeTo(0, 12), 1]);
  });
});

describe('channel orders', () => {
  it('name known sites, each once', () => {
    for (const [order, count] of [
      [genevaOrder, 32],
      [biosemi32, 32],
      [biosemi64, 64],
      [frontalPairs.flat(), 12],
    ] as const) {
      expect(new Set(order).size).toBe(count);
      for (const site of order) expect(sitePositions.has(site)).toBe(true);
    }
    expect([...genevaOrder].sort()).toEqual([...biosemi32].sort());
    expect([genevaOrder[2], genevaOrder[15], genevaOrder[16], genevaOrder[31]]).toEqual([
      'F3',
      'Pz',
      'Fp2',
      'O2',
    ]);
  });

  it.skipIf(!existsSync(tableFile)).each([
    ['biosemi32.txt', biosemi32],
    ['biosemi64.txt', biosemi64],
  ] as const)('of BioSemi are those of %s', (file, order) => {
    const sites = rowsOf(new URL(file, shared)).map(([site]) => site);
    expect(sites.slice(0, order.length)).toEqual(order);
  });
});

describe('findSite', () => {
  it.each([
    ['Fp1', 'Fp1'],
    ['EEG FP2-Ref', 'Fp2'],
    ['EEG FPZ-LE', 'Fpz'],
    ['Fc5.', 'FC5'],
    ['AFp3h', 'AFp3h'],
    ['T3', 'T7'],
    ['EEG T6-A1A2', 'P8'],
    ['C3-M2', 'C3'],
    ['F4M1', 'F4'],
    ['POL Cz', 'Cz'],
    ['RAW_TP9', 'TP9'],
    ['cz (2)', 'Cz'],
    ['oz', 'Oz'],
  ])('reads %s as %s', (name, site) => {
    expect(findSite(name)).toEqual({ site });
  });

  it.each([
    ['Fp1-F7', 'difference of two electrodes'],
    ['M1', 'ear or mastoid'],
    ['EEG A2', 'ear or mastoid'],
    ['E45', 'EGI net'],
    ['EXG1', '"EXG1" is no name'],
    ['C7', '"C7" is no name'],
    ['', 'is no name'],
    ['C3-ECG', 'is no name'],
  ])('finds no place for %s and says why', (name, why) => {
    const found = findSite(name);
    expect(found.site).toBeNull();
    expect(found.site === null && found.why).toContain(why);
  });
});

describe('placeChannels', () => {
  const cap = (letters: string, each: number) =>
    [...letters].flatMap((letter) => Array.from({ length: each }, (_, at) => `${letter}${at + 1}`));

  it('reads C3 as a place beside Fp1, and the ears beside it as none', () => {
    const placed = placeChannels(['Fp1', 'C3', 'A1', 'A2']);
    expect(placed.map(({ site }) => site)).toEqual(['Fp1', 'C3', null, null]);
    expect(placed[1].position).toBe(sitePositions.get('C3'));
  });

  it('tells one reference for all from differences of pairs', () => {
    const sites = (...names: string[]) => placeChannels(names).map(({ site }) => site);
    expect(sites('Fp1-Cz', 'EEG O2-CZ', 'T3-Cz', 'ECG')).toEqual(['Fp1', 'O2', 'T7', null]);
    expect(sites('EEG Fpz-Cz', 'EEG Pz-Oz', 'EOG horizontal')).toEqual([null, null, null]);
    expect(sites('Fp1-F7', 'F7-T3', 'T3-T5', 'T5-O1')).toEqual([null, null, null, null]);
  });

  it('knows the caps of BioSemi with 32 and 64 electrodes, whatever else is recorded', () => {
    const sites = (names: string[]) => placeChannels(names).map(({ site }) => site);
    expect(sites([...cap('AB', 32), 'EXG1', 'Status'])).toEqual([...biosemi64, null, null]);
    expect(sites(cap('A', 32))).toEqual(biosemi32);
  });

  it.each([cap('ABCD', 32), cap('ABCDEFGH', 16), cap('A', 16)])(
    'gives no place to the C3 of another numbered cap',
    (...names) => {
      for (const { site, why } of placeChannels(names)) {
        expect(site).toBeNull();
        expect(why).toContain(`a cap of ${names.length} electrodes`);
      }
    },
  );

  it('gives a place once', () => {
    const [first, second] = placeChannels(['T3', 'T7']);
    expect(first.site).toBe('T7');
    expect(second).toEqual({ channel: 'T7', site: null, position: null, why: '"T3" lies at T7 already' });
  });
});
