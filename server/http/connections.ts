import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { addressGroup } from '../access/addresses';
import { AppError } from '../base/errors';
import { Exchange } from './exchange';
import { whoGivesWay, type Connection } from './givingWay';
import { malformed } from './malformed';
import { ReadingClock } from './readingClock';
import { refuseSocket } from './refuseSocket';

/** How many connections may be open at once. */
export interface ConnectionLimits {
  inAll: number;
  byAddress: number;
}

const sweepMs = 1000;
/** After so long without a byte in either direction it is asked what becomes of a connection, milliseconds. */
const silenceMs = 60_000;
/** For how long an answer may lie unread, milliseconds: it is looked at after every silence. */
const unreadMs = { sound: 9.5 * silenceMs, other: 1.5 * silenceMs };
/** Requests that a client may send ahead on one connection; browsers send none. */
const mostSentAhead = 8;
/** Refusals on their way at once: beyond it a connection is cut without a word, for each of them holds a descriptor. */
const mostRefusals = 8;

const tooMany = new AppError('unavailable', 'too many connections: close some, or try again in a moment');
const tooSlow = new AppError('too-slow', 'invalid body: it comes too slowly, or not at all (send it again)');

/**
 * Every connection of a server, from accept to close. None lasts by saying nothing, one that is idle or hardly reads
 * gives way to somebody new, one request of each is worked on at a time, and all end when the server closes.
 */
export class Connections {
  private readonly open = new Map<Socket, Connection>();
  private readonly byAddress = new Map<string, Set<Connection>>();
  private refusals = 0;

  constructor(
    private readonly server: Server,
    private readonly limits: ConnectionLimits,
    private readonly answer: (exchange: Exchange) => void,
  ) {
    server.timeout = silenceMs;
    // A body that waits to be asked for is asked for only when it will be taken.
    for (const event of ['request', 'checkContinue'])
      server.on(event, (request: IncomingMessage, response: ServerResponse) => this.begin(request, response));
    server.on('connection', (socket: Socket) => this.accept(socket));
    server.on('timeout', (socket: Socket) => this.onSilence(socket));
    server.on('clientError', (error: Error, socket) => this.onMalformed(error, socket as Socket));
    const sweeper = setInterval(() => this.sweep(Date.now()), sweepMs).unref();
    server.on('close', () => clearInterval(sweeper));
  }

  /** Ends every connection: those at work after `graceMs`, the others at once. Resolves when all are gone. */
  async close(graceMs: number): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    for (const connection of this.open.values()) if (connection.exchanges.size === 0) this.cut(connection);
    const timer = setTimeout(() => this.open.forEach((connection) => this.cut(connection)), graceMs);
    await closed;
    clearTimeout(timer);
  }

  private accept(socket: Socket): void {
    socket.on('error', () => socket.destroy());
    const address = addressGroup(socket.remoteAddress);
    if (!this.makeRoom(address)) return this.refuse(socket);
    const now = Date.now();
    const exchanges = new Set<Exchange>();
    const connection = { socket, address, exchanges, quietSince: now, reading: new ReadingClock(now) };
    this.open.set(socket, connection);
    this.byAddress.set(address, (this.byAddress.get(address) ?? new Set()).add(connection));
    socket.once('close', () => this.forget(connection));
  }

  /** Takes a request up when those before it on its connection have been answered. */
  private begin(request: IncomingMessage, response: ServerResponse): void {
    const connection = this.open.get(request.socket);
    // Where that is not served any more, nobody is there to answer.
    if (!connection) return;
    const exchange = new Exchange(request, response);
    connection.exchanges.add(exchange);
    response.once('close', () => this.goOn(connection, exchange));
    if (connection.exchanges.size > mostSentAhead) this.cut(connection);
    else if (connection.exchanges.size === 1) this.answer(exchange);
  }

  private goOn(connection: Connection, ended: Exchange): void {
    connection.exchanges.delete(ended);
    connection.quietSince = Date.now();
    const [next] = connection.exchanges;
    if (next && connection.socket.writable && !next.isRefused) this.answer(next);
  }

  /** Whether one more may come from `address`: one that is idle gives way to it, or else one that hardly reads. */
  private makeRoom(address: string): boolean {
    const neighbours = this.byAddress.get(address);
    if (neighbours && neighbours.size >= this.limits.byAddress && !this.giveUpOne(neighbours)) return false;
    return this.open.size < this.limits.inAll || this.giveUpOne(this.open.values());
  }

  private giveUpOne(among: Iterable<Connection>): boolean {
    const given = whoGivesWay([...among], Date.now());
    if (given) this.cut(given);
    return given !== undefined;
  }

  private refuse(socket: Socket): void {
    if (this.refusals >= mostRefusals) {
      socket.destroy();
      return;
    }
    this.refusals++;
    socket.once('close', () => this.refusals--);
    refuseSocket(socket, tooMany);
  }

  private cut(connection: Connection): void {
    this.forget(connection);
    connection.socket.destroy();
  }

  private forget(connection: Connection): void {
    this.open.delete(connection.socket);
    const neighbours = this.byAddress.get(connection.address);
    neighbours?.delete(connection);
    if (neighbours?.size === 0) this.byAddress.delete(connection.address);
  }

  private sweep(now: number): void {
    for (const { socket, exchanges, reading } of this.open.values()) {
      for (const exchange of exchanges) if (exchange.isTooSlow(now)) exchange.refuse(tooSlow);
      const waiting = socket.writableLength;
      reading.look(now, { read: socket.bytesWritten - waiting, waiting });
    }
  }

  /** Node's word that a connection has been silent for `silenceMs`, or was kept alive for long enough. */
  private onSilence(socket: Socket): void {
    const connection = this.open.get(socket);
    const [atWork] = connection?.exchanges ?? [];
    const borneMs = atWork?.isSound ? unreadMs.sound : unreadMs.other;
    if (atWork && connection && connection.reading.stillMs(Date.now()) < borneMs)
      socket.setTimeout(silenceMs);
    else socket.destroy();
  }

  private onMalformed(error: Error, socket: Socket): void {
    const fault = malformed(error);
    const newest = [...(this.open.get(socket)?.exchanges ?? [])].at(-1);
    if (!fault) socket.destroy();
    else if (!newest) refuseSocket(socket, fault.error, fault.status);
    else if (newest.request.complete) newest.endConnection();
    else newest.refuse(fault.error, fault.status);
  }
}
