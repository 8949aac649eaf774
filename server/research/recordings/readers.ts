import { confoundsReader } from './bids/confoundsReader';
import { continuousReader } from './bids/continuousReader';
import { eventsReader } from './bids/eventsReader';
import { ciftiReader } from './cifti/ciftiReader';
import { eegReaders } from './eeg/eegReaders';
import type { FileReader } from './fileReader';
import type { FileHead } from './files/fileHead';
import { fileFault } from './files/fileFault';
import { jamsReader } from './jams/jamsReader';
import { niftiReader } from './nifti/niftiReader';
import { npyReader } from './numpy/npyReader';
import { npzReader } from './numpy/npzReader';
import { soundReader } from './sound/soundReader';
import { giftiReader } from './surface/giftiReader';
import { textReader } from './text/textReader';

/** Every format that is read, the more special before the more general: the first that recognises a file reads it. */
const readers: readonly FileReader[] = [
  ...eegReaders,
  npyReader,
  npzReader,
  ciftiReader,
  niftiReader,
  continuousReader,
  confoundsReader,
  giftiReader,
  soundReader,
  jamsReader,
  eventsReader,
  textReader,
];

/** The reader of a file. Throws AppError 'unsupported', naming what is read. */
export function readerOf(file: FileHead): FileReader {
  const found = readers.find((reader) => reader.recognises(file));
  if (found) return found;
  const formats = readers.map(({ format }) => format).join(', ');
  throw fileFault('unsupported', file.path, `it is none of what is read here: ${formats}`);
}
