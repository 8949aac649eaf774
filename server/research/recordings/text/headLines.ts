import type { FileHead } from '../files/fileHead';

/** Lines in the beginning of a text file, the last one left out unless the file ends there; comments left out. */
export function headLines({ bytes, sizeBytes, packed }: FileHead): string[] {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8';
  const lines = new TextDecoder(encoding).decode(bytes).split(/\r?\n/);
  const isWhole = !packed && bytes.length === sizeBytes;
  if (!isWhole && lines.length > 1) lines.pop();
  return lines.filter((line) => line.trim() !== '' && !line.startsWith('#'));
}
