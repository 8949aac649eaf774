'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC, type Answers } from '@/app/trpc';
import { Button } from '@/app/ui/button';
import { ErrorState, LoadingState } from '@/app/ui/message/message';
import { formatProbability, formatStatistic } from '@/app/ui/study/analysisWords';
import type { AnalysisResult, AnalysisSummary } from '@/app/ui/study/studyAnswers';
import type { AnalysisState, ChangeAnalysis } from './analysisUrl';
import brain from './brainAnswer.module.css';
import { ComparedMaps } from './comparedMaps';
import { NumberTable } from '@/app/ui/study/numberTable';

interface ComparedProps {
  result: AnalysisResult;
  analysis: AnalysisSummary;
  otherId: number;
  state: AnalysisState;
  onChange: ChangeAnalysis;
}

/** Two analyses side by side: what was asked differently, and what came of it. */
export function Compared({ result, analysis, otherId, state, onChange }: ComparedProps) {
  const trpc = useTRPC();
  const other = useQuery(trpc.studies.analyses.result.queryOptions({ analysisId: otherId }));
  const comparison = useQuery(
    trpc.studies.analyses.compare.queryOptions({ one: analysis.id, other: otherId }),
  );
  const error = other.error ?? comparison.error;
  const back = <Button onPress={() => onChange({ with: null })}>This analysis alone</Button>;
  if (error)
    return (
      <>
        <ErrorState title="The two could not be compared" error={error} />
        {back}
      </>
    );
  if (!other.data || !comparison.data) return <LoadingState>Reading the other analysis</LoadingState>;
  return (
    <>
      <p className={brain.finding}>{sentence(comparison.data, analysis.title, other.data.title)}</p>
      <ComparedMaps one={result} other={other.data} state={state} onChange={onChange} />
      <Differences {...comparison.data} />
      <Values {...comparison.data} />
      <div>{back}</div>
    </>
  );
}

type Comparison = Answers['studies']['analyses']['compare'];

function sentence({ differences, sameData, values }: Comparison, one: string, other: string): string {
  const asked =
    differences.length === 0
      ? 'The two asked the same'
      : `“${one}” and “${other}” differ in ${differences.length} settings`;
  const data = sameData ? 'of the same data' : 'of data that are not the same';
  const apart = values.flatMap(({ difference }) => (difference === null ? [] : [Math.abs(difference)]));
  const most =
    apart.length > 0 ? `; their numbers are at most ${formatStatistic(Math.max(...apart))} apart` : '';
  return `${asked}, ${data}${most}.`;
}

function Differences({ differences }: Comparison) {
  if (differences.length === 0) return null;
  return (
    <NumberTable
      title="What was asked differently"
      head={['Setting', 'Here', 'There']}
      rows={differences.map(({ path, one, other }) => ({ found: false, cells: [path, one, other] }))}
    />
  );
}

function Values({ measure, values }: Comparison) {
  if (values.length === 0) return null;
  const number = (value: number | null) => (value === null ? '–' : formatStatistic(value));
  const probability = (p: number | null) => (p === null ? '–' : formatProbability(p));
  return (
    <NumberTable
      title={`${measure.charAt(0).toUpperCase()}${measure.slice(1)}`}
      head={['Region', 'here', 'there', 'difference', 'p here', 'p there']}
      rows={values.map(({ name, one, other, difference, pOne, pOther }) => ({
        found: false,
        cells: [name, number(one), number(other), number(difference), probability(pOne), probability(pOther)],
      }))}
    />
  );
}
