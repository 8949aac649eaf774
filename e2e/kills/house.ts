import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase, type Database } from '@/db/open';
import { packageRoot } from '@/db/packageRoot';
import { openApi, type Api } from '../support/api';
import { postgresOfItsOwn } from './postgresOfItsOwn';

/** A program of the product, running. */
export interface Running {
  child: ChildProcess;
  /** Its exit code, null where it was killed, and all it said. */
  ended: Promise<{ code: number | null; output: string }>;
}

/** A data directory with its programs, whose processes are killed; what they said last is told where they fail. */
export class House {
  readonly folder = mkdtempSync(join(tmpdir(), 'circumplex-kills-'));
  url = '';
  private databaseUrl = '';
  private server?: Running;

  /** @param postgresUrl a PostgreSQL in which each house gets a database of its own; empty for the embedded engine */
  constructor(private readonly postgresUrl = '') {}

  /** Forgets all that is kept: the next start is a first one. */
  async clear(): Promise<void> {
    await this.killServer();
    rmSync(this.dataDirectory, { recursive: true, force: true });
    this.databaseUrl = this.postgresUrl && (await postgresOfItsOwn(this.postgresUrl));
  }

  get dataDirectory(): string {
    return join(this.folder, 'data');
  }

  get api(): Api {
    return openApi(this.url);
  }

  /** Starts the server and waits until its door is open. Throws with what it said where it ends before. */
  async open(settings: Record<string, string> = {}): Promise<void> {
    if (this.server && isRunning(this.server.child)) return;
    const { ready, running } = this.launchServer(settings);
    const first = await Promise.race([ready, running.ended]);
    if (typeof first !== 'string') throw new Error(`the server ended: ${first.output}`);
  }

  /** Begins a start; `ready` brings the address once its door is open. */
  launchServer(settings: Record<string, string> = {}): { ready: Promise<string>; running: Running } {
    const running = this.launch('serve.js', [], settings);
    this.server = running;
    const ready = new Promise<string>((resolve) => {
      let said = '';
      running.child.stdout!.on('data', (piece: Buffer) => {
        const address = /ready on (\S+)/.exec((said += piece.toString()))?.[1];
        if (address) resolve((this.url = address));
      });
    });
    return { ready, running };
  }

  /** A command of the command line. */
  command(...words: string[]): Running {
    return this.launch('cli.js', words, {});
  }

  async killServer(): Promise<void> {
    if (this.server) await kill(this.server);
    this.server = undefined;
  }

  /** Kills the processes that decode for the server; returns how many there were. */
  killAnalysis(): number {
    const listed = execFileSync('ps', ['-eo', 'pid,ppid,args'], { encoding: 'utf8' }).split('\n');
    const own = listed
      .map((line) => line.trim().split(/\s+/))
      .filter(([, parent, ...words]) => Number(parent) === this.server?.child.pid && isAnalysis(words));
    for (const [pid] of own) process.kill(Number(pid), 'SIGKILL');
    return own.length;
  }

  /** Reads the database beside the running server. */
  async read<T>(work: (database: Database) => Promise<T>): Promise<T> {
    const opened = await openDatabase({
      dataDirectory: this.dataDirectory,
      databaseUrl: this.databaseUrl || undefined,
      purpose: 'command line',
      onTaken: 'connect',
    });
    if (opened.kind === 'taken') throw new Error('the data directory is taken');
    try {
      return await work(opened.database);
    } finally {
      await opened.close();
    }
  }

  /** Waits until no job is left to do. Throws after `seconds`. */
  async untilIdle(seconds = 120): Promise<void> {
    for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(150)) {
      const { queued, running } = await this.api.catalogue.queue.query();
      if (queued + running === 0) return;
    }
    throw new Error(`the queue was not empty after ${seconds} s`);
  }

  async remove(): Promise<void> {
    await this.killServer();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private launch(program: string, words: string[], settings: Record<string, string>): Running {
    const environment = { DATA_DIR: this.dataDirectory, DATABASE_URL: this.databaseUrl };
    const quiet = { PORT: '0', HOST: '127.0.0.1', DEMO: '0', ACCESS_TOKEN: '' };
    const child = spawn(process.execPath, [join(packageRoot(), 'dist', program), ...words], {
      env: { ...process.env, ...quiet, ...environment, ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (piece: Buffer) => (output += piece.toString()));
    const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, output }));
    return { child, ended };
  }
}

/** Kills a program and waits until it is gone. */
export async function kill({ child, ended }: Running): Promise<void> {
  child.kill('SIGKILL');
  await ended;
}

/** Runs a command to its end. Throws with what it said where it fails. */
export async function finish({ ended }: Running): Promise<string> {
  const { code, output } = await ended;
  if (code !== 0) throw new Error(`the command failed: ${output}`);
  return output;
}

export const isRunning = ({ exitCode, signalCode }: ChildProcess) => exitCode === null && signalCode === null;

const isAnalysis = (words: string[]) => words.join(' ').includes('analysisProcess');
