import { unlessDefault, writeParameters } from '@/app/ui/url/parameters';
import type { UrlCodec } from '@/app/ui/url/urlCodec';
import type { AnalysisSpec } from '@/app/ui/study/studyAnswers';
import type { AnalysisKind } from './specByKind';

export interface NewAnalysisState {
  /** The question; null for the first that the study can answer. */
  ask: AnalysisKind | null;
  /** The settings, once any was changed. */
  spec: AnalysisSpec | null;
  /** The network whose layers are asked about; null for none. */
  layers: string | null;
}

const kinds: readonly string[] = ['coupling', 'encoding', 'leadLag', 'intersubject'];

/** `?ask=&spec=&layers=`, the settings as JSON. */
export const newAnalysisUrl: UrlCodec<NewAnalysisState> = {
  read: (parameters) => {
    const ask = parameters.get('ask');
    const spec = readSpec(parameters.get('spec'));
    const kind = kinds.includes(ask ?? '') ? (ask as AnalysisKind) : (spec?.kind ?? null);
    return { ask: kind, spec, layers: parameters.get('layers') };
  },
  write: ({ ask, spec, layers }) =>
    writeParameters({ ask: unlessDefault(ask, null), spec: spec && JSON.stringify(spec), layers }),
};

/** What can be an analysis' settings; null for anything else. The server checks the rest. */
function readSpec(text: string | null): AnalysisSpec | null {
  try {
    const value = JSON.parse(text ?? 'null') as Partial<AnalysisSpec> | null;
    const isWhole = value && kinds.includes(value.kind ?? '') && value.plan && value.preprocessing;
    return isWhole ? (value as AnalysisSpec) : null;
  } catch {
    return null;
  }
}
