'use client';

import { useCallback } from 'react';
import { dimensionWords } from '@/app/ui/dimensionWords';
import type { EegStudy } from '@/app/ui/eeg/eegAnswers';
import { TrackSound } from '@/app/ui/eeg/trackSound';
import { useTrackItem } from '@/app/ui/eeg/useTrackItem';
import { Choice } from '@/app/ui/field/choice';
import { Select } from '@/app/ui/field/select';
import { FigureMoment } from '@/app/ui/study/figureMoment';
import { FigureView } from '@/app/ui/study/figureView';
import panel from '@/app/ui/study/panel.module.css';
import { dimensions } from '@/ml/affect/dimension';
import type { FigureFrame } from '@/ml/figure/figure';
import { momentsFigure, type TrackMoments } from './momentsFigure';
import styles from './model.module.css';
import type { ChangeModel, ModelState } from './modelUrl';
import type { Trained } from './trained';

interface MomentsOverTimeProps {
  trained: Trained;
  study: EegStudy;
  state: ModelState;
  onChange: ChangeModel;
}

const choices = dimensions.map((value) => ({ value, name: dimensionWords[value].title }));

/** At which moments of a track EEG finds music of the same emotion, in step with the track. */
export function MomentsOverTime({ trained, study, state, onChange }: MomentsOverTimeProps) {
  const { dimension, scheme } = state;
  const { moments, record } = trained;
  const schemes = moments.filter((each) => each.dimension === dimension);
  const found = schemes.find((each) => each.scheme === scheme) ?? schemes.at(0);
  const track = found?.tracks.find((each) => each.track === state.track) ?? found?.tracks.at(0) ?? null;
  const nameOf = (index: number) => record.set.tracks[index]?.name ?? `track ${index + 1}`;
  return (
    <section className={panel.section} aria-labelledby="moments-title">
      <div className={panel.head}>
        <h2 id="moments-title">Over the time of a track</h2>
      </div>
      <p className={panel.note}>
        The mean over participants of the average precision with which windows that begin then find music of
        the same emotion; the dark band is its 95 % over participants, the pale one the middle 95 % of labels
        permuted over tracks. Any moment may be held against the line, which 5 % of permutations reach
        anywhere.
      </p>
      <div className={styles.tools}>
        <Choice
          label="Emotion"
          hideLabel
          value={dimension}
          options={choices}
          onChange={(next) => onChange({ dimension: next })}
        />
        {track && found && (
          <>
            <Select
              label="Track"
              hideLabel
              value={String(track.track)}
              options={found.tracks.map((each) => ({ value: String(each.track), name: nameOf(each.track) }))}
              onChange={(value) => onChange({ track: Number(value) })}
            />
            <Sound name={nameOf(track.track)} study={study} />
          </>
        )}
      </div>
      {track ? (
        <MomentLines name={nameOf(track.track)} track={track} study={study} simulated={record.simulated} />
      ) : (
        <p className={panel.note}>
          No track was tested with music of both emotions in reach: it takes more tracks than there are.
        </p>
      )}
    </section>
  );
}

const trackIdOf = ({ tracks }: EegStudy, name: string): number | null =>
  tracks.find((each) => each.name === name)?.trackId ?? null;

function Sound({ name, study }: { name: string; study: EegStudy }) {
  return <TrackSound name={name} trackId={trackIdOf(study, name)} />;
}

interface MomentLinesProps {
  name: string;
  track: TrackMoments;
  study: EegStudy;
  /** Whether the people are made up. */
  simulated: boolean;
}

function MomentLines({ name, track, study, simulated }: MomentLinesProps) {
  const item = useTrackItem(trackIdOf(study, name));
  const draw = useCallback(
    (frame: Pick<FigureFrame, 'width' | 'scheme'>) => momentsFigure(track, { ...frame, name, simulated }),
    [track, name, simulated],
  );
  const { startSeconds } = track;
  return (
    <FigureView draw={draw} fileName={`${name}-moments`} caption="At the beginning of each window">
      {(figure) =>
        item && (
          <FigureMoment
            figure={figure}
            item={item}
            fromSeconds={startSeconds[0]}
            toSeconds={startSeconds[startSeconds.length - 1]}
          />
        )
      }
    </FigureView>
  );
}
