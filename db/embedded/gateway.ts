import { createServer, type Server, type Socket } from 'node:net';
import {
  cancelRequestCode,
  gssRequestCode,
  MessageReader,
  sslRequestCode,
  type FrontendMessage,
} from './messageReader';

/** The part of PGlite the gateway drives. */
export interface ProtocolEngine {
  execProtocolRawStream(
    message: Uint8Array,
    options: { onRawData: (data: Uint8Array) => void },
  ): Promise<void>;
  isInTransaction(): boolean;
}

/** Whole messages of one client that the engine must take in one go. */
interface Unit {
  client: Client;
  bytes: Buffer;
  /** The engine may go to another client after it, unless a transaction is open. */
  last: boolean;
}

interface Client {
  socket: Socket;
  reader: MessageReader;
  /** Messages waiting for the Sync that completes their unit. */
  gathered: Buffer[];
  open: boolean;
}

const syncMessage = Buffer.from([0x53, 0, 0, 0, 4]);

/**
 * Serves one single-session Postgres (PGlite) to many clients over a unix socket.
 *
 * The engine has one session, so one unnamed statement and one transaction: everything a client sends up to
 * its Sync goes in as one unit, and a client that has opened a transaction keeps the engine until it ends it.
 * (Handing messages on one by one, as pglite-socket 0.2.17 does, binds one client's values to another's
 * statement: under load it gave wrong rows.) A client that goes away, or that sits in an open transaction for
 * `idleTransactionMs`, is rolled back.
 */
export class Gateway {
  private server: Server | undefined;
  private readonly clients = new Set<Client>();
  private queue: Unit[] = [];
  private turn: Client | undefined;
  private running = false;
  private idleTimer: NodeJS.Timeout | undefined;

  constructor(
    private readonly engine: ProtocolEngine,
    private readonly options: {
      maxConnections: number;
      idleTransactionMs: number;
      onFault: (e: unknown) => void;
    },
  ) {}

  /** Resolves once clients can connect at `socketPath`; called again, they can do so anew, and those present stay. */
  listen(socketPath: string): Promise<void> {
    // First, for closing removes whatever lies at the path.
    this.server?.close();
    const server = createServer((socket) => this.accept(socket));
    this.server = server;
    return new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(socketPath, () => {
        server.off('error', reject);
        resolve();
      });
    });
  }

  /** Takes no more clients, hangs up on the present ones and rolls back what they left open. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) =>
      this.server ? this.server.close(() => resolve()) : resolve(),
    );
    for (const client of this.clients) client.socket.destroy();
    await closed;
    while (this.running || this.turn) await new Promise((resolve) => setImmediate(resolve));
  }

  private accept(socket: Socket): void {
    if (this.clients.size >= this.options.maxConnections) {
      socket.on('error', () => socket.destroy()).resume();
      socket.end(errorResponse('53300', `too many connections (at most ${this.options.maxConnections})`));
      return;
    }
    const client: Client = { socket, reader: new MessageReader(), gathered: [], open: true };
    this.clients.add(client);
    socket.setNoDelay(true);
    socket.on('data', (chunk) => this.receive(client, chunk));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.leave(client));
  }

  private receive(client: Client, chunk: Buffer): void {
    try {
      for (const message of client.reader.push(chunk)) this.route(client, message);
    } catch {
      client.socket.destroy();
    }
  }

  private route(client: Client, { type, bytes }: FrontendMessage): void {
    if (type === '') return this.routeFirst(client, bytes);
    if (type === 'X') {
      client.socket.end();
      return;
    }
    client.gathered.push(bytes);
    const last = type === 'S' || type === 'Q' || type === 'F';
    if (last || type === 'H') this.enqueue(client, last);
  }

  private routeFirst(client: Client, bytes: Buffer): void {
    const code = bytes.length >= 8 ? bytes.readInt32BE(4) : 0;
    if (code === sslRequestCode || code === gssRequestCode) client.socket.write('N');
    else if (code === cancelRequestCode) client.socket.end();
    else {
      client.gathered.push(bytes);
      this.enqueue(client, true);
    }
  }

  private enqueue(client: Client, last: boolean): void {
    const bytes = client.gathered.length === 1 ? client.gathered[0] : Buffer.concat(client.gathered);
    client.gathered = [];
    this.queue.push({ client, bytes, last });
    void this.run();
  }

  private leave(client: Client): void {
    client.open = false;
    this.clients.delete(client);
    this.queue = this.queue.filter((unit) => unit.client !== client);
    if (this.turn === client) void this.run();
  }

  /** Takes units until none may run. Only one call works at a time. */
  private async run(): Promise<void> {
    if (this.running) return;
    this.running = true;
    clearTimeout(this.idleTimer);
    try {
      for (;;) {
        if (this.turn && !this.turn.open) await this.abandonTurn();
        const unit = this.nextUnit();
        if (!unit) break;
        await this.execute(unit);
      }
    } catch (error) {
      this.options.onFault(error);
    } finally {
      this.running = false;
    }
    this.watchIdleTurn();
  }

  private nextUnit(): Unit | undefined {
    const index = this.turn ? this.queue.findIndex((unit) => unit.client === this.turn) : 0;
    return index < 0 ? undefined : this.queue.splice(index, 1)[0];
  }

  private async execute({ client, bytes, last }: Unit): Promise<void> {
    this.turn = client;
    await this.engine.execProtocolRawStream(bytes, {
      onRawData: (data) => {
        if (client.socket.writable) client.socket.write(Buffer.from(data));
      },
    });
    if (last && !this.engine.isInTransaction()) this.turn = undefined;
  }

  /** Ends what a vanished client left: first its unfinished message sequence, then its transaction. */
  private async abandonTurn(): Promise<void> {
    const discard = { onRawData: () => undefined };
    await this.engine.execProtocolRawStream(syncMessage, discard);
    if (this.engine.isInTransaction())
      await this.engine.execProtocolRawStream(queryMessage('ROLLBACK'), discard);
    this.turn = undefined;
  }

  private watchIdleTurn(): void {
    const holder = this.turn;
    if (!holder) return;
    this.idleTimer = setTimeout(() => {
      if (this.turn === holder) holder.socket.destroy();
    }, this.options.idleTransactionMs);
  }
}

function queryMessage(text: string): Buffer {
  const body = Buffer.from(`${text}\0`);
  const message = Buffer.alloc(5 + body.length);
  message.write('Q');
  message.writeInt32BE(4 + body.length, 1);
  body.copy(message, 5);
  return message;
}

/** A FATAL ErrorResponse with an SQLSTATE, the last thing a client hears. */
function errorResponse(code: string, message: string): Buffer {
  const body = Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${message}\0\0`);
  const header = Buffer.alloc(5);
  header.write('E');
  header.writeInt32BE(4 + body.length, 1);
  return Buffer.concat([header, body]);
}
