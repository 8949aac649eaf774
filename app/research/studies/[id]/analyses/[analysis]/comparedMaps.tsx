'use client';

import { useMemo } from 'react';
import { BrainMap } from '@/app/ui/brain/brainMap';
import { ThresholdControl } from '@/app/ui/brain/thresholdControl';
import { useBrainScale } from '@/app/ui/brain/useBrainScale';
import type { AnalysisResult } from '@/app/ui/study/studyAnswers';
import type { AnalysisState, ChangeAnalysis } from './analysisUrl';
import { bothViews } from './brainView';
import { fullModel, type TestedMap } from './encodingMaps';
import { mapValues } from './mapValues';
import story from './regionStory.module.css';

interface ComparedMapsProps {
  one: AnalysisResult;
  other: AnalysisResult;
  state: AnalysisState;
  onChange: ChangeAnalysis;
}

/** The two maps beside each other, in the same colours. */
export function ComparedMaps({ one, other, state, onChange }: ComparedMapsProps) {
  const maps = useMemo(() => [one, other].map(valuesOf), [one, other]);
  const scale = useBrainScale(maps.flat(), { floor: state.floor ?? 0 });
  if (maps.some((values) => values.length === 0)) return null;
  return (
    <section className={story.story} aria-label="Both maps">
      <ThresholdControl
        value={scale.floor}
        limit={scale.limit}
        onChange={(floor) => onChange({ floor }, 'glide')}
      />
      <div className={story.pair}>
        {[one, other].map((result, index) => (
          <div key={index === 0 ? 'here' : 'there'}>
            <h2>{result.title}</h2>
            <BrainMap
              values={maps[index]}
              views={bothViews}
              scale={scale}
              measure={result.kind === 'intersubject' ? 'inter-subject correlation' : 'mean held-out score'}
              significance="p < .05, family-wise"
              picked={state.region}
              onPick={(region) => onChange({ region })}
              fileName={index === 0 ? 'here' : 'there'}
              list={false}
            />
          </div>
        ))}
      </div>
    </section>
  );
}

function valuesOf(result: AnalysisResult) {
  const tested = testedOf(result);
  return tested && 'targets' in result.report ? mapValues(result.report.targets, tested, 'score') : [];
}

function testedOf(result: AnalysisResult): TestedMap | null {
  switch (result.kind) {
    case 'encoding':
      return fullModel(result.report).groups.all;
    case 'intersubject':
      return result.report.tested;
    case 'coupling':
    case 'leadLag':
      return null;
  }
}
