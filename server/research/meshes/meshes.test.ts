import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isAppError } from '../../base/errors';
import { addSurfaces } from './addSurfaces';
import { readAnnot } from './readAnnot';
import { readGifti } from './readGifti';
import { readLabelCsv, readNames } from './readLabelCsv';
import { recogniseFile } from './recogniseFile';
import { hashOf, SurfaceStore } from './surfaceStore';
import { annotFile, giftiFile, tetrahedron } from './testing/surfaces.testing';

describe('readGifti', () => {
  it.each(['ASCII', 'Base64Binary', 'GZipBase64Binary'] as const)(
    'reads numbers written as %s',
    (encoding) => {
      const { points, triangles } = readGifti(giftiFile(tetrahedron, encoding), 'a.gii');
      expect([...points]).toEqual(tetrahedron.points);
      expect([...triangles]).toEqual(tetrahedron.triangles);
    },
  );

  it('reads a packed file', () => {
    expect(readGifti(gzipSync(giftiFile(tetrahedron)), 'a.gii.gz').points).toHaveLength(12);
  });

  const { points, triangles } = tetrahedron;
  it.each([
    ['another kind of file', Buffer.from('solid'), /it is not GIFTI/],
    [
      'no triangles',
      Buffer.from(giftiFile(tetrahedron).toString().replace('_TRIANGLE', '_SHAPE')),
      /has no NIFTI_INTENT_TRIANGLE/,
    ],
    [
      'a vertex that is not there',
      giftiFile({ points, triangles: [...triangles.slice(1), 4] }),
      /triangle 3 names vertex 4 of 4/,
    ],
    [
      'no number',
      giftiFile({ points: [...points.slice(1), NaN], triangles }),
      /vertex 3 has the coordinate NaN/,
    ],
    [
      'a point far outside',
      giftiFile({ points: [...points.slice(1), 1e9], triangles }),
      /vertex 3 has the coordinate/,
    ],
    [
      'more rows announced',
      Buffer.from(giftiFile(tetrahedron).toString().replace('Dim0="4"', 'Dim0="5"')),
      /12 numbers where 5 x 3/,
    ],
    [
      'a billion rows',
      Buffer.from(giftiFile(tetrahedron).toString().replace('Dim0="4"', 'Dim0="1000000000"')),
      /1000000000 rows/,
    ],
    [
      'columns first',
      Buffer.from(giftiFile(tetrahedron).toString().replaceAll('RowMajor', 'ColumnMajor')),
      /columns before rows/,
    ],
    [
      'a file of its own',
      Buffer.from(giftiFile(tetrahedron).toString().replaceAll('"ASCII"', '"ExternalFileBinary"')),
      /encoding ExternalFileBinary/,
    ],
    [
      'a broken stream',
      Buffer.from(giftiFile(tetrahedron, 'GZipBase64Binary').toString().replace('<Data>eJ', '<Data>xx')),
      /cannot be unpacked/,
    ],
  ])('refuses %s', (_, file, reason) => {
    expect(() => readGifti(file, 'a.gii')).toThrow(reason);
    expect(() => readGifti(file, 'a.gii')).toThrow(/^invalid file: a\.gii \(/);
  });

  it('answers every damaged file in words', () => {
    const file = giftiFile(tetrahedron, 'GZipBase64Binary');
    const place = fc.nat({ max: file.length - 1 });
    fc.assert(
      fc.property(place, fc.nat({ max: 255 }), fc.boolean(), (at, byte, cut) => {
        const damaged = Buffer.from(cut ? file.subarray(0, at) : file);
        if (!cut) damaged[at] = byte;
        expect(plainlyRefused(() => readGifti(damaged, 'a.gii'))).toBe(true);
      }),
    );
  });
});

/** True where a reader reads, or refuses as a fault of the file. */
function plainlyRefused(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch (error) {
    return isAppError(error) && error.code === 'unreadable';
  }
}

const regions = { Medial_Wall: 0x010101, front: 0x0a0b0c, back: 0xff0001 };

describe('readAnnot', () => {
  it('names the region of each vertex, none for the wall and for unknown colours', () => {
    const file = annotFile([0x0a0b0c, 0xff0001, 0x010101, 7], regions);
    const { labels, names } = readAnnot(file, 'lh.annot');
    expect([...labels].map((place) => names[place])).toEqual(['front', 'back', '', '']);
  });

  it('answers every damaged file in words', () => {
    const file = annotFile([0x0a0b0c, 0xff0001], regions);
    fc.assert(
      fc.property(fc.nat({ max: file.length - 1 }), fc.nat({ max: 255 }), fc.boolean(), (at, byte, cut) => {
        const damaged = Buffer.from(cut ? file.subarray(0, at) : file);
        if (!cut) damaged[at] = byte;
        expect(plainlyRefused(() => readAnnot(damaged, 'lh.annot'))).toBe(true);
      }),
    );
    expect(() => readAnnot(file.subarray(0, 20), 'lh.annot')).toThrow(
      'invalid file: lh.annot (it ends too early)',
    );
  });
});

describe('readLabelCsv', () => {
  it('gives each hemisphere its half and its names', () => {
    const { left, right } = readLabelCsv('0\n1\n2\n2\n3\n0\n', 'x.csv', ['a', 'b', 'c']);
    expect([...left.labels].map((place) => left.names[place])).toEqual(['', 'a', 'b']);
    expect([...right.labels].map((place) => right.names[place])).toEqual(['b', 'c', '']);
    expect(readLabelCsv('0\n5\n', 'x.csv', null).right.names).toEqual(['', '5']);
  });

  it.each([
    ['0\n1\n2\n', null, /3 lines/],
    ['0\nfront\n', null, /line 2: "front"/],
    ['0\n\n1\n2', null, /line 2: ""/],
    ['0\n2\n', ['a'], /2 regions, but 1 names/],
  ])('refuses %j with names %j', (text, names, reason) => {
    expect(() => readLabelCsv(text, 'x.csv', names)).toThrow(reason);
  });

  it('reads names in one line or in many', () => {
    expect(readNames('a,"b",c\n')).toEqual(['a', 'b', 'c']);
    expect(readNames('a\r\nb\n')).toEqual(['a', 'b']);
  });
});

describe('recogniseFile', () => {
  it.each([
    ['pial_left.gii.gz', { kind: 'surface', surface: 'pial', hemisphere: 'left' }],
    ['infl_right.gii.gz', { kind: 'surface', surface: 'inflated', hemisphere: 'right' }],
    ['lh.white.gii', { kind: 'surface', surface: 'white', hemisphere: 'left' }],
    ['tpl-fsaverage_den-10k_hemi-R_pial.surf.gii', { kind: 'surface', surface: 'pial', hemisphere: 'right' }],
    ['fsa5_lh_schaefer_100.annot', { kind: 'annotation', parcellation: 'schaefer_100', hemisphere: 'left' }],
    ['schaefer_100_fsa5.csv', { kind: 'label table', parcellation: 'schaefer_100' }],
    ['labels_schaefer_100.csv', { kind: 'names', parcellation: 'schaefer_100' }],
    ['sulc_left.gii.gz', { kind: 'other' }],
    ['schaefer100_7net_fsaverage5_centroids.csv', { kind: 'other' }],
    ['LICENSE.nilearn.txt', { kind: 'other' }],
  ])('reads %s', (name, file) => {
    expect(recogniseFile(name)).toEqual(file);
  });
});

describe('addSurfaces', () => {
  let folder: string;
  let store: SurfaceStore;
  const at = (name: string) => join(folder, name);
  const kept = () => readdirSync(at('data/surfaces')).sort();

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'circumplex-surfaces-'));
    store = new SurfaceStore(at('data'));
    for (const side of ['left', 'right']) writeFileSync(at(`pial_${side}.gii`), giftiFile(tetrahedron));
    writeFileSync(at('lh.parts.annot'), annotFile([0x0a0b0c, 0x0a0b0c, 0xff0001, 0x010101], regions));
    writeFileSync(at('notes.txt'), 'notes');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('keeps what a folder holds as numbers under their hash, and lists it', async () => {
    const { set, skipped } = await addSurfaces(store, 'tiny', [folder]);
    expect(skipped).toEqual(['notes.txt']);
    expect(await store.list()).toEqual([set]);
    expect(set.surfaces).toMatchObject([
      { kind: 'pial', hemisphere: 'left', vertices: 4, triangles: 4 },
      { kind: 'pial', hemisphere: 'right', vertices: 4, triangles: 4 },
    ]);
    expect(set.labels).toMatchObject([
      { parcellation: 'parts', hemisphere: 'left', names: ['', 'front', 'back'] },
    ]);
    const numbers = readFileSync(store.fileOf(set.surfaces[0].sha256));
    expect(hashOf(numbers)).toBe(set.surfaces[0].sha256);
    const points = new Float32Array(numbers.buffer.slice(numbers.byteOffset, numbers.byteOffset + 48));
    expect([...points]).toEqual(tetrahedron.points);
  });

  it('adds to a set, and replaces what it had of the same kind', async () => {
    await addSurfaces(store, 'tiny', [at('pial_left.gii')]);
    const { set } = await addSurfaces(store, 'tiny', [at('lh.parts.annot'), at('pial_left.gii')]);
    expect(set.surfaces).toHaveLength(1);
    expect(set.labels).toHaveLength(1);
  });

  it('changes nothing where a file is damaged or does not fit', async () => {
    await addSurfaces(store, 'tiny', [at('pial_left.gii')]);
    const before = kept();
    writeFileSync(at('rh.parts.annot'), 'damaged');
    await expect(addSurfaces(store, 'tiny', [folder])).rejects.toThrow('rh.parts.annot');
    writeFileSync(at('lh.other.annot'), annotFile([0x0a0b0c], regions));
    await expect(addSurfaces(store, 'tiny', [at('lh.other.annot')])).rejects.toThrow(
      /left: its pial surface has 4 vertices, the labels of other has 1/,
    );
    expect(kept()).toEqual(before);
  });

  it('removes a set with its numbers, and keeps those that another set has too', async () => {
    await addSurfaces(store, 'one', [folder]);
    await addSurfaces(store, 'two', [at('pial_left.gii')]);
    await store.remove('one');
    expect((await store.list()).map(({ name }) => name)).toEqual(['two']);
    expect(kept().filter((file) => file.endsWith('.bin'))).toHaveLength(1);
    await store.remove('two');
    expect(kept()).toEqual([]);
    await expect(store.remove('two')).rejects.toThrow('invalid NAME: two');
  });

  it.each(['', '..', 'a/b', '.hidden', 'x'.repeat(41)])('refuses the name "%s"', async (name) => {
    await expect(addSurfaces(store, name, [folder])).rejects.toThrow(/^invalid NAME: /);
  });

  it('refuses what has no surface, what is not there, and a hash that is none', async () => {
    await expect(addSurfaces(store, 'tiny', [at('notes.txt')])).rejects.toThrow(/no surface and no labels/);
    await expect(addSurfaces(store, 'tiny', [at('nowhere')])).rejects.toThrow(/invalid FILE: .*nowhere/);
    expect(() => store.fileOf('../../etc/passwd')).toThrow('invalid hash');
  });
});

