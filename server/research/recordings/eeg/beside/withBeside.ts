import { readHead, type FileHead } from '../../files/fileHead';
import type { EegOptions, EegRecording } from '../eegRecording';
import { withChannelTable } from './channelTable';
import { fileBeside } from './fileBeside';
import { withRecorderFilters } from './recorderFilters';
import { readTrialTable } from './trialTable';

/**
 * A recording with what lies beside it: events of `_events.tsv`, types, units, filters and bad channels of
 * `_channels.tsv`, filters of `_eeg.json` (BIDS, EEG). A table of events that was given counts before all.
 *
 * @throws AppError naming the table or document that is damaged
 */
export async function withBeside(
  file: FileHead,
  recording: EegRecording,
  { eventsPath }: EegOptions,
): Promise<EegRecording> {
  const events = eventsPath ?? (await tableBeside(file, 'events'));
  const channels = await tableBeside(file, 'channels');
  let told = /_eeg\.[^.]+$/i.test(file.name) ? await withRecorderFilters(file.path, recording) : recording;
  if (channels !== null) told = await withChannelTable(await readHead(channels), told);
  return events === null ? told : withEvents(await readHead(events), told);
}

/** sub-01_task-x_eeg.edf has sub-01_task-x_events.tsv; a file with another name has its own with `_events.tsv`. */
async function tableBeside({ path, name }: FileHead, suffix: string): Promise<string | null> {
  const stem = name.replace(/(_eeg)?\.[^.]+$/i, '');
  const found = await fileBeside(path, `${stem}_${suffix}.tsv`, []);
  return found?.path ?? null;
}

async function withEvents(table: FileHead, recording: EegRecording): Promise<EegRecording> {
  const events = await readTrialTable(table);
  const own = recording.events.length;
  return {
    ...recording,
    events: events.sort((a, b) => a.onsetSeconds - b.onsetSeconds),
    warnings: [
      ...recording.warnings,
      ...(own > 0 ? [`its events are those of ${table.name}: the ${own} in the file are left out`] : []),
    ],
  };
}
