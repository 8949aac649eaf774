'use client';

import { NumberInput } from '@/app/ui/field/numberInput';
import { TickBox } from '@/app/ui/field/tickBox';
import type { AnalysisSpec, Study } from '@/app/ui/study/studyAnswers';
import { ConfoundInputs } from './confoundInputs';
import type { Preprocessing } from './specByKind';
import styles from './specSettings.module.css';

interface CleaningInputsProps {
  study: Study;
  spec: AnalysisSpec;
  onChange: (spec: AnalysisSpec) => void;
}

const usualHighPassHz = 0.001;

/** Volumes dropped, ends cut off, slow drift taken out, confounds regressed out, ratings moved. */
export function CleaningInputs({ study, spec, onChange }: CleaningInputsProps) {
  const now = spec.preprocessing;
  const change = (part: Partial<Preprocessing>) => onChange({ ...spec, preprocessing: { ...now, ...part } });
  return (
    <>
      <div className={styles.fields}>
        <NumberInput
          label="Volumes dropped"
          value={now.dropVolumes}
          min={0}
          step={1}
          onChange={(dropVolumes) => change({ dropVolumes })}
        />
        <NumberInput
          label="Cut off at the start"
          unit="s"
          value={now.trimStartSeconds}
          onChange={(trimStartSeconds) => change({ trimStartSeconds })}
        />
        <NumberInput
          label="at the end"
          unit="s"
          value={now.trimEndSeconds}
          onChange={(trimEndSeconds) => change({ trimEndSeconds })}
        />
        <NumberInput
          label="Ratings earlier by"
          unit="s"
          value={now.ratingShiftSeconds}
          onChange={(ratingShiftSeconds) => change({ ratingShiftSeconds })}
        />
      </div>
      <div className={styles.fields}>
        <TickBox
          isSelected={now.highPassHz !== null}
          onChange={(is) => change({ highPassHz: is ? usualHighPassHz : null })}
        >
          High-pass
        </TickBox>
        {now.highPassHz !== null && (
          <NumberInput
            label="Slower is taken out"
            hideLabel
            unit="Hz"
            width="7rem"
            value={now.highPassHz}
            format={{ maximumFractionDigits: 5 }}
            onChange={(highPassHz) => change({ highPassHz })}
          />
        )}
        <TickBox
          isSelected={now.detrendDegree !== null}
          onChange={(is) => change({ detrendDegree: is ? 1 : null })}
        >
          Detrend
        </TickBox>
        <TickBox isSelected={now.zScore} onChange={(zScore) => change({ zScore })}>
          Every run to mean 0 and deviation 1
        </TickBox>
      </div>
      {spec.kind !== 'coupling' && (
        <ConfoundInputs
          study={study}
          wanted={now.confounds}
          onChange={(confounds) => change({ confounds })}
        />
      )}
    </>
  );
}
