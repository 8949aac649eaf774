import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A child process that has the database of a data directory open (fixtures/openProgram.ts). */
export interface TestProcess {
  pid: number;
  /** Everything it has said so far. */
  said: { owner?: boolean; inserted?: number }[];
  /** Resolves once it has said at least `count` things; rejects if it ends before, with what it complained of. */
  hear(count: number): Promise<void>;
  kill(): Promise<void>;
  /** Lets it end in order. */
  end(): Promise<void>;
}

export function startTestProcess(dataDirectory: string, work: 'hold' | 'insert'): TestProcess {
  const program = fileURLToPath(new URL('./openProgram.testing.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', program, dataDirectory, work]);
  const exited = once(child, 'exit');
  const said: TestProcess['said'] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => said.push(JSON.parse(line) as TestProcess['said'][number]));
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  return {
    pid: child.pid!,
    said,
    hear: async (count) => {
      while (said.length < count) {
        if (child.exitCode !== null) throw new Error(`the test process ended: ${complaint}`);
        await Promise.race([once(lines, 'line'), exited]);
      }
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
    end: async () => {
      child.stdin.end();
      await exited;
    },
  };
}
