import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** A server of a test's own, beside the one that the other tests share. */
export interface OwnServer {
  url: string;
  port: number;
  pid: number;
  /** All that it has said so far. */
  output(): string;
  /** Reads no more of what it says: from then on its pipes are broken. */
  turnAway(): void;
  /** Ends it as an operator does. Returns its exit code, and how long that took, seconds. */
  stop(): Promise<{ code: number | null; seconds: number }>;
}

/** How a server is started, beside its settings. */
export interface StartOptions {
  /** How many files and connections it may have open. */
  openFiles?: number;
}

/** Settings a test does not give: any free port, no demo music, and never somebody's own database. */
const quiet = { HOST: '127.0.0.1', PORT: '0', DEMO: '0', DATABASE_URL: '', ACCESS_TOKEN: '' };

/** Starts a server and waits until its door is open. Throws with what it said when it ends before. */
export async function startServer(
  settings: Record<string, string>,
  options: StartOptions = {},
): Promise<OwnServer> {
  const running = launch(settings, options);
  const url = await Promise.race([
    running.said(/ready on (\S+)/),
    running.ended.then(({ output }) => Promise.reject(new Error(`the server ended: ${output}`))),
  ]);
  return {
    url,
    port: Number(new URL(url).port),
    pid: running.child.pid ?? 0,
    output: running.output,
    turnAway: () => {
      running.child.stdout.destroy();
      running.child.stderr.destroy();
    },
    stop: async () => {
      const begun = performance.now();
      running.child.kill('SIGTERM');
      const { code } = await running.ended;
      return { code, seconds: (performance.now() - begun) / 1000 };
    },
  };
}

/** Starts a server that is expected to refuse, and waits for its end: its exit code and all it said. */
export const refusedStart = (settings: Record<string, string>) => launch(settings, {}).ended;

function launch(settings: Record<string, string>, { openFiles }: StartOptions) {
  const limit = openFiles === undefined ? '' : `ulimit -n ${openFiles} && `;
  const child = spawn('/bin/sh', ['-c', `${limit}exec "$0" dist/serve.js`, process.execPath], {
    env: { ...process.env, ...quiet, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const onSaid: (() => void)[] = [];
  const hear = (piece: Buffer) => {
    output += piece.toString();
    for (const listener of onSaid) listener();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const said = (words: RegExp) =>
    new Promise<string>((resolve) => {
      onSaid.push(() => {
        const found = words.exec(output);
        if (found) resolve(found[1]);
      });
    });
  const ended = endOf(child).then((code) => ({ code, output }));
  return { child, said, ended, output: () => output };
}

async function endOf(child: ChildProcess): Promise<number | null> {
  const [code] = (await once(child, 'close')) as [number | null];
  return code;
}
