import { existsSync, readFileSync } from 'node:fs';

const file = new URL('../../../../shared/neuro/eeg_files/eeglab/eeglab_data.fdt', import.meta.url);

/** True where EEGLAB's example recording lies beside the checkout: 32 channels, 238 s at 128 Hz, in microvolts. */
export const hasRealRecording = existsSync(file);

/** Its samples, [channel][sample]. */
export function realRecording(channels: number): Float64Array[] {
  const bytes = readFileSync(file);
  const values = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  return Array.from({ length: channels }, (_, channel) =>
    Float64Array.from(
      { length: values.length / channels },
      (_, sample) => values[sample * channels + channel],
    ),
  );
}
