import type { AnalysisSpec, Study } from '@/app/ui/study/studyAnswers';
import { ratingSpace, seriesOf } from './proposedSpec';
import type { CouplingSpec, LeadLagSpec } from './specByKind';
import { SpaceRows } from './spaceRows';

interface ScaleInputsProps {
  study: Study;
  spec: CouplingSpec | LeadLagSpec;
  onChange: (spec: AnalysisSpec) => void;
}

/** The scales that were rated, each analysed apart. */
export function ScaleInputs({ study, spec, onChange }: ScaleInputsProps) {
  return (
    <SpaceRows
      legend="Ratings"
      series={seriesOf(study, 'rating')}
      spaces={spec.scales}
      fresh={ratingSpace}
      onChange={(scales) => onChange({ ...spec, scales })}
    />
  );
}
