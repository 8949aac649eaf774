import { createHash } from 'node:crypto';
import { mkdir, readdir, rename, rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { unfinishedName } from '../../base/cleanUnfinished';
import { trimFolder } from '../../base/trimFolder';
import type { AvailableFeature } from './availableFeatures';

/** The computed features kept, in bytes; the least recently used go first. */
const cacheBytes = 4 * 1024 ** 3;

/** Computed features, kept by what they were computed of: the sound's payload, the feature, and its version. */
export class FeatureCache {
  private readonly folder: string;

  constructor(dataDirectory: string) {
    this.folder = join(dataDirectory, 'cache', 'features');
  }

  /** Where a feature of a sound is kept. */
  fileOf(payloadHash: string, { feature, version }: AvailableFeature): string {
    const made = createHash('sha256').update(`${feature.kind} ${version}`).digest('hex').slice(0, 24);
    return join(this.folder, `${payloadHash}-${made}.npy`);
  }

  /** Marks a kept file as used now; false where there is none. */
  async has(file: string): Promise<boolean> {
    const now = new Date();
    return utimes(file, now, now).then(
      () => true,
      () => false,
    );
  }

  /** Has files made under passing names by `make`, and keeps them all where it says that it has made them. */
  async fill(files: readonly string[], make: (unfinished: string[]) => Promise<boolean>): Promise<boolean> {
    await mkdir(this.folder, { recursive: true });
    const unfinished = files.map(unfinishedName);
    try {
      if (!(await make(unfinished))) return false;
      for (const [i, file] of files.entries()) await rename(unfinished[i], file);
      return true;
    } finally {
      for (const file of unfinished) await rm(file, { force: true });
    }
  }

  /** Makes room, to be called when nobody is about to read what was just made. */
  trim(): Promise<void> {
    return trimFolder(this.folder, cacheBytes);
  }

  /** Deletes everything that was computed of a sound. */
  async forget(payloadHash: string): Promise<void> {
    const names = await readdir(this.folder).catch(() => []);
    for (const name of names.filter((each) => each.startsWith(`${payloadHash}-`)))
      await rm(join(this.folder, name), { force: true });
  }
}
