import { isUtf8 } from 'node:buffer';
import { fileFault } from '../../../research/recordings/files/fileFault';
import { mostDocumentBytes } from '../../../research/recordings/files/limits';

/**
 * The text of a file as editing programs write it: UTF-8, UTF-16 with its mark, or, where it is neither, Windows-1252.
 *
 * @throws AppError 'too-large' above 64 MB, 'unreadable' for an empty file and for NUL bytes, which no text has
 */
export function fileText(name: string, bytes: Uint8Array): string {
  if (bytes.length > mostDocumentBytes) {
    throw fileFault('too-large', name, `over ${mostDocumentBytes / 2 ** 20} MB`);
  }
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  if (text.trim() === '') throw fileFault('unreadable', name, 'it is empty');
  const nul = text.indexOf('\0');
  if (nul >= 0) {
    throw fileFault(
      'unreadable',
      name,
      `a NUL character at ${nul}: it is no text, or UTF-16 without its mark; save it as UTF-8`,
    );
  }
  return text;
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}
