'use client';

import { useMemo } from 'react';
import { ThresholdControl } from '@/app/ui/brain/thresholdControl';
import { useBrainScale } from '@/app/ui/brain/useBrainScale';
import type { AnalysisState, ChangeAnalysis } from './analysisUrl';
import styles from './brainAnswer.module.css';
import { BrainView, ViewChoice } from './brainView';
import tools from './mapTools.module.css';
import { intersubjectFinding } from './finding';
import { IntersubjectClouds } from './intersubjectClouds';
import { mapValues } from './mapValues';
import type { IntersubjectResult } from './resultsByKind';

interface IntersubjectAnswerProps {
  result: IntersubjectResult;
  analysisId: number;
  state: AnalysisState;
  onChange: ChangeAnalysis;
}

/** Whether brains move together: each against the mean of the others. */
export function IntersubjectAnswer({ result, analysisId, state, onChange }: IntersubjectAnswerProps) {
  const { report } = result;
  const { targets, tested } = report;
  const values = useMemo(() => mapValues(targets, tested, 'score'), [targets, tested]);
  const scale = useBrainScale(values, { floor: state.floor ?? 0 });
  const { threshold } = tested;
  return (
    <>
      <p className={styles.finding}>{intersubjectFinding(result)}</p>
      <section className={styles.map} aria-label="Map of the brain">
        <div className={tools.tools}>
          <ViewChoice view={state.view} onChange={onChange} />
          <ThresholdControl
            value={scale.floor}
            limit={scale.limit}
            suggested={
              threshold === null
                ? null
                : { value: Number(threshold.toPrecision(3)), name: 'Family-wise threshold' }
            }
            onChange={(floor) => onChange({ floor }, 'glide')}
          />
        </div>
        <BrainView
          view={state.view}
          values={values}
          scale={scale}
          measure="mean leave-one-out correlation"
          significance={tested.pFamily ? 'p < .05, family-wise' : null}
          picked={state.region}
          onPick={(region) => onChange({ region })}
          fileName={`analysis-${analysisId}-intersubject`}
        />
      </section>
      <IntersubjectClouds report={report} region={state.region} />
    </>
  );
}
