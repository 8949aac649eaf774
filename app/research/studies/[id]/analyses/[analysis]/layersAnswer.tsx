'use client';

import { useMemo } from 'react';
import { useColourScheme } from '@/app/ui/useColourScheme';
import { layerScale } from '@/ml/brain/colour/layerScale';
import { jointFloor, layerMeasure, layerSignificance, layerValues } from '@/ml/brain/layerValues';
import type { AnalysisState, ChangeAnalysis } from './analysisUrl';
import styles from './brainAnswer.module.css';
import { BrainView } from './brainView';
import { fullModel, type LayeredResult } from './encodingMaps';
import { LayerTable } from './layerTable';
import { LayerTools } from './layerTools';
import { RegionLayers } from './regionLayers';

interface LayersAnswerProps {
  result: LayeredResult;
  analysisId: number;
  /** The region that is looked at. */
  picked: string;
  state: AnalysisState;
  onChange: ChangeAnalysis;
}

/** Which layer of the network each region prefers, on the brain and in a table, and how sure that is. */
export function LayersAnswer({ result, analysisId, picked, state, onChange }: LayersAnswerProps) {
  const { report } = result;
  const group = state.group in report.layers.groups ? state.group : 'all';
  const joint = fullModel(report).groups[group];
  const layers = useMemo(() => report.layers.layers.map(({ name }) => name), [report]);
  const preferred = useMemo(
    () => ({ targets: report.targets, layers, preferences: report.layers.groups[group], joint }),
    [report, layers, group, joint],
  );
  const floor = state.joint ?? jointFloor(joint);
  const show = state.layer;
  const values = useMemo(() => layerValues(preferred, { show, floor }), [preferred, show, floor]);
  const scheme = useColourScheme();
  const scale = useMemo(() => layerScale({ count: layers.length, show, scheme }), [layers, show, scheme]);
  return (
    <>
      <section className={styles.map} aria-labelledby="layers-title">
        <h2 id="layers-title">Preferred layer by region</h2>
        <LayerTools {...{ result, group, joint, floor, state, onChange }} />
        <BrainView
          view={state.view}
          values={values}
          scale={scale}
          measure={layerMeasure(layers, show)}
          significance={show === 'best' ? layerSignificance : null}
          picked={picked}
          onPick={(region) => onChange({ region })}
          aside={<RegionLayers region={picked} result={result} group={group} />}
          fileName={`analysis-${analysisId}-${show === 'best' ? 'preferred-layer' : 'mean-depth'}-${group}`}
        />
      </section>
      <LayerTable preferred={preferred} floor={floor} />
    </>
  );
}
