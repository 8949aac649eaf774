'use client';

import { useCallback, useMemo } from 'react';
import { Choice } from '@/app/ui/field/choice';
import { formatClock } from '@/app/ui/format';
import { usePlayer, usePlayerPosition } from '@/app/ui/player/playerContext';
import { FigureView } from '@/app/ui/study/figureView';
import { StimulusSound } from '@/app/ui/study/stimulusSound';
import type { RegionStory, Study, StudyStimulus } from '@/app/ui/study/studyAnswers';
import { useStimulusItem } from '@/app/ui/study/useStimulusItem';
import { SeekSurface } from '@/app/ui/timeline/seekSurface';
import { plotBox } from '@/ml/figure/axes';
import type { Figure, FigureFrame } from '@/ml/figure/figure';
import { lineFigure } from '@/ml/figure/lineFigure';
import type { AnalysisState, ChangeAnalysis } from './analysisUrl';
import type { EncodingResult } from './encodingMaps';
import { sampleSeconds } from './sampleSeconds';
import styles from './timeCourse.module.css';

interface TimeCourseProps {
  story: RegionStory;
  result: EncodingResult;
  study: Study;
  state: AnalysisState;
  onChange: ChangeAnalysis;
}

/** What was measured of a region and what was predicted, in step with the music: a press goes there. */
export function TimeCourse({ story, result, study, state, onChange }: TimeCourseProps) {
  const piece = story.pieces.find(({ name }) => name === state.piece) ?? story.pieces[0];
  const stimulus = study.stimuli.find(({ name }) => name === piece.name);
  const seconds = useMemo(
    () => sampleSeconds(piece.measured.length, story.hopSeconds, result.spec.preprocessing),
    [piece, story.hopSeconds, result],
  );
  const draw = useCallback(
    (frame: Pick<FigureFrame, 'width' | 'scheme'>) =>
      lineFigure({
        ...frame,
        ...{ title: `${story.target} during ${piece.name}, measured and predicted`, height: 240 },
        ...{ xLabel: 'time in the piece (s)', yLabel: 'group mean (z)', x: seconds },
        lines: [
          { name: 'measured', values: piece.measured },
          { name: 'predicted, held out', values: piece.predicted },
        ],
      }),
    [story.target, piece, seconds],
  );
  return (
    <div className={styles.course}>
      <div className={styles.tools}>
        {story.pieces.length > 1 && (
          <Choice
            label="Piece"
            hideLabel
            value={piece.name}
            options={story.pieces.map(({ name }) => ({ value: name, name }))}
            onChange={(name) => onChange({ piece: name })}
          />
        )}
        {stimulus && <StimulusSound study={study} stimulus={stimulus} />}
      </div>
      <FigureView draw={draw} fileName={`${story.target}-${piece.name}`}>
        {(figure) =>
          stimulus && <Moment figure={figure} study={study} stimulus={stimulus} seconds={seconds} />
        }
      </FigureView>
    </div>
  );
}

interface MomentProps {
  figure: Figure;
  study: Study;
  stimulus: StudyStimulus;
  seconds: readonly number[];
}

/** The moment that is heard, over the plot; a press or a key goes to another. */
function Moment({ figure, study, stimulus, seconds }: MomentProps) {
  const item = useStimulusItem(study, stimulus);
  const player = usePlayer();
  const position = usePlayerPosition();
  const isCurrent = item !== null && player.item?.trackId === item.trackId;
  const { left, right, top, bottom } = plotBox(figure, 32);
  const [from, to] = [seconds[0], seconds[seconds.length - 1]];
  const now = isCurrent ? Math.min(to, Math.max(from, position)) : from;
  const goTo = (target: number) => {
    if (isCurrent) player.seek(target);
    else if (item) player.play(item, { startSeconds: target });
  };
  if (item === null) return null;
  // The drawing shrinks with its paper, so places are shares of it.
  const share = (pixels: number, of: number) => `${(100 * pixels) / of}%`;
  return (
    <div
      className={styles.plot}
      style={{
        left: share(left, figure.width),
        width: share(right - left, figure.width),
        top: share(top, figure.height),
        height: share(bottom - top, figure.height),
      }}
    >
      <SeekSurface
        label="Moment of the piece"
        value={now}
        max={to}
        valueText={formatClock(now)}
        onSeek={goTo}
        onPoint={() => undefined}
        onRelease={(share) => goTo(from + share * (to - from))}
        onPress={() => (isCurrent ? player.toggle() : goTo(now))}
      >
        <span className={styles.room} />
        {isCurrent && (
          <span className={styles.now} style={{ left: `${(100 * (now - from)) / (to - from || 1)}%` }} />
        )}
      </SeekSurface>
    </div>
  );
}
