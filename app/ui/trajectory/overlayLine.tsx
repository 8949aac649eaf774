import styles from './overlayLine.module.css';

/** The line of a match laid over a drawing: cased, so that it is told from what is drawn. */
export function OverlayLine({ path }: { path: string }) {
  return (
    <>
      <path className={styles.casing} d={path} />
      <path className={styles.match} d={path} />
    </>
  );
}
