import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../base/errors';
import { parseInput } from '../../base/parseInput';
import { plainReason } from '../../base/plainReason';
import { readAnnot } from './readAnnot';
import { readGifti } from './readGifti';
import { readLabelCsv, readNames } from './readLabelCsv';
import { recogniseFile, type RecognisedFile } from './recogniseFile';
import {
  hemispheres,
  setName,
  type Hemisphere,
  type StoredLabels,
  type StoredSurface,
  type SurfaceSet,
  type VertexLabels,
} from './surfaceSet';
import { hashOf, type SurfaceStore } from './surfaceStore';

/** The largest file read, bytes. */
const mostFileBytes = 2 ** 27;

/** What became of the files that were given. */
export interface AddedSurfaces {
  set: SurfaceSet;
  /** Names of files that hold nothing a surface is drawn from, such as curvatures. */
  skipped: string[];
}

type Found = RecognisedFile & { path: string };

/** A part of a set with the numbers that its hash stands for. */
interface ReadPart<Entry> {
  entry: Entry;
  numbers: Buffer;
}

const entriesOf = <Entry>(parts: readonly ReadPart<Entry>[]): Entry[] => parts.map(({ entry }) => entry);
const surfaceKey = ({ kind, hemisphere }: StoredSurface): string => `${kind} ${hemisphere}`;
const labelsKey = ({ parcellation, hemisphere }: StoredLabels): string => `${parcellation} ${hemisphere}`;

/**
 * Reads meshes and regions of vertices out of files and folders, checks that they belong together, and adds them to the
 * set of this name in place of what it had of the same kind. Nothing is changed where one file is damaged or does not
 * fit. Throws AppError 'invalid', 'not-found', 'too-large' or 'unreadable'.
 */
export async function addSurfaces(
  store: SurfaceStore,
  name: string,
  places: readonly string[],
): Promise<AddedSurfaces> {
  parseInput(z.object({ NAME: setName }), { NAME: name });
  const files = (await Promise.all(places.map(filesOf))).flat();
  const found = files.map((path): Found => ({ ...recogniseFile(basename(path)), path }));
  const before = (await store.find(name)) ?? { name, surfaces: [], labels: [] };
  const surfaces = await readSurfaces(found);
  const labels = await readLabels(found);
  if (surfaces.length + labels.length === 0)
    throw new AppError(
      'invalid',
      `invalid FILES: ${places.join(', ')} (no surface and no labels among them)`,
    );
  const set = {
    name,
    surfaces: replaced(before.surfaces, entriesOf(surfaces), surfaceKey),
    labels: replaced(before.labels, entriesOf(labels), labelsKey),
  };
  checkTogether(set);
  for (const { numbers } of [...surfaces, ...labels]) await store.keep(numbers);
  await store.save(set);
  return { set, skipped: found.filter(({ kind }) => kind === 'other').map(({ path }) => basename(path)) };
}

async function filesOf(place: string): Promise<string[]> {
  try {
    if ((await stat(place)).isDirectory())
      return (await readdir(place, { withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => join(place, entry.name))
        .sort();
    return [place];
  } catch (error) {
    throw new AppError('not-found', `invalid FILE: ${place} (${plainReason(error)})`, { cause: error });
  }
}

async function readBounded(path: string): Promise<Buffer> {
  const { size } = await stat(path);
  if (size > mostFileBytes)
    throw new AppError(
      'too-large',
      `invalid file: ${basename(path)} (${size} bytes, at most ${mostFileBytes})`,
    );
  return readFile(path);
}

async function readSurfaces(found: readonly Found[]): Promise<ReadPart<StoredSurface>[]> {
  const read: ReadPart<StoredSurface>[] = [];
  for (const file of found) {
    if (file.kind !== 'surface') continue;
    const { points, triangles } = readGifti(await readBounded(file.path), basename(file.path));
    const numbers = Buffer.concat([Buffer.from(points.buffer), Buffer.from(triangles.buffer)]);
    const counts = { vertices: points.length / 3, triangles: triangles.length / 3 };
    const { surface: kind, hemisphere } = file;
    read.push({ entry: { kind, hemisphere, ...counts, sha256: hashOf(numbers) }, numbers });
  }
  return read;
}

async function readLabels(found: readonly Found[]): Promise<ReadPart<StoredLabels>[]> {
  const read: ReadPart<StoredLabels>[] = [];
  for (const file of found) {
    if (file.kind === 'annotation') {
      const labels = readAnnot(await readBounded(file.path), basename(file.path));
      read.push(labelsPart(file, labels));
    } else if (file.kind === 'label table') {
      const both = readLabelCsv(await textOf(file.path), basename(file.path), await namesFor(file, found));
      for (const hemisphere of hemispheres) read.push(labelsPart({ ...file, hemisphere }, both[hemisphere]));
    }
  }
  // Where a parcellation came both as annotation and as table, one is enough.
  return replaced([], read, ({ entry }) => labelsKey(entry));
}

function labelsPart(
  { parcellation, hemisphere }: { parcellation: string; hemisphere: Hemisphere },
  { labels, names }: VertexLabels,
): ReadPart<StoredLabels> {
  const numbers = Buffer.from(labels.buffer);
  const entry = { parcellation, hemisphere, vertices: labels.length, names, sha256: hashOf(numbers) };
  return { entry, numbers };
}

const textOf = async (path: string): Promise<string> => (await readBounded(path)).toString('utf8');

async function namesFor(
  { parcellation }: { parcellation: string },
  found: readonly Found[],
): Promise<string[] | null> {
  const file = found.find((each) => each.kind === 'names' && each.parcellation === parcellation);
  return file ? readNames(await textOf(file.path)) : null;
}

/** What there was, with what is new in place of what has the same key. */
function replaced<Item>(
  before: readonly Item[],
  added: readonly Item[],
  keyOf: (item: Item) => string,
): Item[] {
  return [...new Map([...before, ...added].map((item) => [keyOf(item), item])).values()];
}

/** A hemisphere has one number of vertices, whatever is said of them. */
function checkTogether({ name, surfaces, labels }: SurfaceSet): void {
  for (const hemisphere of hemispheres) {
    const parts = [
      ...surfaces.map((each) => ({ ...each, what: `its ${each.kind} surface` })),
      ...labels.map((each) => ({ ...each, what: `the labels of ${each.parcellation}` })),
    ].filter((each) => each.hemisphere === hemisphere);
    const other = parts.find((each) => each.vertices !== parts[0].vertices);
    if (!other) continue;
    const counts = `${parts[0].what} has ${parts[0].vertices} vertices, ${other.what} has ${other.vertices}`;
    throw new AppError('invalid', `invalid NAME: ${name} (${hemisphere}: ${counts}; give another name)`);
  }
}
