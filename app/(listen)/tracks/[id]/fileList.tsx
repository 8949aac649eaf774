import { formatBytes, formatCount } from '@/app/ui/format';
import styles from './fileList.module.css';
import type { TrackDetail } from './trackCurve';

const origins = {
  path: 'named by you, stays where it is',
  watched: 'in a watched folder',
  upload: 'uploaded',
  demo: 'demo music',
} as const;

/** Every file that holds this very sound, and whether it is still there. */
export function FileList({ track }: { track: TrackDetail }) {
  const files = track.files.filter(({ trackId }) => trackId === track.trackId);
  return (
    <section aria-labelledby="track-files" className={styles.files}>
      <h2 id="track-files">{formatCount(files.length, 'file')}</h2>
      <ul className={styles.list}>
        {files.map((file) => (
          <li key={file.path}>
            <FileWords file={file} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What one file is called, how large it is, where it came from, and whether it is still there. */
export function FileWords({ file }: { file: TrackDetail['files'][number] }) {
  const { path, name, origin, sizeBytes, missingSince } = file;
  return (
    <>
      <p className={styles.path} title={name === null ? undefined : path}>
        {name ?? path}
      </p>
      <p className={missingSince ? styles.missing : styles.state}>
        {formatBytes(sizeBytes)}, {origins[origin]}
        {missingSince &&
          `; not found since ${new Date(missingSince).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' })}`}
      </p>
    </>
  );
}
