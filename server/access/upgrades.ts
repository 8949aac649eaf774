import { ServerResponse, type IncomingMessage, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { AppError } from '../base/errors';
import { refuseSocket } from '../http/refuseSocket';

/** What a client offers that would rather speak HTTP/2, and takes an answer in HTTP/1.1 as well (RFC 9110, 7.8). */
const isOfferOfHttp2 = (wanted: string) => wanted.split(',').every((name) => /^\s*h2c?\s*$/i.test(name));

/**
 * Refuses to speak anything but HTTP. With no listener for upgrades on the server, Node hands these requests over as
 * all others, so that they pass the gate and end in time. Throws AppError 'invalid', with which the connection ends.
 */
export function refuseUpgrade(request: IncomingMessage, response: ServerResponse): void {
  const wanted = request.headers.upgrade;
  if (wanted === undefined || isOfferOfHttp2(wanted)) return;
  response.setHeader('Connection', 'close');
  throw new AppError('invalid', `invalid Upgrade: ${wanted.slice(0, 40)} (this server speaks HTTP/1.1 only)`);
}

export interface UpgradeTaker {
  /** Resolves when the request may go on, throws an AppError otherwise. */
  admit: (request: IncomingMessage) => Promise<void>;
  /** Takes the connection over; false when nobody does. */
  take: (request: IncomingMessage, socket: Socket, head: Buffer) => boolean;
}

/** Takes upgrades that are let in, for the live pages of development; all others are refused and destroyed. */
export function takeUpgrades(server: Server, { admit, take }: UpgradeTaker): void {
  server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    if (isOfferOfHttp2(request.headers.upgrade ?? '')) return answerInHttp1(server, request, socket);
    void admit(request).then(
      () => take(request, socket, head) || socket.destroy(),
      (error: unknown) => refuseSocket(socket, error),
    );
  });
}

/** Node has let go of the connection: it is answered once, without a body having been read, and closed. */
function answerInHttp1(server: Server, request: IncomingMessage, socket: Socket): void {
  const response = new ServerResponse(request);
  response.shouldKeepAlive = false;
  response.assignSocket(socket);
  socket.on('drain', () => response.emit('drain'));
  response.once('finish', () => socket.destroySoon());
  server.emit('request', request, response);
}
