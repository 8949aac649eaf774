import { LinkButton } from '@/app/ui/linkButton';
import styles from './downloads.module.css';

const documents = [
  { name: 'CSV', file: 'curve.csv', use: 'for a spreadsheet, ELAN or the drawing page' },
  { name: 'JSON', file: 'curve.json', use: 'with model version and scale' },
  { name: 'JAMS', file: 'curve.jams', use: 'for music research tools' },
] as const;

/** The curve as a file to keep: a value each half second, with standard deviations. */
export function Downloads({ trackId }: { trackId: number }) {
  return (
    <ul className={styles.downloads}>
      {documents.map(({ name, file, use }) => (
        <li key={file}>
          <LinkButton href={`/api/tracks/${trackId}/${file}`} download size="small">
            {name}
          </LinkButton>
          <span className={styles.use}>{use}</span>
        </li>
      ))}
    </ul>
  );
}
