import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { readSettings } from '../../base/settings';
import { addSurfaces } from '../../research/meshes/addSurfaces';
import type { SurfaceSet } from '../../research/meshes/surfaceSet';
import { SurfaceStore } from '../../research/meshes/surfaceStore';
import { table, type Output } from '../output';

/** Runs a command and makes its answer the exit status. */
type Run = (work: () => Promise<number>) => Promise<void>;

/** Adds `assets list|add|remove`: what an operator installs since it may not come with the project. */
export function addAssetsCommands(program: Command, run: Run, output: () => Output): void {
  const assets = program
    .command('assets')
    .description('surfaces of the brain that pages turn: meshes in GIFTI with the region of each vertex');
  assets
    .command('list', { isDefault: true })
    .description('what is installed')
    .action(() => run(() => listAssets(output())));
  assets
    .command('add')
    .description('take in meshes and labels, once they are seen to fit together')
    .argument('<name>', 'what to call the set, such as fsaverage5')
    .argument('<path...>', 'files, or folders: pial and inflated .gii or .gii.gz; .annot, or CSV with labels')
    .action((name: string, paths: string[]) => run(() => addAssets(name, paths, output())));
  assets
    .command('remove')
    .description('delete a set')
    .argument('<name>')
    .action((name: string) => run(() => removeAssets(name, output())));
}

function openStore(): SurfaceStore {
  const { dataDirectory } = readSettings(process.env);
  mkdirSync(dataDirectory, { recursive: true });
  return new SurfaceStore(dataDirectory);
}

async function listAssets(output: Output): Promise<number> {
  const sets = await openStore().list();
  output.result(sets, () => (sets.length === 0 ? ['no surfaces are installed'] : describe(sets)));
  return 0;
}

async function addAssets(name: string, paths: string[], output: Output): Promise<number> {
  const places = paths.map((path) => resolve(path));
  const { set, skipped } = await addSurfaces(openStore(), name, places);
  if (skipped.length > 0) output.note(`left out, since no surface is drawn from them: ${skipped.join(', ')}`);
  output.result({ ...set, skipped }, () => describe([set]));
  return 0;
}

async function removeAssets(name: string, output: Output): Promise<number> {
  await openStore().remove(name);
  output.result({ removed: name }, () => [`${name} is removed`]);
  return 0;
}

function describe(sets: SurfaceSet[]): string[] {
  const rows = sets.flatMap(({ name, surfaces, labels }) => [
    ...surfaces.map(({ kind, hemisphere, vertices }) => [name, kind, hemisphere, `${vertices} vertices`]),
    ...labels.map(({ parcellation, hemisphere, names }) => [
      name,
      parcellation,
      hemisphere,
      `${names.length - 1} regions`,
    ]),
  ]);
  return table(rows, [
    ['surfaces', ([name]) => name],
    ['part', ([, part]) => part],
    ['side', ([, , side]) => side],
    ['size', ([, , , size]) => size],
  ]);
}
