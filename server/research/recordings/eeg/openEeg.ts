import { fileFault } from '../files/fileFault';
import { readHead } from '../files/fileHead';
import { withBeside } from './beside/withBeside';
import { eegFormats } from './eegFormats';
import type { EegOptions, EegRecording } from './eegRecording';

/**
 * Opens a recording of electrodes over time, whatever its format: reads what it says of itself, and of its events what
 * lies in it, beside it (BIDS) or in the table that was given.
 *
 * @throws AppError naming file, place and what to do: 'unreadable' where it is damaged, 'invalid' where its content
 *   cannot be used, 'unsupported' for what is no recording, 'too-large' above the limits
 */
export async function openEeg(path: string, options: EegOptions = {}): Promise<EegRecording> {
  const file = await readHead(path);
  const found = eegFormats.find((format) => format.recognises(file));
  if (!found) {
    const formats = eegFormats.map(({ format }) => format).join(', ');
    throw fileFault('unsupported', path, `it is no recording that is read here: ${formats}`);
  }
  return withBeside(file, await found.open(file, options), options);
}
