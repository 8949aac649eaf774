import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MessageReader, sslRequestCode } from './messageReader';

const startup = message('', Buffer.concat([int32(196_608), Buffer.from('user\0postgres\0\0')]));
const sslRequest = message('', int32(sslRequestCode));

describe('MessageReader', () => {
  it('gives back the same messages however the bytes are cut', () => {
    const bodies = fc.array(fc.tuple(fc.constantFrom('P', 'B', 'S', 'Q'), fc.uint8Array({ maxLength: 40 })), {
      maxLength: 12,
    });
    const cuts = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(bodies, cuts, (typed, lengths) => {
        const sent = [sslRequest, startup, ...typed.map(([type, body]) => message(type, Buffer.from(body)))];
        const reader = new MessageReader();
        const received = cut(Buffer.concat(sent), lengths).flatMap((chunk) => reader.push(chunk));
        expect(received.map(({ bytes }) => bytes)).toEqual(sent);
        expect(received.map(({ type }) => type)).toEqual(['', '', ...typed.map(([type]) => type)]);
      }),
    );
  });

  it('refuses a length that cannot be', () => {
    expect(() => new MessageReader().push(int32(3))).toThrow('invalid message length: 3 (at least 4)');
  });
});

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function message(type: string, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(type), int32(4 + body.length), body]);
}

/** Cuts `bytes` into pieces of the given lengths, over and over. */
function cut(bytes: Buffer, lengths: number[]): Buffer[] {
  const pieces: Buffer[] = [];
  for (let start = 0, i = 0; start < bytes.length; start += lengths[i++ % lengths.length]) {
    pieces.push(bytes.subarray(start, start + lengths[i % lengths.length]));
  }
  return pieces;
}
