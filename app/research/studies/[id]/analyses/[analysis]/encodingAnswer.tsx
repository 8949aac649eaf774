'use client';

import { useMemo } from 'react';
import { useBrainScale } from '@/app/ui/brain/useBrainScale';
import type { Study } from '@/app/ui/study/studyAnswers';
import type { AnalysisState, ChangeAnalysis } from './analysisUrl';
import styles from './brainAnswer.module.css';
import { BrainView } from './brainView';
import { encodingMaps, fullModel, type EncodingResult } from './encodingMaps';
import { encodingFinding, largest } from './finding';
import { LayersAnswer } from './layersAnswer';
import { MapTools } from './mapTools';
import { alpha, mapValues, r2Values } from './mapValues';
import { RegionScores } from './regionScores';
import { RegionStory } from './regionStory';

interface EncodingAnswerProps {
  result: EncodingResult;
  study: Study;
  analysisId: number;
  state: AnalysisState;
  onChange: ChangeAnalysis;
}

/** Where in the brain: the finding, one map at a time, and the story of the region that is pressed. */
export function EncodingAnswer({ result, study, analysisId, state, onChange }: EncodingAnswerProps) {
  const { report } = result;
  const maps = useMemo(() => encodingMaps(result), [result]);
  const map = maps.find(({ id }) => id === state.map) ?? maps[0];
  const group = state.group in map.groups ? state.group : 'all';
  const tested = map.groups[group];
  const show = state.show === 'p' && tested.pFamily === null ? 'score' : state.show;
  const values = useMemo(
    () =>
      show === 'r2' && map.r2
        ? r2Values(report.targets, map)
        : mapValues(report.targets, tested, show === 'p' ? 'p' : 'score'),
    [report, map, tested, show],
  );
  const floor = state.floor ?? (show === 'p' ? alpha : 0);
  const scale = useBrainScale(values, { kind: show === 'p' ? 'p' : 'diverging', floor });
  const picked =
    report.targets.find(({ name }) => name === state.region)?.name ??
    report.targets[largest(fullModel(report).groups.all.observed)].name;
  return (
    <>
      <p className={styles.finding}>{encodingFinding(result)}</p>
      {report.layers && (
        <LayersAnswer
          result={{ ...result, report: { ...report, layers: report.layers } }}
          analysisId={analysisId}
          picked={picked}
          state={state}
          onChange={onChange}
        />
      )}
      <section className={styles.map} aria-label="Map of the brain">
        <MapTools {...{ maps, map, group, show, state, scale, onChange }} />

        <BrainView
          view={state.view}
          values={values}
          scale={scale}
          measure={
            show === 'p' ? 'family-wise p' : show === 'r2' ? 'mean R² of held-out predictions' : map.measure
          }
          significance={tested.pFamily ? 'p < .05, family-wise' : null}
          picked={picked}
          onPick={(region) => onChange({ region })}
          aside={<RegionScores region={picked} result={result} group={group} />}
          fileName={`analysis-${analysisId}-${map.name.replaceAll(/[^A-Za-z0-9]+/g, '-')}`}
        />
      </section>
      <RegionStory
        key={picked}
        region={picked}
        result={result}
        study={study}
        analysisId={analysisId}
        state={state}
        onChange={onChange}
      />
    </>
  );
}
