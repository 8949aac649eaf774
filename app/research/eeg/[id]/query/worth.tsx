import type { EegFound } from '@/app/ui/eeg/eegAnswers';
import { percentWords, scoreWithInterval } from '@/app/ui/eeg/scoreWords';
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
      <p>
        <strong>{noBetterThanChance ? 'No better than chance' : 'Better than chance'}</strong>{' '}
        {found.scores.map(scoreSentence).join(' ')}
      </p>
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

function scoreSentence({
  dimension,
  leftOut,
  accuracy,
  emotionMap,
  aboveChance,
}: EegFound['scores'][number]): string {
  const parts = [
    ...(emotionMap
      ? [`mean average precision ${scoreWithInterval(emotionMap)} %${chanceOf(emotionMap)}`]
      : []),
    ...(accuracy ? [`accuracy ${scoreWithInterval(accuracy)} %${chanceOf(accuracy)}`] : []),
  ];
  const verdict = aboveChance ? 'above chance' : 'not above chance';
  return `${dimension}, ${verdict} on ${leftOut}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}.`;
}

const chanceOf = ({ chance }: { chance?: number }): string =>
  chance === undefined ? '' : ` (chance ${percentWords(chance)})`;

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
