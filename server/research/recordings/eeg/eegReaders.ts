import type { FileReader, ReadOptions } from '../fileReader';
import { requireRates } from './channels/requireRates';
import { describeEeg } from './describeEeg';
import type { EegFormat } from './eegFormat';
import { eegFormats } from './eegFormats';
import type { EegOptions } from './eegRecording';
import { withBeside } from './beside/withBeside';

/** Readers that describe recordings, one a format. Tables and arrays of electrodes can still be read as series. */
export const eegReaders: readonly FileReader[] = eegFormats.map(readerOf);

function readerOf(format: EegFormat): FileReader {
  return {
    format: format.format,
    recognises: (file) => format.recognises(file),
    async describe(file, options) {
      const known = knownOf(options);
      const opened = requireRates(file.path, await format.open(file, known));
      const recording = await withBeside(file, opened, known);
      return describeEeg(file, recording, options.signal);
    },
    readSeries: format.readSeries,
  };
}

function knownOf({ hopSeconds, delimiter, decimalComma, header, signal }: ReadOptions): EegOptions {
  const rateHz = hopSeconds === undefined ? undefined : 1 / hopSeconds;
  return { rateHz, delimiter, decimalComma, header, signal };
}
