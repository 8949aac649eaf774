'use client';

import { useState } from 'react';
import { mayDropFrames, type FrameRate } from '@/ml/timeCode/frameRate';
import { RateInput } from '@/app/ui/field/rateInput';
import { TickBox } from '@/app/ui/field/tickBox';
import { TimeCodeInput } from '@/app/ui/field/timeCodeInput';
import { formatCount } from '@/app/ui/format';
import type { FilmBench } from '../project/filmBench';
import styles from './filmFields.module.css';
import { atRate, countBeyond, countedAs, ofLength } from './fitProject';

/** A film's rate, start, length and way of counting, all of which may be told otherwise than its file does. */
export function FilmFields({ project, edit }: Pick<FilmBench, 'project' | 'edit'>) {
  const { film } = project;
  const [told, setTold] = useState('');
  const setRate = (rate: FrameRate) => edit((now) => atRate(now, rate));
  const setLength = (lengthFrames: number) => {
    if (lengthFrames < 1) return;
    const lost = countBeyond(project, lengthFrames);
    setTold(
      lost === 0 ? '' : `${formatCount(lost, 'thing')} lay beyond the end. Undo brings back what went.`,
    );
    edit((now) => ofLength(now, lengthFrames));
  };
  return (
    <div className={styles.fields}>
      <RateInput label="Frames a second" value={film.rate} onChange={setRate} />
      <TimeCodeInput
        label="Starts at"
        value={film.startFrame}
        count={film}
        onChange={(startFrame) => edit((now) => ({ ...now, film: { ...now.film, startFrame } }))}
      />
      <TimeCodeInput label="Length" value={film.lengthFrames} count={film} onChange={setLength} />
      {mayDropFrames(film.rate) && (
        <TickBox isSelected={film.dropFrame} onChange={(drop) => edit((now) => countedAs(now, drop))}>
          Drop frame
        </TickBox>
      )}
      <p role="status" className={styles.told}>
        {told}
      </p>
    </div>
  );
}
