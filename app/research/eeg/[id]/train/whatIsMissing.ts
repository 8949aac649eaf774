import type { EegStudy } from '@/app/ui/eeg/eegAnswers';

/** Of one track there is nothing to leave out. */
const fewestTracks = 2;

/** What must be brought before a model can be trained, and how; null where nothing is missing. */
export function whatIsMissing({
  recordings,
  tracks,
}: Pick<EegStudy, 'recordings' | 'tracks'>): string | null {
  if (recordings.length === 0) return 'Bring recordings first.';
  if (recordings.every(({ state }) => state === 'refused'))
    return 'To train a model, bring recordings that can be read: all of these were refused.';
  if (tracks.length === 0)
    return 'To train a model, say what was heard: add tracks below, or bring tracks.tsv.';
  if (tracks.every(({ trials }) => trials === 0))
    return 'To train a model, say which track was heard when: on the page of each recording, or by trials.tsv.';
  if (tracks.filter(({ trackId, trials }) => trackId !== null && trials > 0).length < fewestTracks)
    return 'To train a model, choose the sound of two or more of the tracks that were heard.';
  if (recordings.some(({ state }) => state === 'waiting'))
    return 'To train a model, wait until the recordings are measured.';
  return null;
}
