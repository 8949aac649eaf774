import type { AnalysisResult } from '../analyses/analysisResult';
import type { Markup } from './markup/markup';
import { reportPage } from './markup/reportPage';
import { closing } from './sections/closing';
import { couplingFacts, couplingSections } from './sections/couplingSections';
import { encodingFacts, encodingSections } from './sections/encodingSections';
import { intersubjectFacts, intersubjectSections } from './sections/intersubjectSections';
import { leadLagFacts, leadLagSections } from './sections/leadLagSections';
import { opening } from './sections/opening';

interface Parts {
  facts: Record<string, string>;
  sections: (Markup | null)[];
}

function partsOf(result: AnalysisResult): Parts {
  switch (result.kind) {
    case 'encoding': {
      const score = result.spec.kind === 'encoding' ? result.spec.plan.score : 'r';
      return { facts: encodingFacts(result.report), sections: encodingSections(result.report, score) };
    }
    case 'coupling':
      return { facts: couplingFacts(result.report), sections: couplingSections(result.report) };
    case 'leadLag':
      return { facts: leadLagFacts(result.report), sections: leadLagSections(result.report) };
    case 'intersubject':
      return { facts: intersubjectFacts(result.report), sections: intersubjectSections(result.report) };
  }
}

/**
 * A whole analysis as one HTML file that loads nothing: what was found, maps, figures, tables, methods, remarks, and all
 * that it takes to do it again. Every name in it is escaped.
 */
export function analysisReport(result: AnalysisResult): string {
  const { facts, sections } = partsOf(result);
  const body = [opening(result, facts), ...sections, ...closing(result)].filter((part) => part !== null);
  return reportPage({ title: result.title, simulated: result.study.simulated, body });
}
