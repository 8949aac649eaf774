import styles from '@/app/ui/study/helpWords.module.css';

/** What a study can be made of, and how files are named so that nothing need be said of them. */
export function WhatToBring() {
  return (
    <div className={styles.words}>
      <p>
        Bring a BIDS folder as it is, or plain files whose names say who and what:{' '}
        <code>sub-01_task-happy_bold.tsv</code>, <code>s18-timecourses.txt</code>,{' '}
        <code>sub-01_happy_rating-joy.csv</code>, <code>happy.wav</code>. A <code>mapping.tsv</code> beside
        them says what names cannot.
      </p>
      <dl className={styles.kinds}>
        <div>
          <dt>Brain, by region</dt>
          <dd>CSV, TSV, NPY, plain text, CIFTI ptseries; NIfTI volumes with a label image</dd>
        </div>
        <div>
          <dt>Ratings over time</dt>
          <dd>CSV, TSV, JAMS, BIDS physio and stim</dd>
        </div>
        <div>
          <dt>The music</dt>
          <dd>any sound file, or a track of your library; features of your own as CSV, TSV, NPY</dd>
        </div>
      </dl>
    </div>
  );
}
