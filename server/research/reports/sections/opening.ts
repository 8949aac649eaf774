import type { AnalysisResult } from '../../analyses/analysisResult';
import { markup, type Markup } from '../markup/markup';

const kindWords: Record<AnalysisResult['kind'], string> = {
  encoding: 'Encoding: from features to recordings',
  leadLag: 'Leads and lags between ratings and the brain',
  coupling: 'Coupling: from changes of the sound to changes of ratings',
  intersubject: 'Likeness between participants',
};

/** What a report is about, at a glance. */
export function opening(result: AnalysisResult, facts: Record<string, string>): Markup {
  const all = {
    Study: result.study.title,
    Analysis: kindWords[result.kind],
    ...facts,
    Seed: String(result.seed),
  };
  const items = Object.entries(all).map(
    ([name, fact]) => markup`<div><dt>${name}</dt><dd>${fact}</dd></div>`,
  );
  return markup`<dl class="facts">${items}</dl>
`;
}
