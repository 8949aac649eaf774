'use client';

import { BrainMap, type BrainMapProps } from '@/app/ui/brain/brainMap';
import { SurfaceView } from '@/app/ui/brain/surfaceView';
import { Choice } from '@/app/ui/field/choice';
import type { AnalysisState, ChangeAnalysis } from './analysisUrl';

interface BrainViewProps extends Omit<BrainMapProps, 'views'> {
  view: AnalysisState['view'];
}

export const bothViews = ['hemispheres', 'glass'] as const;

/** A map drawn from four sides and as of glass, or on a surface that turns, in the same colours. */
export function BrainView({ view, ...map }: BrainViewProps) {
  return view === 'surface' ? <SurfaceView {...map} /> : <BrainMap {...map} views={bothViews} />;
}

const views = [
  { value: 'drawn', name: 'Drawn' },
  { value: 'surface', name: 'Surface' },
] as const;

/** Whether it is drawn or turns. */
export function ViewChoice({ view, onChange }: { view: AnalysisState['view']; onChange: ChangeAnalysis }) {
  return <Choice label="Brain" value={view} options={views} onChange={(next) => onChange({ view: next })} />;
}
