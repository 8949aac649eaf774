import { crcOf } from './oggPages';

const headerBytes = 27;
const mostSegments = 255;
const continued = 1;
const first = 2;

/**
 * The pages that open a logical stream: the first packet on one of its own, the others behind it (RFC 3533,
 * section 6). Sequence numbers count from 0, the clock stands at 0.
 */
export function oggHeaderPages(serial: number, [identity, ...others]: Uint8Array[]): Uint8Array[] {
  const body = Buffer.concat(others);
  const lacing = others.flatMap(lacingOf);
  const pages = [
    writePage({ serial, sequence: 0, flags: first, lacing: lacingOf(identity), body: identity }),
  ];
  let bodyAt = 0;
  for (let at = 0; at < lacing.length; at += mostSegments) {
    const part = lacing.slice(at, at + mostSegments);
    const bodyEnd = bodyAt + part.reduce((sum, length) => sum + length, 0);
    const flags = lacing[at - 1] === 255 ? continued : 0;
    const page = {
      serial,
      sequence: pages.length,
      flags,
      lacing: part,
      body: body.subarray(bodyAt, bodyEnd),
    };
    pages.push(writePage(page));
    bodyAt = bodyEnd;
  }
  return pages;
}

function lacingOf(packet: Uint8Array): number[] {
  return [...new Array<number>(Math.floor(packet.length / 255)).fill(255), packet.length % 255];
}

function writePage(page: {
  serial: number;
  sequence: number;
  flags: number;
  lacing: number[];
  body: Uint8Array;
}): Uint8Array {
  const header = Buffer.alloc(headerBytes);
  header.write('OggS', 0, 'latin1');
  header[5] = page.flags;
  header.writeUInt32LE(page.serial, 14);
  header.writeUInt32LE(page.sequence, 18);
  header[26] = page.lacing.length;
  const bytes = Buffer.concat([header, Uint8Array.from(page.lacing), page.body]);
  bytes.writeUInt32LE(crcOf(bytes), 22);
  return bytes;
}
