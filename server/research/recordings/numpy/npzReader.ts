import { unzipSync, type UnzipFileInfo } from 'fflate';
import { isAppError } from '../../../base/errors';
import { describeSeries } from '../describe/describeSeries';
import type { FileReader, ReadOptions } from '../fileReader';
import { ByteSource } from '../files/byteSource';
import { fileFault } from '../files/fileFault';
import type { FileHead } from '../files/fileHead';
import { bestPacking, mostDocumentBytes, mostValues } from '../files/limits';
import { readWhole } from '../files/readDocument';
import { requireFinite } from '../finiteSeries';
import { npyDetails, readNpySeries, type NpySeries } from './npySeries';

const mostArrays = 1000;

/** NPZ, arrays of numpy in a ZIP archive of up to 64 MB: the only one, or the one that is asked for. */
export const npzReader: FileReader = {
  format: 'NPZ',
  recognises: ({ bytes, name }) => /\.npz$/i.test(name) && bytes.toString('latin1', 0, 2) === 'PK',
  async describe(file, options) {
    const { series, header, name } = await read(file, options);
    return describeSeries(file, series, { format: 'NPZ', details: { array: name, ...npyDetails(header) } });
  },
  async readSeries(file, options) {
    const { series } = await read(file, options);
    if (options.missing !== 'keep') requireFinite(file.path, series);
    return series;
  },
};

async function read(file: FileHead, { array }: ReadOptions): Promise<NpySeries & { name: string }> {
  const archive = await readWhole(file);
  const names = arraysIn(file, archive);
  const name = array ?? (names.length === 1 ? names[0] : undefined);
  if (name === undefined || !names.includes(name)) {
    const reason = `its arrays are ${names.slice(0, 10).join(', ')}: ${array ?? 'none'} was chosen, name one`;
    throw fileFault('invalid', file.path, reason);
  }
  const bytes = unpacked(file, archive, `${name}.npy`);
  const open = () => new ByteSource(file.path, inOnePiece(bytes));
  const start = bytes.subarray(0, 8192);
  return { name, ...(await readNpySeries({ path: file.path, start, sizeBytes: bytes.length, open })) };
}

function arraysIn(file: FileHead, archive: Buffer): string[] {
  const names: string[] = [];
  let entries = 0;
  unzip(file, archive, ({ name }) => {
    // How many entries there are is the archive's own claim.
    if (++entries > mostArrays) throw fileFault('too-large', file.path, `over ${mostArrays} arrays`);
    if (name.endsWith('.npy')) names.push(name.slice(0, -4));
    return false;
  });
  if (names.length > 0) return names;
  throw fileFault('invalid', file.path, 'there is no array in it');
}

function unpacked(file: FileHead, archive: Buffer, wanted: string): Buffer {
  const found = unzip(file, archive, ({ name, size, originalSize }) => {
    if (name !== wanted) return false;
    if (originalSize <= Math.min(size * bestPacking, mostValues * 8 + mostDocumentBytes)) return true;
    throw fileFault('unreadable', file.path, `${name} claims ${originalSize} bytes, packed in ${size}`);
  })[wanted];
  return Buffer.from(found.buffer, found.byteOffset, found.length);
}

function unzip(file: FileHead, archive: Buffer, filter: (entry: UnzipFileInfo) => boolean) {
  try {
    return unzipSync(archive, { filter });
  } catch (error) {
    if (isAppError(error)) throw error;
    throw fileFault('unreadable', file.path, 'its ZIP packing is damaged: save it again');
  }
}

function inOnePiece(bytes: Buffer): AsyncIterator<Buffer> {
  let taken = false;
  return {
    next: () => {
      const done = taken;
      taken = true;
      return Promise.resolve(done ? { done, value: undefined } : { done, value: bytes });
    },
  };
}
