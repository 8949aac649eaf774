'use client';

import { useState } from 'react';
import { RangeSlider, type Range } from '@/app/ui/field/rangeSlider';
import { Select } from '@/app/ui/field/select';
import { formatClock } from '@/app/ui/format';
import { percent } from '@/app/ui/percent';
import styles from './query.module.css';
import { namedStretch, stretchOf, type AskedStretch, type StretchProps } from './stretch';

const [own, whole] = ['own', 'whole'];

/** A stretch between two handles over a recording's time, or that of a trial. */
export function StretchByHand({ recording, state, onChange, children }: StretchProps) {
  const asked = stretchOf(state, recording);
  const [moved, setMoved] = useState<Range | null>(null);
  const [from, to] = moved ?? [asked.fromSeconds, asked.toSeconds];
  const end = Math.max(recording.durationSeconds ?? 0, 1);
  const settle = ([fromSeconds, toSeconds]: Range) => {
    setMoved(null);
    onChange({ fromSeconds, toSeconds });
  };
  return (
    <>
      <div className={styles.stretch}>
        <RangeSlider
          label="Stretch of the recording"
          value={[from, to]}
          within={[0, end]}
          step={0.5}
          words={`${formatClock(from)} to ${formatClock(to)}`}
          onChange={setMoved}
          onChangeEnd={settle}
        />
        <TrialMarks recording={recording} end={end} />
        {recording.trials.length > 0 && (
          <TrialChoice recording={recording} asked={asked} end={end} settle={settle} />
        )}
      </div>
      {children(asked)}
    </>
  );
}

/** Where something was heard, under the line. */
function TrialMarks({ recording: { trials }, end }: Pick<StretchProps, 'recording'> & { end: number }) {
  if (trials.length === 0) return null;
  return (
    <div className={styles.trials} aria-hidden="true">
      {trials.map(({ id, startSeconds, durationSeconds }) => (
        <span
          key={id}
          style={{
            left: percent(startSeconds / end),
            width: percent((durationSeconds ?? 1) / end),
          }}
        />
      ))}
    </div>
  );
}

interface TrialChoiceProps extends Pick<StretchProps, 'recording'> {
  asked: AskedStretch;
  end: number;
  settle: (range: Range) => void;
}

function TrialChoice({ recording, asked, end, settle }: TrialChoiceProps) {
  const { trials } = recording;
  const named = namedStretch(asked, recording);
  const choose = (value: string) => {
    const trial = trials.find(({ id }) => String(id) === value);
    if (value === whole) settle([0, end]);
    if (!trial) return;
    const { startSeconds, durationSeconds } = trial;
    settle([startSeconds, durationSeconds === null ? end : Math.min(end, startSeconds + durationSeconds)]);
  };
  return (
    <Select
      label="Which is"
      value={named === null ? own : String(named)}
      options={[
        ...(named === null ? [{ value: own, name: 'A stretch of your own' }] : []),
        { value: whole, name: 'The whole recording' },
        ...trials.map(({ id, name }) => ({ value: String(id), name })),
      ]}
      onChange={choose}
    />
  );
}
