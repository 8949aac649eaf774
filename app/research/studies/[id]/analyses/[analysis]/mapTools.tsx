'use client';

import { ThresholdControl } from '@/app/ui/brain/thresholdControl';
import { Choice } from '@/app/ui/field/choice';
import { Select } from '@/app/ui/field/select';
import type { ColourScale } from '@/ml/brain/colour/colourScale';
import type { AnalysisState, ChangeAnalysis } from './analysisUrl';
import { ViewChoice } from './brainView';
import type { EncodingMap } from './encodingMaps';
import styles from './mapTools.module.css';

interface MapToolsProps {
  maps: readonly EncodingMap[];
  map: EncodingMap;
  group: string;
  show: AnalysisState['show'];
  state: AnalysisState;
  scale: ColourScale;
  onChange: ChangeAnalysis;
}

/** Which map, of which pieces, which of its numbers, and from where on it is coloured. */
export function MapTools({ maps, map, group, show, state, scale, onChange }: MapToolsProps) {
  const groups = Object.keys(map.groups);
  const threshold = map.groups[group].threshold;
  return (
    <div className={styles.tools}>
      <Select
        label="Map"
        value={map.id}
        options={maps.map(({ id, name }) => ({ value: id, name }))}
        onChange={(id) => onChange({ map: id, floor: null })}
      />
      {groups.length > 1 && (
        <Choice
          label="Pieces"
          value={group}
          options={groups.map((name) => ({ value: name, name }))}
          onChange={(name) => onChange({ group: name, floor: null })}
        />
      )}
      <Choice
        label="Shown"
        value={show}
        options={showOptions(map, group)}
        onChange={(next) => onChange({ show: next, floor: null })}
      />
      <ViewChoice view={state.view} onChange={onChange} />
      <ThresholdControl
        label={show === 'p' ? 'Colour up to p' : 'Colour from'}
        value={scale.floor}
        limit={show === 'p' ? 1 : scale.limit}
        suggested={
          show === 'score' && threshold !== null && threshold > 0 && threshold !== state.floor
            ? { value: Number(threshold.toPrecision(3)), name: 'Family-wise threshold' }
            : null
        }
        onChange={(floor) => onChange({ floor }, 'glide')}
      />
    </div>
  );
}

function showOptions(map: EncodingMap, group: string) {
  const isR2 = map.measure.includes('R²');
  return [
    { value: 'score' as const, name: isR2 ? 'R²' : 'r' },
    ...(map.r2 && !isR2 && group === 'all' ? [{ value: 'r2' as const, name: 'R²' }] : []),
    ...(map.groups[group].pFamily ? [{ value: 'p' as const, name: 'p' }] : []),
  ];
}
