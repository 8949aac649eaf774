/** CRC-8 of a frame's header: polynomial 07 (RFC 9639, 9.1.8). */
export function flacCrc8(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) crc = crc8Table[crc ^ byte];
  return crc;
}

/** CRC-16 of a frame: polynomial 8005; 0 where the frame's own CRC-16 is counted in (RFC 9639, 9.3). */
export function flacCrc16(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) crc = ((crc & 0xff) << 8) ^ crc16Table[(crc >> 8) ^ byte];
  return crc;
}

const crc8Table = Uint8Array.from({ length: 256 }, (_, byte) => remainder(byte, 0x107, 8));
const crc16Table = Uint16Array.from({ length: 256 }, (_, byte) => remainder(byte << 8, 0x18005, 16));

/** What eight steps of division leave of `value`; the polynomial is written with its highest bit. */
function remainder(value: number, polynomial: number, bits: number): number {
  let rest = value;
  for (let step = 0; step < 8; step++) {
    rest <<= 1;
    if (rest >> bits !== 0) rest ^= polynomial;
  }
  return rest;
}
