import styles from './musicNote.module.css';
import type { MusicReport } from './cueMusic';

/** How the music stands at the playhead, in plain words. */
export function MusicNote({ report: { music, sync } }: { report: MusicReport }) {
  return (
    <p
      className={styles.note}
      role={music.state === 'failed' ? 'alert' : undefined}
      data-behind-milliseconds={sync?.behindMilliseconds.toFixed(1)}
      data-corrections={sync?.corrections}
    >
      {wordsOf({ music, sync })}
    </p>
  );
}

function wordsOf({ music, sync }: MusicReport): string {
  if (music.state === 'none') return 'No music here';
  if (music.state === 'loading') return 'The music is on its way';
  if (music.state === 'silent')
    return `No music at ${Math.abs(music.speed)}× ${music.speed < 0 ? 'backward' : ''}`.trim();
  if (music.state === 'failed') return music.reason;
  if (!sync) return 'The music is ready';
  const milliseconds = Math.round(sync.behindMilliseconds);
  if (milliseconds === 0) return 'Music in time';
  return `Music ${Math.abs(milliseconds)} ms ${milliseconds > 0 ? 'behind' : 'ahead of'} the picture`;
}
