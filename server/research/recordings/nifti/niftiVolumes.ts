import { ByteSource } from '../files/byteSource';
import { fileFault } from '../files/fileFault';
import type { FileHead } from '../files/fileHead';
import { bestPacking } from '../files/limits';
import { bytesOf, NumberBuffer } from '../numbers/numberBuffer';
import type { NiftiHeader } from './niftiHeader';

/** Most bytes of one volume, which is held in memory: 2 mm of the whole brain in double precision take 7 million. */
const mostVolumeBytes = 2 ** 27;

/** How much a run of volumes holds, once its header has been checked against the file. */
export interface NiftiExtent {
  voxels: number;
  volumes: number;
}

/**
 * How many volumes of how many voxels a file holds. Nothing has been allocated when a lie is refused.
 *
 * @throws AppError 'unreadable' where the file is too short for what its header claims, packed or not; 'too-large'
 *   for a volume above 128 MB, 'unsupported' for more than four dimensions
 */
export function niftiExtent(file: FileHead, { shape, type, offsetBytes }: NiftiHeader): NiftiExtent {
  if (shape.length > 4) {
    const reason = `it has ${shape.length} dimensions (${shape.join(' x ')}): volumes over time have four`;
    throw fileFault('unsupported', file.path, reason);
  }
  const voxels = shape[0] * shape[1] * shape[2];
  const volumes = shape[3] ?? 1;
  const claimed = offsetBytes + voxels * volumes * bytesOf(type);
  const most = file.packed ? file.sizeBytes * bestPacking : file.sizeBytes;
  if (!(claimed <= most)) {
    const holds = file.packed ? `its ${file.sizeBytes} packed bytes can hold at most` : 'it holds';
    const reason = `its header claims ${shape.join(' x ')} numbers in ${claimed} bytes, ${holds} ${most}`;
    throw fileFault('unreadable', file.path, `${reason}: it is cut off or its header is damaged`);
  }
  if (voxels * bytesOf(type) > mostVolumeBytes) {
    throw fileFault(
      'too-large',
      file.path,
      `one volume of ${shape.slice(0, 3).join(' x ')} takes over 128 MB`,
    );
  }
  return { voxels, volumes };
}

/**
 * The volumes of a file, one after another in one piece of memory, so that a run of any length needs that of a volume:
 * numbers as they are stored, before slope and intercept, x fastest. What the file holds behind is read too, for
 * packed files tell there whether they came whole.
 *
 * @throws AppError 'unreadable' where the file ends early, telling the volume, and an AbortError on `signal`
 */
export async function* niftiVolumes(
  file: FileHead,
  header: NiftiHeader,
  signal?: AbortSignal,
): AsyncGenerator<ArrayLike<number>> {
  const { voxels, volumes } = niftiExtent(file, header);
  const buffer = new NumberBuffer(header.type, header.littleEndian, voxels);
  const source = ByteSource.of(file, signal);
  try {
    await source.skip(header.offsetBytes);
    for (let volume = 0; volume < volumes; volume++) {
      await source.require(buffer.bytes, `volume ${volume + 1} of ${volumes}`);
      buffer.refresh();
      yield buffer.numbers;
    }
    if (file.packed) await source.skip(mostVolumeBytes);
  } finally {
    await source.close();
  }
}
