import { asciiAt, viewOf } from '../decode/bytes';

/** Texts of an INFO list by the names of their chunks, such as INAM, in the order in which they stand. */
export type RiffInfo = Map<string, string[]>;

/**
 * Reads the body of a LIST chunk of type INFO (Multimedia Programming Interface 1.0, 1991). It names no encoding:
 * texts that are UTF-8 are taken as that, all others as Latin-1.
 */
export function readRiffInfo(body: Uint8Array, isBigEndian = false): RiffInfo {
  const info: RiffInfo = new Map();
  for (let at = 0; at + 8 <= body.length;) {
    const name = asciiAt(body, at, 4);
    const size = viewOf(body).getUint32(at + 4, !isBigEndian);
    const text = infoText(body.subarray(at + 8, at + 8 + size));
    if (text !== '') info.set(name, [...(info.get(name) ?? []), text]);
    at += 8 + size + (size % 2);
  }
  return info;
}

function infoText(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  const text = end < 0 ? bytes : bytes.subarray(0, end);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(text).trim();
  } catch {
    return new TextDecoder('latin1').decode(text).trim();
  }
}
