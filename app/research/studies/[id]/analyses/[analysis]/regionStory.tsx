'use client';

import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTRPC } from '@/app/trpc';
import { ErrorState, LoadingState } from '@/app/ui/message/message';
import { formatProbability, formatStatistic } from '@/app/ui/study/analysisWords';
import { FigureView } from '@/app/ui/study/figureView';
import type { RegionStory as Story, Study } from '@/app/ui/study/studyAnswers';
import { lineFigure } from '@/ml/figure/lineFigure';
import type { FigureFrame } from '@/ml/figure/figure';
import type { AnalysisState, ChangeAnalysis } from './analysisUrl';
import { fullModel, type EncodingResult } from './encodingMaps';
import { RegionClouds } from './regionClouds';
import styles from './regionStory.module.css';
import { TimeCourse } from './timeCourse';

interface RegionStoryProps {
  region: string;
  result: EncodingResult;
  study: Study;
  analysisId: number;
  state: AnalysisState;
  onChange: ChangeAnalysis;
}

/** A region: its network, what predicts it, how late, and how near the prediction comes while the music plays. */
export function RegionStory({ region, result, study, analysisId, state, onChange }: RegionStoryProps) {
  const trpc = useTRPC();
  const story = useQuery(
    trpc.studies.analyses.region.queryOptions({ analysisId, target: region }, { staleTime: Infinity }),
  );
  const index = result.report.targets.findIndex(({ name }) => name === region);
  const { network, hemisphere } = result.report.targets[index];
  const where = [hemisphere && `${hemisphere} hemisphere`, network && `${network} network`].filter(Boolean);
  return (
    <section className={styles.story} aria-labelledby="region-title">
      <div className={styles.head}>
        <h2 id="region-title">{region}</h2>
        <p className={styles.facts}>{[...where, factsOf(result, index)].join(' · ')}</p>
      </div>
      {story.error ? (
        <ErrorState
          title="The region could not be read"
          error={story.error}
          onRetry={() => void story.refetch()}
        />
      ) : story.data ? (
        <>
          <TimeCourse story={story.data} result={result} study={study} state={state} onChange={onChange} />
          <div className={styles.pair}>
            <RegionClouds region={region} index={index} result={result} />
            <Weights story={story.data} />
          </div>
        </>
      ) : (
        <LoadingState>Reading the region</LoadingState>
      )}
    </section>
  );
}

function factsOf({ report }: EncodingResult, index: number): string {
  const { observed, p, pFamily, q } = fullModel(report).groups.all;
  const ceiling = report.ceiling?.observed[index];
  return [
    `mean score ${formatStatistic(observed[index])}`,
    ...(p ? [formatProbability(p[index])] : []),
    ...(pFamily ? [`family-wise ${formatProbability(pFamily[index])}`] : []),
    ...(q ? [formatProbability(q[index]).replace('p', 'q')] : []),
    ...(ceiling === undefined ? [] : [`approximate ceiling ${formatStatistic(ceiling)}`]),
  ].join(', ');
}

function Weights({ story }: { story: Story }) {
  const draw = useCallback(
    (frame: Pick<FigureFrame, 'width' | 'scheme'>) =>
      lineFigure({
        ...frame,
        ...{ title: `Weights of ${story.target} over delays`, height: 260 },
        ...{ xLabel: 'delay of the brain (s)', yLabel: 'weight' },
        x: story.delays.map((delay) => delay * story.hopSeconds),
        lines: Object.entries(story.weights).map(([name, values]) => ({ name, values })),
      }),
    [story],
  );
  return (
    <FigureView
      draw={draw}
      fileName={`${story.target}-weights`}
      caption="Group mean, by space: how long after the sound the region answers"
    />
  );
}
