import { fileFault } from '../files/fileFault';
import { readHead, type FileHead } from '../files/fileHead';
import { isNpy } from '../numpy/npyHeader';
import { arrayFormat } from './array/arrayFormat';
import { withBeside } from './beside/withBeside';
import { requireRates } from './channels/requireRates';
import type { EegFormat } from './eegFormat';
import { eegFormats } from './eegFormats';
import type { EegOptions, EegRecording } from './eegRecording';
import { tableFormat } from './table/tableFormat';

/**
 * Opens a recording of electrodes over time, whatever its format: reads what it says of itself, and of its events what
 * lies in it, beside it (BIDS) or in the table that was given.
 *
 * @throws AppError naming file, place and what to do: 'unreadable' where it is damaged, 'invalid' where its content
 *   cannot be used, 'unsupported' for what is no recording, 'too-large' above the limits
 */
export async function openEeg(path: string, options: EegOptions = {}): Promise<EegRecording> {
  const file = await readHead(path);
  const format = formatOf(file);
  const recording = requireRates(path, await format.open(file, options));
  return withBeside(file, recording, options);
}

/** A table or an array need not say that it is of electrodes: whoever opens it as a recording does. */
function formatOf(file: FileHead): EegFormat {
  const found = eegFormats.find((format) => format.recognises(file));
  if (found) return found;
  if (isNpy(file.bytes) && !file.packed) return arrayFormat;
  if (/\.(csv|tsv|txt)(\.gz)?$/i.test(file.name)) return tableFormat;
  throw fileFault('unsupported', file.path, whatElse(file));
}

function whatElse({ name }: FileHead): string {
  const header = /\.(eeg|avg|seg)$/i.test(name) ? '.vhdr' : /\.fdt$/i.test(name) ? '.set' : null;
  if (header) return `it holds samples alone: open the ${header} file beside it`;
  return `it is no recording that is read here: ${eegFormats.map(({ format }) => format).join(', ')}`;
}
