'use client';

import { Button } from '@/app/ui/button';
import { saveFile } from '@/app/ui/saveFile';
import type { EegModelRow, EegStudy } from '@/app/ui/eeg/eegAnswers';
import { eegQueryLink, eegStudyLink } from '@/app/ui/eeg/eegLinks';
import { formatCount } from '@/app/ui/format';
import { LinkButton } from '@/app/ui/linkButton';
import { SimulatedBadge } from '@/app/ui/study/badge';
import styles from '@/app/ui/study/studyHead.module.css';
import { UpLink } from '@/app/ui/study/upLink';
import { scoresCsv } from './scoresCsv';
import type { Trained } from './trained';

interface ModelHeadProps {
  model: EegModelRow;
  study: EegStudy;
  trained: Trained | null;
}

/** What the model is called, what it was trained on, and its numbers to take away. */
export function ModelHead({ model, study, trained }: ModelHeadProps) {
  return (
    <header className={styles.head}>
      <div className={styles.words}>
        <UpLink href={eegStudyLink(study.id)} beside={study.simulated && <SimulatedBadge />}>
          {study.title}
        </UpLink>
        <h1 className={styles.title}>
          {model.title} {model.simulated && <SimulatedBadge />}
        </h1>
        <p className={styles.facts}>{factsOf(model).join(' · ')}</p>
      </div>
      {trained && (
        <div className={styles.deeds}>
          <LinkButton size="small" href={eegQueryLink(study.id, { model: model.id })}>
            Find music by EEG
          </LinkButton>
          <Exports name={model.title} trained={trained} />
        </div>
      )}
    </header>
  );
}

function Exports({ name, trained }: { name: string; trained: Trained }) {
  const keep = (text: string, type: string, ending: string) =>
    saveFile(new Blob([text], { type }), `${name}.${ending}`);
  return (
    <>
      <Button size="small" onPress={() => keep(scoresCsv(trained.record), 'text/csv', 'csv')}>
        Scores (CSV)
      </Button>
      <Button size="small" onPress={() => keep(JSON.stringify(trained, null, 1), 'application/json', 'json')}>
        All of it (JSON)
      </Button>
      <Button size="small" onPress={() => keep(trained.report, 'text/markdown', 'md')}>
        Report (Markdown)
      </Button>
    </>
  );
}

function factsOf({ digest, simulated, settings }: EegModelRow): string[] {
  const { training, embedding } = settings;
  return [
    ...(simulated ? ['trained on people who do not exist'] : []),
    ...(digest
      ? [
          formatCount(digest.participants, 'participant'),
          formatCount(digest.tracks, 'track'),
          formatCount(digest.windows, 'window'),
          formatCount(digest.channels, 'channel'),
        ]
      : []),
    `music heard by ${embedding}`,
    training.joint ? 'one network for both' : 'a network each for valence and arousal',
    `high over ${training.threshold}`,
  ];
}
