'use client';

import { useState } from 'react';
import { Button } from '@/app/ui/button';
import { TickBox } from '@/app/ui/field/tickBox';
import { EmptyState, ErrorState } from '@/app/ui/message/message';
import type { FilmBench } from '../../project/filmBench';
import type { CueSection, FilmCue } from '@/app/ui/film/filmProject';
import type { KnownTrack } from '../useTracks';
import { FitFigures } from './fitFigures';
import styles from './fittingTab.module.css';
import { FoundEdit } from './foundEdit';
import { useFitLength } from './useFitLength';

interface FittingTabProps {
  bench: FilmBench;
  cue: FilmCue;
  /** The music that is tried, or was chosen. */
  section: CueSection | null;
  track: KnownTrack | null | undefined;
  /** What the edit is to follow; null while nothing is drawn or nothing counts. */
  question: object | null;
  onTry: (section: CueSection) => void;
}

/** An edit of the cue's track that is as long as the cue. */
export function FittingTab({ section, track, question, ...rest }: FittingTabProps) {
  if (!section || !track)
    return (
      <EmptyState title="No music yet">
        <p>Try or choose a match: then it can be cut at its bars and joined so that it follows the curve.</p>
      </EmptyState>
    );
  if (!question)
    return (
      <EmptyState title="Nothing to follow yet">
        <p>Draw how the film’s emotion moves under this cue.</p>
      </EmptyState>
    );
  return (
    <Fitting key={section.trackId} {...rest} {...{ section, track }} cueKey={JSON.stringify(question)} />
  );
}

interface FittingProps extends Pick<FittingTabProps, 'bench' | 'cue' | 'onTry'> {
  section: CueSection;
  track: KnownTrack;
  cueKey: string;
}

function Fitting({ bench, cue, section, track, cueKey, onTry }: FittingProps) {
  const { trackId } = section;
  const [mayStretch, setMayStretch] = useState(false);
  const fitting = useFitLength({ projectId: bench.projectId, cueId: cue.id, trackId, mayStretch }, cueKey);
  const { answer, isAsking, isOutdated, error } = fitting;
  const isSaved = bench.saving.state === 'saved';
  const tryEdit = (edit: NonNullable<CueSection['edit']>) =>
    onTry({ trackId, startSeconds: edit.pieces[0].startSeconds, gainDecibels: section.gainDecibels, edit });
  return (
    <div className={styles.fitting}>
      <p className={styles.about}>
        <bdi>
          <strong>{track.title}</strong>
        </bdi>{' '}
        is cut at its bars and joined where it sounds alike, as long as the cue. An edit is offered only if it
        follows the curve at least 10 % better than the best uncut stretch.
      </p>
      <TickBox isSelected={mayStretch} onChange={setMayStretch}>
        It may be played up to 3 % slower or faster, to end with a bar
      </TickBox>
      <div className={styles.row}>
        {isAsking ? (
          <Button onPress={fitting.stop}>Stop</Button>
        ) : (
          <Button isDisabled={!isSaved} onPress={fitting.ask}>
            {answer ? 'Find it again' : 'Find an edit'}
          </Button>
        )}
        <span role="status">
          {isAsking && 'Hearing the track; some seconds for each minute of music.'}
          {!isAsking && !isSaved && 'Once the project is saved.'}
        </span>
        {section.edit && (
          <Button
            kind="quiet"
            onPress={() =>
              onTry({ trackId, startSeconds: section.startSeconds, gainDecibels: section.gainDecibels })
            }
          >
            Without joins
          </Button>
        )}
      </div>
      {error && <ErrorState title="No edit was found" error={error} />}
      {answer && !isAsking && (
        <>
          {isOutdated && (
            <p className={styles.about}>The cue or its curve was changed since: find it again.</p>
          )}
          {answer.offered ? (
            <FoundEdit answer={answer} onTry={tryEdit} />
          ) : (
            <p>There is no edit: {answer.reason}.</p>
          )}
          <FitFigures answer={answer} />
        </>
      )}
    </div>
  );
}
