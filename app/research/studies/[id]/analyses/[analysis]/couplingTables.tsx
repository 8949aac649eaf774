import { formatProbability, formatStatistic } from '@/app/ui/study/analysisWords';
import type { ScaleCoupling } from './resultsByKind';
import { NumberTable } from '@/app/ui/study/numberTable';

/** The analysis of variance, features in pairs, and maxima against surrogates, of one scale. */
export function CouplingTables({ scale }: { scale: ScaleCoupling }) {
  return (
    <>
      {scale.anova && <Anova effects={scale.anova} />}
      {scale.postHoc.length > 0 && <PostHoc tests={scale.postHoc} />}
      <Surrogates scale={scale} />
      {scale.leftOut.length > 0 && (
        <p>{`Left out of the analysis of variance, since a cell of theirs is missing: ${scale.leftOut.join(', ')}.`}</p>
      )}
    </>
  );
}

const fixed = (value: number | null, places = 3): string =>
  value === null ? '–' : formatStatistic(value, places);
const probability = (p: number | null): string =>
  p === null ? '–' : formatProbability(p).replace(/^p\u00a0(=\u00a0)?/, '');

function Anova({ effects }: { effects: NonNullable<ScaleCoupling['anova']> }) {
  return (
    <NumberTable
      title="Repeated-measures analysis of variance"
      head={[
        'Effect',
        'F',
        'df',
        'p',
        'Mauchly W (p)',
        'GG ε',
        'p GG',
        'HF ε',
        'p HF',
        'partial η²',
        'generalised η²',
      ]}
      rows={effects.map((effect) => ({
        found: effect.pGreenhouseGeisser < 0.05,
        cells: [
          effect.effect,
          fixed(effect.f, 2),
          `${effect.degrees}, ${effect.errorDegrees}`,
          probability(effect.p),
          effect.mauchlyW === null ? '–' : `${fixed(effect.mauchlyW)} (${probability(effect.mauchlyP)})`,
          fixed(effect.greenhouseGeisser),
          probability(effect.pGreenhouseGeisser),
          fixed(effect.huynhFeldt),
          probability(effect.pHuynhFeldt),
          fixed(effect.partialEtaSquared),
          fixed(effect.generalisedEtaSquared),
        ],
      }))}
    />
  );
}

function PostHoc({ tests }: { tests: ScaleCoupling['postHoc'] }) {
  return (
    <NumberTable
      title="Features in pairs, within participants"
      head={['Features', 'difference of z', 't', 'df', 'p', 'p Holm', 'Cohen’s dz']}
      rows={tests.map((test) => ({
        found: test.pHolm < 0.05,
        cells: [
          `${test.plus} – ${test.minus}`,
          fixed(test.difference),
          fixed(test.t, 2),
          String(test.degrees),
          probability(test.p),
          probability(test.pHolm),
          fixed(test.cohenDz, 2),
        ],
      }))}
    />
  );
}

function Surrogates({ scale }: { scale: ScaleCoupling }) {
  const tested = Object.entries(scale.surrogates).flatMap(([feature, found]) =>
    found ? [{ feature, ...found }] : [],
  );
  if (tested.length === 0) return null;
  return (
    <NumberTable
      title="Against surrogates of the features"
      head={['Feature', 'mean z', 'surrogates’ mean', 'their 95th percentile', 'p']}
      rows={tested.map(({ feature, z, surrogateMean, surrogate95, p }) => ({
        found: p < 0.05,
        cells: [feature, fixed(z), fixed(surrogateMean), fixed(surrogate95), probability(p)],
      }))}
    />
  );
}
