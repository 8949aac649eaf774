import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { openDatabase, type Database } from '@/db/open';
import { files } from '@/db/schema';
import { makeServerDatabase, makeTestDirectory, testSettings } from '@/db/testing/database.testing';
import { fillRecordings } from '../../../retrieval/testing/recordings.testing';
import { backupLibrary, type LibraryPlace } from '../backupLibrary';
import { restoreLibrary } from '../restoreLibrary';
import { settleRestore } from '../settleRestore';
import { stagingFolder } from '../restoreNote';

const program = fileURLToPath(new URL('./libraryProgram.testing.ts', import.meta.url));

/** What a library is known by: every upload and the study of number 1 are of one word. */
type Word = 'old' | 'new';

/** Two libraries, and what happens to one when another process backs it up or restores it and is killed. */
export class KilledLibrary {
  private readonly backup: string;
  private readonly dropped: (() => Promise<void>)[] = [];

  private constructor(
    private readonly folder: string,
    readonly dataDirectory: string,
    private readonly databaseUrl: string | undefined,
  ) {
    this.backup = join(folder, 'backup');
  }

  /** A library of `tracks` old uploads, and a backup of as many new ones that were made in another place. */
  static async open(tracks: number): Promise<KilledLibrary> {
    const folder = mkdtempSync(join(tmpdir(), 'circumplex-killed-'));
    const server = process.env.DATABASE_URL ? await makeServerDatabase(process.env.DATABASE_URL) : undefined;
    const library = new KilledLibrary(folder, join(folder, 'data'), server?.settings.databaseUrl);
    if (server) library.dropped.push(server.drop);
    await library.makeOld(tracks);
    const elsewhere = await makeTestDirectory();
    await withDatabase({ dataDirectory: elsewhere }, async (database) => {
      await fill({ database, dataDirectory: elsewhere }, tracks, 'new');
      await backupLibrary({ database, dataDirectory: elsewhere }, library.backup);
    });
    rmSync(elsewhere, { recursive: true });
    return library;
  }

  private async makeOld(tracks: number): Promise<void> {
    const { dataDirectory, databaseUrl } = this;
    if (!databaseUrl) cpSync(await moved(makeTestDirectory()), dataDirectory, { recursive: true });
    mkdirSync(dataDirectory, { recursive: true });
    await withDatabase({ dataDirectory, databaseUrl }, async (database) => {
      await fill({ database, dataDirectory }, tracks, 'old');
      if (databaseUrl) await backupLibrary({ database, dataDirectory }, join(this.folder, 'before'));
    });
    if (!databaseUrl) cpSync(dataDirectory, join(this.folder, 'before'), { recursive: true });
  }

  /** Puts the old library back. */
  async reset(): Promise<void> {
    const { dataDirectory, databaseUrl } = this;
    if (databaseUrl) {
      await withDatabase({ dataDirectory, databaseUrl }, (database) =>
        restoreLibrary({ database, dataDirectory }, join(this.folder, 'before'), { replace: true }),
      );
      return;
    }
    rmSync(dataDirectory, { recursive: true });
    cpSync(join(this.folder, 'before'), dataDirectory, { recursive: true });
  }

  /** Restores the backup, or makes one into `folder`, by a process that is killed after so long. Returns how long it was at work. */
  async work(what: 'restore' | { backup: string }, killAfterMs = Infinity): Promise<number> {
    const [work, folder] = what === 'restore' ? ['restore', this.backup] : ['backup', what.backup];
    const asked = [
      program,
      work,
      this.dataDirectory,
      folder,
      ...(this.databaseUrl ? [this.databaseUrl] : []),
    ];
    const child = spawn(process.execPath, ['--import', 'tsx', ...asked], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const exited = once(child, 'exit');
    const lines = createInterface({ input: child.stdout });
    await once(lines, 'line');
    const begunMs = performance.now();
    const ended = once(lines, 'line').then(
      () => performance.now() - begunMs,
      () => NaN,
    );
    if (killAfterMs < Infinity) {
      await Promise.race([sleep(killAfterMs), exited]);
      child.kill('SIGKILL');
    }
    const tookMs = await Promise.race([ended, exited.then(() => performance.now() - begunMs)]);
    await exited;
    return tookMs;
  }

  /** As the next start finds and settles it: which library it is, or what of it is a half. */
  async settled(): Promise<{ told: string | null; is: Word | string[] }> {
    const { dataDirectory, databaseUrl } = this;
    return withDatabase({ dataDirectory, databaseUrl }, async (database) => {
      const told = await settleRestore({ database, dataDirectory }, { isOnly: true });
      const halves = { old: await this.faults(database, 'old'), new: await this.faults(database, 'new') };
      const is = (['old', 'new'] as const).find((word) => halves[word].length === 0);
      return { told, is: is ?? [...halves.old.slice(0, 2), ...halves.new.slice(0, 2)] };
    });
  }

  private async faults(database: Database, word: Word): Promise<string[]> {
    const paths = (await database.select({ path: files.path }).from(files)).map(({ path }) => path);
    const wrong = paths.filter((path) => !existsSync(path) || readFileSync(path, 'utf8') !== word);
    const elsewhere = paths.filter((path) => !path.startsWith(this.dataDirectory));
    const study = readdirSync(join(this.dataDirectory, 'studies', '1'));
    return [
      ...wrong.map((path) => `${path} is not ${word}`),
      ...elsewhere.map((path) => `${path} is elsewhere`),
      ...(study.join() === word ? [] : [`the study is ${study.join()}, not ${word}`]),
      ...(existsSync(stagingFolder(this.dataDirectory)) ? ['a staging folder'] : []),
    ];
  }

  async close(): Promise<void> {
    for (const drop of this.dropped) await drop();
    rmSync(this.folder, { recursive: true });
  }
}

/** A temporary directory that is taken away with the one it is copied into. */
async function moved(making: Promise<string>): Promise<string> {
  const made = await making;
  process.once('exit', () => rmSync(made, { recursive: true, force: true }));
  return made;
}

async function withDatabase<T>(
  place: { dataDirectory: string; databaseUrl?: string },
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const opened = await openDatabase({ ...testSettings, ...place });
  if (opened.kind === 'taken') throw new Error('connecting never reports a data directory as taken');
  try {
    return await work(opened.database);
  } finally {
    await opened.close();
  }
}

async function fill({ database, dataDirectory }: LibraryPlace, tracks: number, word: Word): Promise<void> {
  await fillRecordings(database, tracks);
  const folder = join(dataDirectory, 'uploads', word);
  await database
    .update(files)
    .set({ origin: 'upload', path: sql`${`${folder}/`} || ${files.trackId} || '.wav'` });
  for (const { path } of await database.select({ path: files.path }).from(files)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, word);
  }
  const study = join(dataDirectory, 'studies', '1');
  mkdirSync(study, { recursive: true });
  writeFileSync(join(study, word), word);
}
