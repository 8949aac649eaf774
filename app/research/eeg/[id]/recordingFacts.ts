import type { EegRecordingRow } from '@/app/ui/eeg/eegAnswers';
import { formatBytes, formatClock, formatCount } from '@/app/ui/format';

/** What is known of a recording, a few words each, its file first: why it was refused, or what it holds and what was dropped. */
export function recordingFacts(recording: EegRecordingRow): string[] {
  const { fileName, state, failure, format, durationSeconds, channels, sizeBytes, trials } = recording;
  if (state === 'refused') return [fileName, failure ?? 'refused, and no reason was told'];
  if (format === null) return [fileName, 'to be read', formatBytes(sizeBytes)];
  return [
    fileName,
    format,
    formatCount(channels, 'channel'),
    ...(durationSeconds === null ? [] : [formatClock(durationSeconds)]),
    trials === 0 ? 'no trials yet' : formatCount(trials, 'trial'),
    ...(state === 'waiting' ? ['to be measured'] : []),
    ...windowFacts(recording.windows),
  ];
}

function windowFacts(windows: EegRecordingRow['windows']): string[] {
  if (windows === null) return [];
  if (windows.left === 0) return ['every window dropped: raise the limit of artefacts'];
  return [`${windows.rejected} of ${formatCount(windows.all, 'window')} dropped`];
}
