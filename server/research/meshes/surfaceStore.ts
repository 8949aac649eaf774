import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ownFolder } from '../../base/dataFolders';
import { AppError } from '../../base/errors';
import { writeWhole } from '../../base/writeWhole';
import { setName, sha256, surfaceSet, type SurfaceSet } from './surfaceSet';

/** SHA-256 in hex. */
export const hashOf = (numbers: Uint8Array): string => createHash('sha256').update(numbers).digest('hex');

/** Keeps sets of surfaces in `surfaces/` of the data directory: NAME.json says what there is, HASH.bin holds the numbers. */
export class SurfaceStore {
  private readonly folder: string;

  constructor(dataDirectory: string) {
    this.folder = ownFolder(dataDirectory, 'surfaces');
  }

  /** All sets, by name. */
  async list(): Promise<SurfaceSet[]> {
    const files = (await this.files()).filter((file) => file.endsWith('.json')).sort();
    return Promise.all(files.map((file) => this.readSet(file.slice(0, -'.json'.length))));
  }

  /** The set of this name; null where there is none. */
  async find(name: string): Promise<SurfaceSet | null> {
    return (await this.files()).includes(`${name}.json`) ? this.readSet(name) : null;
  }

  /** Lays numbers down under their hash. */
  async keep(numbers: Uint8Array): Promise<void> {
    await this.writeWhole(`${hashOf(numbers)}.bin`, numbers);
  }

  /** Where the numbers of this hash lie. Throws AppError 'invalid'. */
  fileOf(hash: string): string {
    if (!sha256.safeParse(hash).success)
      throw new AppError('invalid', `invalid hash: ${hash.slice(0, 70)} (64 hexadecimal digits)`);
    return join(this.folder, `${hash}.bin`);
  }

  /** Writes what a set holds, and deletes numbers that no set names any more. */
  async save(set: SurfaceSet): Promise<void> {
    await this.writeWhole(`${set.name}.json`, Buffer.from(`${JSON.stringify(set)}\n`));
    await this.sweep();
  }

  /** Deletes a set with its numbers. Throws AppError 'not-found'. */
  async remove(name: string): Promise<void> {
    if (!(await this.files()).includes(`${name}.json`))
      throw new AppError('not-found', `invalid NAME: ${name} (no such surfaces; assets list names them)`);
    await rm(join(this.folder, `${name}.json`));
    await this.sweep();
  }

  private async sweep(): Promise<void> {
    const sets = await this.list();
    const named = new Set(
      sets.flatMap(({ surfaces, labels }) => [...surfaces, ...labels].map((each) => each.sha256)),
    );
    const unnamed = (await this.files()).filter(
      (file) => file.endsWith('.bin') && !named.has(file.slice(0, -4)),
    );
    await Promise.all(unnamed.map((file) => rm(join(this.folder, file))));
  }

  private async readSet(name: string): Promise<SurfaceSet> {
    try {
      return surfaceSet.parse(
        JSON.parse(await readFile(join(this.folder, `${setName.parse(name)}.json`), 'utf8')),
      );
    } catch (error) {
      const reason = 'its record is damaged: assets remove it, then add it again';
      throw new AppError('unreadable', `invalid surfaces: ${name} (${reason})`, { cause: error });
    }
  }

  private async writeWhole(name: string, content: Uint8Array): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    await writeWhole(join(this.folder, name), content, { flush: true });
  }

  private async files(): Promise<string[]> {
    await mkdir(this.folder, { recursive: true });
    return readdir(this.folder);
  }
}
