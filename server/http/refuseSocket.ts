import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { errorAnswer } from './errorAnswer';

/** How long a client may take to read a refusal, milliseconds. */
const partingMs = 1000;

/** Answers in words on a connection that has no request, and destroys it. `status` replaces that of the error's code. */
export function refuseSocket(socket: Duplex, error: unknown, status?: number): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const answer = errorAnswer(error);
  const code = status ?? answer.status;
  const body = JSON.stringify(answer.document);
  const head = [
    `HTTP/1.1 ${code} ${STATUS_CODES[code]}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    'Connection: close',
  ];
  const timer = setTimeout(() => socket.destroy(), partingMs);
  socket.once('close', () => clearTimeout(timer));
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}
