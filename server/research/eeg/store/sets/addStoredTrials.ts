import type { Series } from '../../../recordings/series';
import type { EegSetDescription } from '../../set/eegSetDescription';
import type { EegSetWriter } from '../../set/eegSetWriter';
import { endOfSeries, stretchEmbedding } from '../../set/stretchEmbedding';
import { storedWindows, type StoredWindows } from '../recordings/storedWindows';
import type { StoredSource, StoredTrial } from './storedSources';
import { windowsAtSites } from './windowsAtSites';

/** Where windows go, and what they are made by. */
interface TrialWriting {
  writer: EegSetWriter;
  description: EegSetDescription;
  series: ReadonlyMap<string, Series>;
  dataDirectory: string;
}

/** Seconds. */
const tolerance = 1e-6;

/**
 * Adds the windows of a recording's trials to a set, but for those in which artefacts were and those beyond the sound.
 * Windows begin at whole hops of the recording, trials wherever they do: a window counts as that of the hop of its track
 * which is nearest, at most half a hop away, so that all participants hear the same stretches of music.
 */
export async function addStoredTrials(source: StoredSource, writing: TrialWriting): Promise<void> {
  const windows = windowsAtSites(
    await storedWindows(writing.dataDirectory, source.recording),
    writing.description.channels,
  );
  for (const trial of source.trials) {
    const heard = { trial, participant: source.recording.participant };
    for (const [window, start] of trialStarts(windows, trial, writing))
      await addWindow({ windows, window, start }, heard, writing);
  }
}

/** The windows of a trial, and where in its track they begin, in seconds. */
function trialStarts(
  { startSeconds, rejected, plan: { windowSeconds, hopSeconds } }: StoredWindows,
  trial: StoredTrial,
  { series }: TrialWriting,
): Map<number, number> {
  const durationSeconds = trial.durationSeconds ?? endOfSeries(series.get(trial.track)!);
  const end = trial.startSeconds + durationSeconds - windowSeconds + tolerance;
  const starts = new Map<number, number>();
  startSeconds.forEach((start, window) => {
    if (rejected[window] === 1 || start < trial.startSeconds - tolerance || start > end) return;
    starts.set(window, Math.round((start - trial.startSeconds) / hopSeconds) * hopSeconds);
  });
  return starts;
}

interface PlacedWindow {
  windows: StoredWindows;
  window: number;
  start: number;
}

async function addWindow(
  { windows, window, start }: PlacedWindow,
  { trial, participant }: { trial: StoredTrial; participant: string },
  { writer, description: { participants, tracks }, series }: TrialWriting,
): Promise<void> {
  const stretch = { fromSeconds: start, toSeconds: start + windows.plan.windowSeconds };
  const music = stretchEmbedding(series.get(trial.track)!, stretch);
  if (music === null) return;
  const size = windows.values.length / windows.rejected.length;
  await writer.add({
    participant: participants.findIndex(({ name }) => name === participant),
    track: tracks.findIndex(({ name }) => name === trial.track),
    startSeconds: start,
    entropy: windows.values.subarray(window * size, (window + 1) * size),
    music,
  });
}
