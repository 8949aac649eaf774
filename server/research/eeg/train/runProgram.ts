import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { signalGroup } from '../../../base/processGroup';

/** What a program is told, and how it is followed. */
interface ProgramRun {
  arguments: readonly string[];
  cwd: string;
  /** Told each line that it writes to standard output. */
  onLine: (line: string) => void;
  /** Ends it, and all that it started. */
  signal?: AbortSignal;
}

/** How a program ended. */
export interface ProgramEnd {
  /** Null where a signal ended it. */
  status: number | null;
  /** The last of what it wrote to standard error. */
  errors: string;
}

/** Time that a program has to tidy up once it is told to end, milliseconds. */
const graceMs = 10_000;
const mostErrorCharacters = 8000;

/**
 * Runs a program with all that it starts as one group of processes, which never outlives it: told to end
 * (SIGTERM) on `signal`, killed some seconds later, and whatever is left of the group killed when it has ended.
 * Rejects with the system's error where it cannot be started.
 */
export async function runProgram(
  program: string,
  { cwd, onLine, signal, ...rest }: ProgramRun,
): Promise<ProgramEnd> {
  if (signal?.aborted) return { status: null, errors: '' };
  const child = spawn(program, rest.arguments, {
    ...{ cwd, detached: true, stdio: ['ignore', 'pipe', 'pipe'] },
    env: { ...process.env, PYTHONUNBUFFERED: '1', PYTHONIOENCODING: 'utf8' },
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors = (errors + text).slice(-mostErrorCharacters);
  });
  createInterface({ input: child.stdout }).on('line', onLine);
  let late: NodeJS.Timeout | undefined;
  const end = () => {
    signalGroup(child.pid, 'SIGTERM');
    late = setTimeout(() => signalGroup(child.pid, 'SIGKILL'), graceMs);
  };
  signal?.addEventListener('abort', end, { once: true });
  try {
    const status = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', () => signalGroup(child.pid, 'SIGKILL'));
      child.once('close', resolve);
    });
    return { status, errors };
  } finally {
    clearTimeout(late);
    signal?.removeEventListener('abort', end);
  }
}
