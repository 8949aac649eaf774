import { ByteSource } from '../files/byteSource';
import { fileFault } from '../files/fileFault';
import type { FileHead } from '../files/fileHead';
import { mostDocumentBytes } from '../files/limits';
import type { NiftiHeader } from '../nifti/niftiHeader';

/** Bytes before the extensions of a NIfTI-2 file. */
const niftiHeaderBytes = 540;
/** The code of the extension that holds CIFTI's XML. */
const ciftiCode = 32;

/**
 * The XML of a CIFTI-2 file, which lies in an extension of its NIfTI-2 header.
 *
 * @throws AppError 'unreadable' where there is none or the lengths of extensions cannot be
 */
export async function ciftiXml(file: FileHead, { offsetBytes, littleEndian }: NiftiHeader): Promise<string> {
  const length = offsetBytes - niftiHeaderBytes;
  const most = Math.min(mostDocumentBytes, file.packed ? mostDocumentBytes : file.sizeBytes);
  if (length < 4 || length > most) {
    throw fileFault('unreadable', file.path, `its header claims ${length} bytes of extensions`);
  }
  const bytes = Buffer.alloc(length);
  const source = ByteSource.of(file);
  try {
    await source.skip(niftiHeaderBytes);
    await source.require(bytes, 'its CIFTI header');
  } finally {
    await source.close();
  }
  return xmlIn(file.path, bytes, littleEndian);
}

function xmlIn(path: string, bytes: Buffer, littleEndian: boolean): string {
  let at = 4;
  while (bytes[0] !== 0 && at + 8 <= bytes.length) {
    const size = littleEndian ? bytes.readInt32LE(at) : bytes.readInt32BE(at);
    const code = littleEndian ? bytes.readInt32LE(at + 4) : bytes.readInt32BE(at + 4);
    if (size < 8 || at + size > bytes.length) break;
    if (code === ciftiCode) return bytes.toString('utf8', at + 8, at + size).replace(/\0+$/, '');
    at += size;
  }
  throw fileFault('unreadable', path, 'its CIFTI header is missing or damaged: there is no XML in it');
}
