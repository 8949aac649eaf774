import { fileFault } from '../../files/fileFault';
import type { FileHead } from '../../files/fileHead';
import { numberOf } from '../../text/cells';
import { readWordTable } from '../../text/wordTable';
import type { EegChannel, EegChannelKind, EegRecording } from '../eegRecording';

/** BIDS's types of channels as far as they are told apart here. */
const kinds: Partial<Record<string, EegChannelKind>> = {
  EEG: 'eeg',
  EOG: 'eog',
  HEOG: 'eog',
  VEOG: 'eog',
  ECG: 'ecg',
  EMG: 'emg',
  TRIG: 'status',
};

/**
 * A recording whose channels are told by a `_channels.tsv`: their types, cutoffs, whether they are bad, and their units
 * where the recording has none.
 *
 * @throws AppError 'invalid' for a table without names, 'unreadable' or 'too-large' as readWordTable
 */
export async function withChannelTable(table: FileHead, recording: EegRecording): Promise<EegRecording> {
  const { header, rows } = await readWordTable(table, { header: true, delimiter: '\t' });
  const names = header ?? [];
  if (!names.includes('name')) throw fileFault('invalid', table.path, 'it has no column "name"');
  const told = new Map<string, Record<string, string | null>>();
  for (const cells of rows) {
    const row = Object.fromEntries(names.map((name, column) => [name, cells[column]]));
    if (row.name !== null && !told.has(row.name)) told.set(row.name, row);
  }
  const missing = recording.channels.filter(({ name }) => !told.has(name)).length;
  return {
    ...recording,
    channels: recording.channels.map((channel) => toldChannel(channel, told.get(channel.name))),
    warnings: [
      ...recording.warnings,
      ...(missing > 0 ? [`${table.name} does not name ${missing} of its channels`] : []),
    ],
  };
}

function toldChannel(channel: EegChannel, row: Record<string, string | null> | undefined): EegChannel {
  if (!row) return channel;
  const kind = row.type ? (kinds[row.type.toUpperCase()] ?? 'other') : channel.kind;
  return {
    ...channel,
    kind,
    unit: channel.unit ?? row.units ?? null,
    // BIDS names cutoffs by the frequencies that they take away: low_cutoff is that of the high-pass.
    highPassHz: cutoff(row.low_cutoff) ?? channel.highPassHz,
    lowPassHz: cutoff(row.high_cutoff) ?? channel.lowPassHz,
    bad: row.status?.toLowerCase() === 'bad',
  };
}

function cutoff(cell: string | null | undefined): number | null {
  const value = cell === null || cell === undefined ? undefined : numberOf(cell, false);
  return value !== undefined && Number.isFinite(value) && value >= 0 ? value : null;
}
