import type { RecordedEntropy } from './recordedEntropy';
import { entropyMeans } from './entropyMeans';

/** What became of a recording, without its numbers: what is told and kept beside them. */
export function entropyReport({ name, format, events, plan, clean, windows }: RecordedEntropy) {
  const { channels, bands, startSeconds, steps, rejected } = windows;
  const dropped = rejected.reduce((sum, each) => sum + each, 0);
  return {
    ...{ name, format, durationSeconds: clean.durationSeconds, plan, channels, bands, steps },
    windows: { all: startSeconds.length, rejected: dropped, left: startSeconds.length - dropped },
    passed: clean.passed,
    bad: clean.bad,
    rejected: clean.rejected,
    otherChannels: clean.otherChannels,
    events: events.length,
    means: entropyMeans(windows),
    warnings: clean.warnings,
  };
}

export type EntropyReport = ReturnType<typeof entropyReport>;
