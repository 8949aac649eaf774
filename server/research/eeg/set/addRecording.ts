import { basename } from 'node:path';
import type { EegSignal, EntropyPlan } from '@/ml/eeg/eegSignal';
import type { Series } from '../../recordings/series';
import { accepted } from '../accepted';
import { cleanRecording, type CleanRecording } from '../entropy/cleanRecording';
import type { EegSetWriter } from './eegSetWriter';
import type { OpenSource } from './openSources';
import { noCounts, type SetCounts } from './setCounts';
import type { SetTrial } from './setSources';
import { endOfSeries, stretchEmbedding } from './stretchEmbedding';
import { atSites, trialWindows } from './trialWindows';

/** Where windows go, and what they are made by. */
export interface SetMaking {
  writer: EegSetWriter;
  plan: EntropyPlan;
  sites: readonly string[];
  /** Participants and tracks by name, in the order of the set. */
  participants: readonly string[];
  tracks: readonly string[];
  series: ReadonlyMap<string, Series>;
  signal?: AbortSignal;
}

/** What became of a recording. */
export interface AddedRecording {
  file: string;
  participant: string;
  counts: SetCounts;
  /** Channels that were bad, and what became of them. */
  bad: CleanRecording['bad'];
  warnings: string[];
}

/**
 * Cleans a recording and adds the windows of all its trials to a set, but for those in which artefacts were and those
 * for which there is no sound.
 *
 * @throws AppError 'invalid' where it cannot be cleaned, or a channel of the set is lost in it
 */
export async function addRecording(source: OpenSource, making: SetMaking): Promise<AddedRecording> {
  const { signal, ...clean } = await cleanRecording(source.planned, making.signal);
  const file = basename(source.planned.path);
  const counts = noCounts();
  await accepted(file, async () => {
    const atSet = atSites(signal, making.sites);
    for (const trial of source.trials) {
      making.signal?.throwIfAborted();
      const series = making.series.get(trial.track);
      if (!series) counts.otherTrials++;
      else
        await addTrial(
          { signal: atSet, clean, participant: source.participant },
          { trial, series },
          { making, counts },
        );
    }
  });
  return { file, participant: source.participant, counts, bad: clean.bad, warnings: clean.warnings };
}

interface Listening {
  signal: EegSignal;
  clean: Omit<CleanRecording, 'signal'>;
  participant: string;
}

async function addTrial(
  { signal, clean, participant }: Listening,
  { trial, series }: { trial: SetTrial; series: Series },
  { making: { writer, plan, participants, tracks }, counts }: { making: SetMaking; counts: SetCounts },
): Promise<void> {
  const durationSeconds = trial.durationSeconds ?? endOfSeries(series);
  const stretch = { onsetSeconds: trial.onsetSeconds, durationSeconds };
  const { startSeconds, values, rejected } = trialWindows(signal, stretch, { plan, clean });
  const size = values.length / Math.max(1, startSeconds.length);
  counts.trials++;
  for (const [window, start] of startSeconds.entries()) {
    const music = stretchEmbedding(series, { fromSeconds: start, toSeconds: start + plan.windowSeconds });
    if (rejected[window] === 1) counts.rejected++;
    else if (music === null) counts.beyondSound++;
    else {
      counts.windows++;
      await writer.add({
        participant: participants.indexOf(participant),
        track: tracks.indexOf(trial.track),
        startSeconds: start,
        entropy: values.subarray(window * size, (window + 1) * size),
        music,
      });
    }
  }
}
