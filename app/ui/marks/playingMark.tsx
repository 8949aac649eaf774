import styles from './playingMark.module.css';

/** The sign of what plays, told by its shape: a triangle in a disc, around the origin of the drawing it is put in. */
export function PlayingMark() {
  return (
    <>
      <circle className={styles.disc} r="11" />
      <path className={styles.triangle} d="M-3.2,-4.6 5,0 -3.2,4.6z" />
    </>
  );
}
