'use client';

import { useState } from 'react';
import { Form } from 'react-aria-components';
import { mayDropFrames, type FrameRate } from '@/ml/timeCode/frameRate';
import { nearestFrame } from '@/ml/timeCode/gridSeconds';
import { sameLabel } from '@/ml/timeCode/sameLabel';
import { Button } from '@/app/ui/button';
import { RateInput } from '@/app/ui/field/rateInput';
import { TextInput } from '@/app/ui/field/textInput';
import { TickBox } from '@/app/ui/field/tickBox';
import { TimeCodeInput } from '@/app/ui/field/timeCodeInput';
import styles from './newFilm.module.css';
import type { NewFilmFacts } from './newProject';

interface FilmByLengthProps {
  onCreate: (film: NewFilmFacts) => void;
  isPending: boolean;
}

const cinema: FrameRate = { numerator: 24, denominator: 1 };
/** Where editing programs begin their timelines. */
const oneHourSeconds = 3600;
const tenMinutesSeconds = 600;

/** Names a film whose file is not at hand, and tells its length. */
export function FilmByLength({ onCreate, isPending }: FilmByLengthProps) {
  const [film, setFilm] = useState<NewFilmFacts>({
    ...{ name: '', rate: cinema, dropFrame: false, file: null },
    startFrame: nearestFrame(oneHourSeconds, cinema),
    lengthFrames: nearestFrame(tenMinutesSeconds, cinema),
  });
  const set = (change: Partial<NewFilmFacts>) => setFilm((now) => ({ ...now, ...change }));
  /** Labels stay as they were typed. */
  const count = (rate: FrameRate, dropFrame: boolean) =>
    setFilm((now) => {
      const next = { rate, dropFrame: dropFrame && mayDropFrames(rate) };
      const lengthFrames = Math.max(1, sameLabel(now.lengthFrames, now, next));
      return { ...now, ...next, lengthFrames, startFrame: sameLabel(now.startFrame, now, next) };
    });
  return (
    <Form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onCreate({ ...film, name: film.name.trim() });
      }}
    >
      <TextInput
        label="Name"
        placeholder="What it is called"
        value={film.name}
        onChange={(name) => set({ name })}
        width="14rem"
      />
      <RateInput label="Frames a second" value={film.rate} onChange={(rate) => count(rate, film.dropFrame)} />
      <TimeCodeInput
        label="Length"
        value={film.lengthFrames}
        count={film}
        onChange={(frames) => set({ lengthFrames: Math.max(1, frames) })}
      />
      <TimeCodeInput
        label="Starts at"
        value={film.startFrame}
        count={film}
        onChange={(startFrame) => set({ startFrame })}
      />
      {mayDropFrames(film.rate) && (
        <TickBox isSelected={film.dropFrame} onChange={(dropFrame) => count(film.rate, dropFrame)}>
          Drop frame
        </TickBox>
      )}
      <Button type="submit" isPending={isPending} isDisabled={film.name.trim() === ''}>
        Begin
      </Button>
    </Form>
  );
}
