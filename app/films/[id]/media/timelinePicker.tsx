'use client';

import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import type { FrameRate } from '@/ml/timeCode/frameRate';
import { Button } from '@/app/ui/button';
import { Icon } from '@/app/ui/glyph';
import type { FilmBench } from '../project/filmBench';
import { readTimelineFile, type DescribedTimeline } from '@/app/ui/film/timelines/readTimelineFile';
import { timelineEndings } from '@/app/ui/film/timelines/timelineEndings';
import { TimelineOffer } from './timelineOffer';
import styles from './timelinePicker.module.css';

type PickerState =
  | { kind: 'idle' }
  | { kind: 'reading'; name: string }
  | { kind: 'refused'; words: string }
  | { kind: 'read'; file: File; described: DescribedTimeline }
  | { kind: 'added'; words: string };

/** Begins with what an editing program wrote: its markers, cuts and cues, laid on the film. */
export function TimelinePicker({ project, edit }: Pick<FilmBench, 'project' | 'edit'>) {
  const [state, setState] = useState<PickerState>({ kind: 'idle' });
  const read = async (file: File, rate: FrameRate = project.film.rate) => {
    setState({ kind: 'reading', name: file.name });
    try {
      const { film } = project;
      const { described, refusal } = await readTimelineFile(file, { rate, dropFrame: film.dropFrame, film });
      setState(described ? { kind: 'read', file, described } : { kind: 'refused', words: refusal });
    } catch (error) {
      setState({ kind: 'refused', words: error instanceof Error ? error.message : String(error) });
    }
  };
  return (
    <div className={styles.picker}>
      <FileTrigger
        acceptedFileTypes={timelineEndings}
        onSelect={(files) => files?.[0] && void read(files[0])}
      >
        <Button size="small">
          <Icon name="upload" size={14} />
          Read a timeline or markers
        </Button>
      </FileTrigger>
      {state.kind === 'idle' && (
        <p className={styles.words}>
          EDL, OTIO, FCPXML, xmeml, markers of Resolve, Premiere, Avid, Pro Tools, CSV
        </p>
      )}
      {state.kind === 'reading' && <p role="status">Reading {state.name}…</p>}
      {state.kind === 'refused' && (
        <p role="alert" className={styles.refusal}>
          {state.words}
        </p>
      )}
      {state.kind === 'added' && <p role="status">{state.words}</p>}
      {state.kind === 'read' && (
        <TimelineOffer
          project={project}
          described={state.described}
          onRate={(rate) => void read(state.file, rate)}
          onTake={(change, words) => {
            edit(change);
            setState({ kind: 'added', words });
          }}
          onLeave={() => setState({ kind: 'idle' })}
        />
      )}
    </div>
  );
}
