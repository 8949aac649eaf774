import { fileFault } from '../../files/fileFault';
import type { EegRecording } from '../eegRecording';

/** Samples a second that some recorder has: far slower than a thermometer, far faster than an amplifier. */
const [slowestHz, fastestHz] = [1e-6, 1e7];

/** The recording as it is. Throws AppError 'invalid' for a channel whose rate no recorder has, or that is no number. */
export function requireRates(path: string, recording: EegRecording): EegRecording {
  const odd = recording.channels.find(({ rateHz }) => !(rateHz >= slowestHz && rateHz <= fastestHz));
  if (!odd) return recording;
  const reason = `${odd.name.slice(0, 40)} has ${odd.rateHz} samples a second, by what the file says`;
  throw fileFault('invalid', path, `${reason}: ${slowestHz} to ${fastestHz} can be`);
}
