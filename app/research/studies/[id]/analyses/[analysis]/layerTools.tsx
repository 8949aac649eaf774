'use client';

import { ThresholdControl } from '@/app/ui/brain/thresholdControl';
import { Choice } from '@/app/ui/field/choice';
import { roundLimit } from '@/ml/brain/colour/colourScale';
import type { AnalysisState, ChangeAnalysis } from './analysisUrl';
import { ViewChoice } from './brainView';
import type { LayeredResult, TestedMap } from './encodingMaps';
import styles from './mapTools.module.css';

interface LayerToolsProps {
  result: LayeredResult;
  group: string;
  joint: TestedMap;
  /** Regions whose joint score is less are not told of. */
  floor: number;
  state: AnalysisState;
  onChange: ChangeAnalysis;
}

const readings = [
  { value: 'best', name: 'best layer' },
  { value: 'depth', name: 'mean depth' },
] as const;

/** Which reading of the layers, of which pieces, and from which joint score on. */
export function LayerTools({ result, group, joint, floor, state, onChange }: LayerToolsProps) {
  const groups = Object.keys(result.report.layers.groups);
  const { threshold } = joint;
  return (
    <div className={styles.tools}>
      <Choice
        label="Layers by"
        value={state.layer}
        options={readings}
        onChange={(layer) => onChange({ layer })}
      />
      {groups.length > 1 && (
        <Choice
          label="Pieces"
          value={group}
          options={groups.map((name) => ({ value: name, name }))}
          onChange={(name) => onChange({ group: name, floor: null, joint: null })}
        />
      )}
      <ViewChoice view={state.view} onChange={onChange} />
      <ThresholdControl
        label="Joint score from"
        value={floor}
        limit={roundLimit(joint.observed)}
        suggested={
          threshold !== null && threshold > 0 && state.joint !== null
            ? { value: threshold, name: 'Family-wise threshold' }
            : null
        }
        onChange={(next) => onChange({ joint: next === threshold ? null : next }, 'glide')}
      />
    </div>
  );
}
