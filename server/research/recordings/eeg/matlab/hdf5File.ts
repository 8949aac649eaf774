import { closeSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import type { Dataset, Entity, File, Group } from 'h5wasm';
import { isAppError, messageOf } from '../../../../base/errors';
import { fileFault } from '../../files/fileFault';
import type { FileHead } from '../../files/fileHead';

const signature = Buffer.from('\x89HDF\r\n\x1a\n', 'latin1');
/** MATLAB writes its own header before that of HDF5. */
const matlabHeaderBytes = 512;

/** True for the beginning of an HDF5 file, also behind the header of a MAT-file of version 7.3. */
export function isHdf5(bytes: Buffer): boolean {
  return [0, matlabHeaderBytes].some((at) => bytes.subarray(at, at + signature.length).equals(signature));
}

let opened = 0;

/**
 * An HDF5 file that is read in place. The library sees a file system in which there is this file alone: links and data
 * that claim to lie in other files lead nowhere. It is loaded when the first such file is opened.
 */
export class Hdf5File {
  private constructor(
    private readonly path: string,
    private readonly file: File,
    private readonly release: () => void,
  ) {}

  /** Throws AppError 'unreadable' for what is damaged. */
  static async open({ path, sizeBytes }: Pick<FileHead, 'path' | 'sizeBytes'>): Promise<Hdf5File> {
    const library = await import('h5wasm');
    const files = (await library.ready).FS as unknown as MemoryFiles;
    silence(files.streams[2]);
    const name = `/recording${opened++}`;
    const descriptor = openSync(path, 'r');
    files.writeFile(name, new Uint8Array(0));
    showAs(files.lookupPath(name).node, { descriptor, sizeBytes });
    const release = () => {
      closeSync(descriptor);
      files.unlink(name);
    };
    try {
      const file = new library.File(name, 'r');
      // The library tells of a file that it cannot open by a number below 0.
      if (file.file_id > 0n) return new Hdf5File(path, file, release);
    } catch (error) {
      release();
      throw damaged(path, error);
    }
    release();
    throw damaged(path, new Error('it cannot be opened'));
  }

  get root(): Group {
    return this.file;
  }

  /** What `work` answers. Whatever the library throws becomes an AppError 'unreadable'. */
  read<Answer>(work: (file: File) => Answer): Answer {
    try {
      return work(this.file);
    } catch (error) {
      throw isAppError(error) ? error : damaged(this.path, error);
    }
  }

  close(): void {
    try {
      this.file.close();
    } finally {
      this.release();
    }
  }
}

/** True for an array in a file. */
export function isDataset(entity: Entity | null): entity is Dataset {
  return typeIn(entity) === 'Dataset';
}

/** True for what holds others. */
export function isGroup(entity: Entity | null): entity is Group {
  return typeIn(entity) === 'Group';
}

function typeIn(entity: Entity | null): string | null {
  return entity !== null && 'type' in entity ? entity.type : null;
}

function damaged(path: string, error: unknown) {
  const said = messageOf(error).split('\n', 1)[0].slice(0, 100);
  return fileFault(
    'unreadable',
    path,
    `its HDF5 is damaged (${said.replaceAll(basename(path), 'file')}): copy it again`,
  );
}

/** The file system in the library's own memory (Emscripten's), as far as it is used here. */
interface MemoryFiles {
  writeFile: (name: string, content: Uint8Array) => void;
  unlink: (name: string) => void;
  lookupPath: (name: string) => { node: MemoryNode };
  /** Open files by their number; 2 is where errors are printed. */
  streams: Pick<MemoryNode, 'stream_ops'>[];
}

/** A file in that memory. */
interface MemoryNode {
  usedBytes: number;
  stream_ops: object;
}

/** The library prints what it finds damaged: that is told by what it throws. */
function silence(stream: Pick<MemoryNode, 'stream_ops'>): void {
  const write = (...[, , , length]: ReadArguments) => length;
  stream.stream_ops = { ...stream.stream_ops, write };
}

type ReadArguments = [stream: unknown, target: Uint8Array, offset: number, length: number, position: number];

/** Lets a file in memory be read from one on disk. */
function showAs(
  node: MemoryNode,
  { descriptor, sizeBytes }: { descriptor: number; sizeBytes: number },
): void {
  node.usedBytes = sizeBytes;
  const read = (...[, target, offset, length, position]: ReadArguments) => {
    const count = Math.min(length, Math.max(0, sizeBytes - position));
    return count === 0 ? 0 : readSync(descriptor, target, offset, count, position);
  };
  node.stream_ops = { ...node.stream_ops, read };
}
