'use client';

import { useCallback, useMemo } from 'react';
import { Choice } from '@/app/ui/field/choice';
import { FigureMoment } from '@/app/ui/study/figureMoment';
import { FigureView } from '@/app/ui/study/figureView';
import { StimulusSound } from '@/app/ui/study/stimulusSound';
import type { RegionStory, Study, StudyStimulus } from '@/app/ui/study/studyAnswers';
import { useStimulusItem } from '@/app/ui/study/useStimulusItem';
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

/** The moment that is heard, where the piece has a sound. */
function Moment({ figure, study, stimulus, seconds }: MomentProps) {
  const item = useStimulusItem(study, stimulus);
  if (item === null) return null;
  return (
    <FigureMoment
      figure={figure}
      item={item}
      fromSeconds={seconds[0]}
      toSeconds={seconds[seconds.length - 1]}
    />
  );
}
