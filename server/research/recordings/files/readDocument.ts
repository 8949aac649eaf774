import { isUtf8 } from 'node:buffer';
import { byteChunks } from './byteChunks';
import { fileFault } from './fileFault';
import type { FileHead } from './fileHead';
import { mostDocumentBytes } from './limits';

/**
 * A whole file as text, for what can only be read whole.
 *
 * @throws AppError 'too-large' above 64 MB unpacked, 'unreadable' where it is not UTF-8.
 */
export async function readDocument(file: FileHead): Promise<string> {
  const bytes = await readWhole(file);
  if (!isUtf8(bytes)) throw fileFault('unreadable', file.path, 'its text is not UTF-8: save it as UTF-8');
  return bytes.toString('utf8').replace(/^\ufeff/, '');
}

/** A whole file, unpacked. Throws AppError 'too-large' above 64 MB. */
export async function readWhole(file: FileHead): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let total = 0;
  for await (const chunk of byteChunks(file)) {
    total += chunk.length;
    if (total > mostDocumentBytes) {
      throw fileFault('too-large', file.path, `over ${mostDocumentBytes / 2 ** 20} MB unpacked`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, total);
}
