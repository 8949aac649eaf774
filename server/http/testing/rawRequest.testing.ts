import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** What came back on a connection until the server closed it, or until it was given up. */
export interface RawAnswer {
  text: string;
  /** Of the first answer; 0 where there was none. */
  status: number;
  isClosed: boolean;
}

/** An open connection on which anything may be sent, also what is not HTTP; from one of this machine's addresses. */
export async function openRaw(port: number, localAddress?: string): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', localAddress, allowHalfOpen: true });
  await once(socket, 'connect');
  // Being cut off is an answer too; it is told by 'close'.
  socket.on('error', () => undefined);
  return socket;
}

/** Sends `text` as it stands and reads until the server closes the connection, or for `patienceMs`. */
export async function sendRaw(port: number, text: string, patienceMs = 5000): Promise<RawAnswer> {
  const socket = await openRaw(port);
  socket.write(text, 'latin1');
  return hearOut(socket, patienceMs);
}

/** Reads what comes on a connection until the server closes it, or for `patienceMs`, and hangs up. */
export async function hearOut(socket: Socket, patienceMs = 5000): Promise<RawAnswer> {
  let text = '';
  socket.on('data', (piece: Buffer) => (text += piece.toString('latin1')));
  const closed = new Promise<true>((resolve) =>
    socket.once('end', () => resolve(true)).once('close', () => resolve(true)),
  );
  const isClosed = await Promise.race([closed, sleep(patienceMs, false)]);
  socket.destroy();
  return { text, status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0), isClosed };
}

/** A request without a body, as text, with the headers that every request needs; it asks for the connection to end. */
export function requestText(target: string, headers: Record<string, string> = {}, method = 'GET'): string {
  const all = { Host: '127.0.0.1', Connection: 'close', ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return `${[`${method} ${target} HTTP/1.1`, ...lines].join('\r\n')}\r\n\r\n`;
}
