import { dimensionWords } from '@/app/ui/dimensionWords';
import type { EegFound } from '@/app/ui/eeg/eegAnswers';
import { percentWords, scoreAgainstChance } from '@/app/ui/eeg/scoreWords';
import { formatClock, formatCount } from '@/app/ui/format';
import panel from '@/app/ui/study/panel.module.css';
import { SimulatedBadge } from '@/app/ui/study/badge';
import type { AskedStretch } from './stretch';
import styles from './query.module.css';

interface WorthProps {
  found: EegFound;
  wish: AskedStretch;
}

/** What the ranking is worth, before anybody reads it; and what was heard for it. */
export function Worth({ found, wish }: WorthProps) {
  const { noBetterThanChance, simulated, warnings } = found;
  return (
    <div className={styles.worth} role="note" aria-label="What the ranking is worth">
      {simulated && (
        <p>
          <SimulatedBadge /> This model was trained on people who do not exist: it knows only what a generator
          put into their EEG.
        </p>
      )}
      {found.personal !== null && <p>Heard by networks that were trained on {found.personal} alone.</p>}
      {noBetterThanChance && (
        <p>
          <strong>No better than chance</strong>: the order below says nothing of a listener’s emotion.
        </p>
      )}
      {found.scores.map((score) => (
        <p key={score.dimension}>
          <Verdict {...score} />
        </p>
      ))}
      <p className={panel.note}>
        {heardWords(found, wish)} {probabilityWords(found)}
      </p>
      {warnings.map((warning) => (
        <p key={warning} className={panel.note}>
          {warning}
        </p>
      ))}
    </div>
  );
}

/** Of valence or of arousal: whether its interval is above chance, and the scores themselves. */
function Verdict({ dimension, leftOut, accuracy, emotionMap, own, aboveChance }: EegFound['scores'][number]) {
  const parts = [
    ...(emotionMap ? [`mean average precision ${scoreAgainstChance(emotionMap)}`] : []),
    ...(accuracy ? [`accuracy ${scoreAgainstChance(accuracy)}`] : []),
    ...(own && own.emotionMap !== null
      ? [`of this listener a mean average precision of ${percentWords(own.emotionMap)} %`]
      : []),
  ];
  const told = parts.length > 0 ? `: ${parts.join(', ')}` : '';
  return (
    <>
      {dimensionWords[dimension].title}: <strong>{aboveChance ? 'better' : 'no better'} than chance</strong>{' '}
      {`on ${leftOut}${told}.`}
    </>
  );
}

function heardWords({ windows, searched }: EegFound, { fromSeconds, toSeconds }: AskedStretch): string {
  const dropped = windows.rejected === 0 ? '' : `, ${windows.rejected} more left out for artefacts`;
  return `Heard ${formatCount(windows.heard, 'window')} between ${formatClock(fromSeconds)} and ${formatClock(toSeconds)}${dropped}; ${formatCount(searched, 'track')} compared.`;
}

function probabilityWords({ probability }: EegFound): string {
  const told = (['valence', 'arousal'] as const).flatMap((name) => {
    const share = probability[name];
    return share === undefined ? [] : [`${name} high with ${percentWords(share)} %`];
  });
  return told.length === 0 ? '' : `It tells of ${told.join(', ')}.`;
}