const shared = '../shared/neuro';

describe.skipIf(!existsSync(shared))('fsaverage5 with the Schaefer parcels', () => {
  it('has 10,242 vertices a side, 100 regions, named alike by annotation and table', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'circumplex-surfaces-'));
    try {
      const parcellations = ['schaefer_100_fsa5.csv', 'labels_schaefer_100.csv'];
      const annotations = ['fsa5_lh_schaefer_100.annot', 'fsa5_rh_schaefer_100.annot'];
      const of = (files: string[]) => files.map((file) => `${shared}/parcellations/${file}`);
      const store = new SurfaceStore(folder);
      const byTable = await addSurfaces(store, 'one', [`${shared}/fsaverage5`, ...of(parcellations)]);
      const byAnnotation = await addSurfaces(store, 'two', of(annotations));
      expect(byTable.set.surfaces.map(({ vertices }) => vertices)).toEqual(Array(6).fill(10_242));
      expect(byTable.set.surfaces.every(({ triangles }) => triangles === 20_480)).toBe(true);
      expect(byTable.set.labels.map(({ names }) => names.length)).toEqual([51, 51]);
      expect(byAnnotation.set.labels.map(({ names }) => names)).toEqual(
        byTable.set.labels.map(({ names }) => names),
      );
      const places = ({ set }: typeof byTable) => {
        const { buffer, byteOffset, length } = readFileSync(store.fileOf(set.labels[0].sha256));
        return new Uint16Array(buffer.slice(byteOffset, byteOffset + length));
      };
      const [table, annotation] = [places(byTable), places(byAnnotation)];
      // As nibabel 5 counts them; the table is an earlier version, which differs at some borders.
      expect(annotation.filter((place) => place === 0)).toHaveLength(870);
      expect(annotation.filter((place, vertex) => place === table[vertex]).length).toBeGreaterThan(
        0.95 * 10_242,
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
