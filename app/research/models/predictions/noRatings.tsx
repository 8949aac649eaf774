import styles from './noRatings.module.css';

/** What to do where the raters' labels are not at hand. */
export function NoRatings({ folder }: { folder: string }) {
  return (
    <p className={styles.note}>
      <strong>The raters are not shown.</strong> Their labels are not part of this program. To see them, put
      the data set VGMIDI at <code>{folder}/vgmidi</code>, or name the folder that holds it in{' '}
      <code>RESEARCH_DATA</code> and start again.
    </p>
  );
}
