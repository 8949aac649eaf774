import styles from '@/app/ui/study/helpWords.module.css';

/** What a study of EEG is made of, and what its files are to say. */
export function WhatEegToBring() {
  return (
    <div className={styles.words}>
      <p>
        Begin a study above, then bring a recording a participant and say what was heard when. A recording
        whose name begins with <code>sub-01</code> is that participant’s; filters, reference and what is
        dropped are shown and can be changed.
      </p>
      <dl className={styles.kinds}>
        <div>
          <dt>Recordings</dt>
          <dd>
            EDF, EDF+, BDF, BrainVision, EEGLAB <code>.set</code> with its <code>.fdt</code>, CSV or NPY with
            a header, Muse’s CSV, DEAP’s preprocessed <code>.mat</code>
          </dd>
        </div>
        <div>
          <dt>What was heard when</dt>
          <dd>
            <code>trials.tsv</code> with participant, file, onset and duration in seconds, track; the
            participant’s own valence and arousal on 1 to 9 where they were asked
          </dd>
        </div>
        <div>
          <dt>The music</dt>
          <dd>
            <code>tracks.tsv</code> with the raters’ mean valence and arousal on 1 to 9; sound from your
            library
          </dd>
        </div>
      </dl>
    </div>
  );
}
