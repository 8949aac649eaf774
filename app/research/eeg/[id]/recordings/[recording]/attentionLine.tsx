'use client';

import { useCallback, useMemo, useRef } from 'react';
import type { EegFound, EegTrial } from '@/app/ui/eeg/eegAnswers';
import { useTrackItem } from '@/app/ui/eeg/useTrackItem';
import { withOrigin } from '@/app/ui/eeg/withOrigin';
import { decodeCurve } from '@/app/ui/arrays';
import { FigureMoment } from '@/app/ui/study/figureMoment';
import { FigureView } from '@/app/ui/study/figureView';
import { useElementWidth } from '@/app/ui/useElementWidth';
import { WaveformCanvas } from '@/app/ui/waveform/waveformCanvas';
import { indexAt } from '@/ml/affect/sampling';
import type { FigureFrame } from '@/ml/figure/figure';
import { lineFigure } from '@/ml/figure/lineFigure';
import { attentionCourse } from './attentionCourse';
import styles from './overTime.module.css';

interface AttentionLineProps {
  found: EegFound;
  trial: EegTrial | null;
}

/** What a model attended to, under the sound that was heard. */
export function AttentionLine({ found, trial }: AttentionLineProps) {
  const track = useTrackItem(trial?.trackId ?? null);
  const course = useMemo(
    () => attentionCourse(found, { startSeconds: trial?.startSeconds ?? 0 }),
    [found, trial],
  );
  const lasts = track?.durationSeconds ?? trial?.durationSeconds ?? null;
  const { x, values } = useMemo(() => withEnds(course, lasts), [course, lasts]);
  const draw = useCallback(
    (frame: Pick<FigureFrame, 'width' | 'scheme'>) =>
      lineFigure({
        ...{ ...frame, height: 200, x, title: 'Attention over time' },
        ...{ xLabel: withOrigin('time (s)', found.simulated), yLabel: 'times even attention' },
        lines: [{ name: 'attention', values }],
        levels: [{ value: 1, name: 'even' }],
      }),
    [x, values, found.simulated],
  );
  return (
    <div>
      {track && <Sound track={track} />}
      <FigureView
        draw={draw}
        fileName="attention"
        caption="The mean over all windows that hold a moment; 1 where a model attends to all moments alike"
      >
        {(figure) =>
          track && (
            <FigureMoment figure={figure} item={track} fromSeconds={x[0]} toSeconds={x[x.length - 1]} />
          )
        }
      </FigureView>
    </div>
  );
}

/** The course from the beginning to the end of what was heard, so that it stands under the sound. */
function withEnds({ seconds, values }: ReturnType<typeof attentionCourse>, lasts: number | null) {
  const end = Math.max(lasts ?? 0, seconds.at(-1) ?? 0);
  const within = lasts === null ? seconds.length : seconds.filter((second) => second < lasts).length;
  return {
    x: [0, ...seconds.slice(0, within), end],
    values: [null, ...values.slice(0, within), null],
  };
}

function Sound({ track }: { track: NonNullable<ReturnType<typeof useTrackItem>> }) {
  const box = useRef<HTMLDivElement>(null);
  const width = useElementWidth(box);
  const emotionAt = useMemo(() => {
    const { valence, arousal } = decodeCurve(track.curve);
    return (share: number) => {
      const index = indexAt(track.curve, share * track.durationSeconds, valence.length);
      return { valence: valence[index], arousal: arousal[index] };
    };
  }, [track]);
  return (
    <div ref={box} className={styles.waveform} aria-hidden="true">
      <WaveformCanvas valuesBase64={track.waveform.valuesBase64} emotionAt={emotionAt} width={width} />
    </div>
  );
}
