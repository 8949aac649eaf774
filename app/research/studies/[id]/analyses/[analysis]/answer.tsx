import { broughtWords } from '@/app/ui/study/analysisWords';
import type { AnalysisResult, AnalysisSummary, Study } from '@/app/ui/study/studyAnswers';
import type { AnalysisState, ChangeAnalysis } from './analysisUrl';
import { CouplingAnswer } from './couplingAnswer';
import { EncodingAnswer } from './encodingAnswer';
import { IntersubjectAnswer } from './intersubjectAnswer';
import { LeadLagAnswer } from './leadLagAnswer';
import { Methods } from './methods';
import { Remarks } from './remarks';

interface AnswerProps {
  result: AnalysisResult;
  study: Study;
  analysis: AnalysisSummary;
  state: AnalysisState;
  onChange: ChangeAnalysis;
}

/** The answer by the kind of its question, what a reader must know of it, and how it was come by. */
export function Answer({ result, study, analysis, state, onChange }: AnswerProps) {
  const part = { state, onChange, analysisId: analysis.id };
  return (
    <>
      {result.kind === 'encoding' && <EncodingAnswer {...part} result={result} study={study} />}
      {result.kind === 'coupling' && <CouplingAnswer {...part} report={result.report} />}
      {result.kind === 'intersubject' && <IntersubjectAnswer {...part} result={result} />}
      {result.kind === 'leadLag' && <LeadLagAnswer {...part} reports={result.report.directions} />}
      <Remarks
        remarks={[broughtWords(analysis) ?? [], result.report.remarks].flat()}
        problems={result.problems}
      />
      <Methods analysis={analysis} />
    </>
  );
}
