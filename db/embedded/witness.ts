import { closeSync, existsSync, openSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { basename, dirname, join } from 'node:path';

/** The longest unix socket path that is safe everywhere; a longer one is cut without a word by the system. */
export const longestSocketPath = 100;

/** A socket that accepts for as long as its process lives, whatever that process is busy with. */
export interface Witness {
  close(): void;
}

/**
 * Listens at `path` so that others can tell that this process lives: the kernel answers for it, and stops
 * answering the moment it dies. It lies in the data directory, where other containers on the same machine see
 * it too. Undefined where the file system has no sockets.
 */
export function openWitness(path: string): Promise<Witness | undefined> {
  const short = shortPath(path);
  if (!short) return Promise.resolve(undefined);
  const server = createServer((socket) => socket.destroy());
  server.unref();
  return new Promise((resolve) => {
    server.once('error', () => {
      short.release();
      resolve(undefined);
    });
    server.listen(short.path, () => {
      short.release();
      resolve({
        close: () => {
          server.close();
          rmSync(path, { force: true });
        },
      });
    });
  });
}

/**
 * Whether somebody accepts at the unix socket `path`: 'yes', 'no' (the socket is there and its process gone)
 * or 'unseen' (there is no such socket, or it may not be asked).
 */
export function isAnswering(path: string): Promise<'yes' | 'no' | 'unseen'> {
  const short = existsSync(path) ? shortPath(path) : undefined;
  if (!short) return Promise.resolve('unseen');
  return new Promise((resolve) => {
    const socket = connect(short.path);
    const settle = (answer: 'yes' | 'no' | 'unseen') => {
      socket.destroy();
      short.release();
      resolve(answer);
    };
    socket.once('connect', () => settle('yes'));
    socket.once('error', (error: NodeJS.ErrnoException) => settle(answerOf(error.code)));
  });
}

function answerOf(code: string | undefined): 'yes' | 'no' | 'unseen' {
  if (code === 'ECONNREFUSED') return 'no';
  // A full backlog: nobody accepts right now, but the socket is alive.
  return code === 'EAGAIN' ? 'yes' : 'unseen';
}

/** A way to name `path` within the limit: itself, or through an open descriptor of its folder (Linux). */
function shortPath(path: string): { path: string; release: () => void } | undefined {
  if (Buffer.byteLength(path) <= longestSocketPath) return { path, release: () => undefined };
  if (!existsSync('/proc/self/fd')) return undefined;
  const folder = openSync(dirname(path), 'r');
  return { path: join(`/proc/self/fd/${folder}`, basename(path)), release: () => closeSync(folder) };
}
