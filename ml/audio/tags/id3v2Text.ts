/** How a text frame says that its text is UTF-8. */
export const utf8Encoding = 3;

/**
 * The texts of a frame after its byte of encoding (ID3v2.4.0 structure, 4): one or several, parted by zeros. A slash
 * parts nothing, for names hold slashes.
 */
export function id3v2Texts(encoding: number, bytes: Uint8Array): string[] {
  const texts = decoded(encoding, bytes)
    .split('\0')
    .map((text) => text.replace(/^\ufeff/, ''));
  while (texts.length > 1 && texts.at(-1) === '') texts.pop();
  return texts;
}

function decoded(encoding: number, bytes: Uint8Array): string {
  if (encoding === 0) return new TextDecoder('latin1').decode(bytes);
  if (encoding === utf8Encoding) return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const label = isBigEndian(encoding, bytes) ? 'utf-16be' : 'utf-16le';
  return new TextDecoder(label, { ignoreBOM: true }).decode(bytes);
}

/** By the mark at its head; without one as encoding 2 says, else by where the zeros of plain letters stand. */
function isBigEndian(encoding: number, bytes: Uint8Array): boolean {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return true;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return false;
  if (encoding === 2) return true;
  const zerosAt = (parity: number) => bytes.filter((byte, at) => byte === 0 && at % 2 === parity).length;
  return zerosAt(0) > zerosAt(1);
}
