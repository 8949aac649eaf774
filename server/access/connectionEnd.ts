import type { Socket } from 'node:net';

const ends = new WeakMap<Socket, AbortSignal>();

/** Aborted once a connection has closed: one signal for all that is asked on it, also ahead of answers. */
export function connectionEnd(socket: Socket): AbortSignal {
  const known = ends.get(socket);
  if (known) return known;
  const ending = new AbortController();
  if (socket.destroyed) ending.abort();
  else socket.once('close', () => ending.abort());
  ends.set(socket, ending.signal);
  return ending.signal;
}
