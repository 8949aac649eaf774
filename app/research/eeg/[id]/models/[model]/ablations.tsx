import { scoreWithInterval } from '@/app/ui/eeg/scoreWords';
import { NumberTable } from '@/app/ui/study/numberTable';
import panel from '@/app/ui/study/panel.module.css';
import { dimensionWords } from '@/app/ui/dimensionWords';
import { dimensions } from '@/ml/affect/dimension';
import styles from './model.module.css';
import { Sensitivity } from './sensitivity';
import {
  evaluationOf,
  schemeNames,
  variantNames,
  variantWords,
  type Dimension,
  type ModelRecord,
} from './trained';

interface AblationsProps {
  record: ModelRecord;
  scheme: string;
}

/** The whole model beside what it is without its parts, the probe of modality, and differences in pairs. */
export function Ablations({ record, scheme }: AblationsProps) {
  const differences = record.comparisons.filter((each) => each.scheme === scheme);
  return (
    <section className={panel.section} aria-labelledby="ablations-title">
      <div className={panel.head}>
        <h2 id="ablations-title">What its parts bring</h2>
        <p className={panel.note}>{schemeNames[scheme]}</p>
      </div>
      <p className={panel.note}>
        The probe is a linear classifier that tells EEG from music by the common space, fitted to training
        tracks and tried on others: chance is 50 %, and the nearer to it, the more common the space.
      </p>
      <div className={styles.pair}>
        {dimensions.map((dimension) => (
          <Variants key={dimension} {...{ record, scheme, dimension }} />
        ))}
      </div>
      {differences.length > 0 && <Differences differences={differences} />}
      <Sensitivity record={record} />
    </section>
  );
}

function Variants({ record, scheme, dimension }: AblationsProps & { dimension: Dimension }) {
  const rows = Object.entries(variantNames).flatMap(([variant, name]) => {
    const found = evaluationOf(record, { scheme, dimension, variant });
    if (!found) return [];
    const { eeg, emotion, probe } = found;
    const cells = [name, ...[eeg.accuracy, emotion.map, probe].map(scoreWithInterval)];
    return [{ cells, found: variant === 'full' }];
  });
  const title = dimensionWords[dimension].title;
  if (rows.length === 0) return <p className={panel.note}>{title}: it was not run.</p>;
  return (
    <NumberTable
      level={3}
      title={title}
      head={['', 'accuracy', 'emotion mAP', 'probe of modality']}
      rows={rows}
    />
  );
}

const scoreNames: Record<string, string> = {
  'emotion.map': 'emotion mAP',
  'emotion.p10': 'same emotion among 10',
  'eeg.aggregatedAccuracy': 'accuracy by track',
  'eeg.accuracy': 'accuracy',
  probe: 'probe of modality',
};

function Differences({ differences }: { differences: ModelRecord['comparisons'] }) {
  return (
    <NumberTable
      level={3}
      title="Differences, paired over participants"
      head={['', 'difference [95 %]']}
      rows={differences.map(({ dimension, score, better, worse, difference }) => ({
        cells: [
          `${scoreNames[score] ?? score}, ${dimension}: ${variantWords(better)} – ${variantWords(worse)}`,
          scoreWithInterval(difference),
        ],
        found: (difference?.low ?? 0) > 0,
      }))}
    />
  );
}
