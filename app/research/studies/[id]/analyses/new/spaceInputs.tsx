import type { AnalysisSpec, Study } from '@/app/ui/study/studyAnswers';
import { featureSpace, ratingSpace, seriesOf } from './proposedSpec';
import type { CouplingSpec, EncodingSpec, LeadLagSpec } from './specByKind';
import { SpaceRows } from './spaceRows';

interface SpaceInputsProps {
  study: Study;
  spec: CouplingSpec | EncodingSpec | LeadLagSpec;
  onChange: (spec: AnalysisSpec) => void;
}

/** The features; where the brain is predicted, ratings may be among them. */
export function SpaceInputs({ study, spec, onChange }: SpaceInputsProps) {
  const of = (from: 'feature' | 'rating') => spec.spaces.filter((space) => space.from === from);
  return (
    <>
      <SpaceRows
        legend={
          spec.kind === 'leadLag' ? 'Features that the brain must tell more than' : 'Features of the sound'
        }
        series={seriesOf(study, 'feature')}
        spaces={of('feature')}
        fresh={(series) => featureSpace(series, spec.kind !== 'encoding')}
        onChange={(spaces) => onChange({ ...spec, spaces: [...spaces, ...of('rating')] })}
      />
      {spec.kind === 'encoding' && (
        <SpaceRows
          legend="Ratings, each participant’s own"
          series={seriesOf(study, 'rating')}
          spaces={of('rating')}
          fresh={ratingSpace}
          onChange={(spaces) => onChange({ ...spec, spaces: [...of('feature'), ...spaces] })}
        />
      )}
    </>
  );
}
