'use client';

import type { EegRecording, EegTrial } from '@/app/ui/eeg/eegAnswers';
import { TrackSound } from '@/app/ui/eeg/trackSound';
import { Select } from '@/app/ui/field/select';
import { formatClock } from '@/app/ui/format';
import { usePlayer, usePlayerPosition } from '@/app/ui/player/playerContext';
import panel from '@/app/ui/study/panel.module.css';
import { useThrottled } from '@/app/ui/useThrottled';
import styles from './query.module.css';
import { justHeard, type StretchProps } from './stretch';

/** How often the music is asked for again, and how far back EEG is heard. */
const askMilliseconds = 2000;
const reachSeconds = 20;

/** The stretch of EEG that was recorded during the seconds of a track that were just heard. */
export function StretchPlaying({ recording, state, onChange, children }: StretchProps) {
  const trials = recording.trials.filter(({ trackId }) => trackId !== null);
  const trial = trials.find(({ id }) => id === state.trial) ?? trials.at(0);
  if (!trial)
    return (
      <p className={panel.note}>
        None of its trials has a sound: choose one for its tracks on the study’s page, or a stretch by hand.
      </p>
    );
  return (
    <>
      <div className={styles.inputs}>
        <Select
          label="What was heard"
          value={String(trial.id)}
          options={trials.map(({ id, name }) => ({ value: String(id), name }))}
          onChange={(id) => onChange({ trial: Number(id) })}
        />
        <TrackSound name={trial.track ?? trial.name} trackId={trial.trackId} />
      </div>
      <Followed recording={recording} trial={trial}>
        {children}
      </Followed>
    </>
  );
}

interface FollowedProps {
  recording: EegRecording;
  trial: EegTrial;
  children: StretchProps['children'];
}

function Followed({ recording, trial, children }: FollowedProps) {
  const player = usePlayer();
  const isHeard = player.item?.trackId === trial.trackId;
  const position = useThrottled(usePlayerPosition(), askMilliseconds);
  const windowSeconds = recording.report?.plan.windowSeconds ?? 0;
  if (!isHeard)
    return (
      <p className={panel.note}>Play it: what its listener’s EEG tells of is followed as it is heard.</p>
    );
  const { startSeconds } = trial;
  const stretch = justHeard(position, { startSeconds, windowSeconds, reachSeconds });
  if (stretch === null)
    return (
      <p className={panel.note}>It listens: the first window is over at {formatClock(windowSeconds)}.</p>
    );
  return children(stretch);
}
