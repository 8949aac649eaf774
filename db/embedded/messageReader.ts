/** Request codes that may stand in place of a protocol version in a connection's first message. */
export const sslRequestCode = 80_877_103;
export const cancelRequestCode = 80_877_102;
export const gssRequestCode = 80_877_104;

/** One frontend message of the Postgres protocol, with its header. */
export interface FrontendMessage {
  /** The type byte as a character; '' for an untyped first message (startup, SSL, GSS or cancel request). */
  type: string;
  bytes: Buffer;
}

/**
 * Cuts the bytes a client sends into messages of the Postgres frontend/backend protocol 3.0
 * (PostgreSQL documentation, "Message Formats"): a length that counts itself, after a type byte for all but
 * the first message. Bytes are joined only once a message is whole, so that a large one costs one copy.
 */
export class MessageReader {
  private chunks: Buffer[] = [];
  private available = 0;
  private needed = 4;
  private started = false;

  /** Takes in bytes as they arrive and returns the messages now whole. Throws RangeError on an impossible length. */
  push(chunk: Buffer): FrontendMessage[] {
    this.chunks.push(chunk);
    this.available += chunk.length;
    const messages: FrontendMessage[] = [];
    while (this.available >= this.needed) {
      const message = this.take();
      if (!message) continue;
      messages.push(message);
    }
    return messages;
  }

  /** The next message, or undefined once its header has said how many bytes it needs. */
  private take(): FrontendMessage | undefined {
    const all = this.chunks.length === 1 ? this.chunks[0] : Buffer.concat(this.chunks);
    this.chunks = [all];
    const typeBytes = this.started ? 1 : 0;
    const length = all.readInt32BE(typeBytes);
    if (length < 4) throw new RangeError(`invalid message length: ${length} (at least 4)`);
    const total = typeBytes + length;
    if (all.length < total) {
      this.needed = total;
      return undefined;
    }
    const bytes = all.subarray(0, total);
    this.chunks = [all.subarray(total)];
    this.available -= total;
    const type = this.started ? String.fromCharCode(bytes[0]) : '';
    if (!this.started && !isRequest(bytes)) this.started = true;
    this.needed = this.started ? 5 : 4;
    return { type, bytes };
  }
}

/** True for a first message that asks about the connection and is followed by another first message. */
function isRequest(bytes: Buffer): boolean {
  return bytes.length >= 8 && [sslRequestCode, gssRequestCode].includes(bytes.readInt32BE(4));
}
