import { Readable } from 'node:stream';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { ExportEntry } from './exportEntry';
import { openRegularFile } from './openRegularFile';

/** What is packed already, or too large to be packed while somebody waits. */
const packed = /\.(gz|zip|mp3|flac|ogg|opus|m4a|npy|wav)$/i;

type Entries = AsyncIterable<ExportEntry> | Iterable<ExportEntry>;

/**
 * Files as one ZIP, packed as it is read: memory is that of one file of text, whatever their number.
 *
 * @param modified the time that every file bears, so that equal studies give equal bytes
 */
export function zipStream(entries: Entries, modified: Date): Readable {
  return Readable.from(zipped(entries, modified), { objectMode: false });
}

async function* zipped(entries: Entries, modified: Date): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  let fault: Error | null = null;
  const zip = new Zip((error, chunk) => {
    fault ??= error;
    ready.push(chunk);
  });
  const taken = () => {
    if (fault) throw fault;
    const chunks = ready.filter((chunk) => chunk.length > 0);
    ready = [];
    return chunks;
  };
  for await (const entry of entries) {
    const file = packed.test(entry.name)
      ? new ZipPassThrough(entry.name)
      : new ZipDeflate(entry.name, { level: 6 });
    file.mtime = modified;
    zip.add(file);
    for await (const chunk of chunksOf(entry)) {
      file.push(chunk);
      yield* taken();
    }
    file.push(new Uint8Array(), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}

async function* chunksOf(entry: ExportEntry): AsyncGenerator<Uint8Array> {
  if ('bytes' in entry) yield entry.bytes;
  else yield* bytesOf(entry.path);
}

/** The bytes of a file, which closes itself. A pipe in its place is refused, not waited for. */
async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  const { handle } = await openRegularFile(path);
  yield* handle.createReadStream() as AsyncIterable<Buffer>;
}
