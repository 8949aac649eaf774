import { Disclosure } from '@/app/ui/field/disclosure';
import { formatCount } from '@/app/ui/format';
import type { Answers } from '@/app/trpc';
import styles from './mappingTable.module.css';
import panel from '@/app/ui/study/panel.module.css';

type Mapping = Answers['studies']['mapping'];

/** Where a proposal was taken from. */
export function mappingSource({ from, dataset }: Pick<Mapping, 'from' | 'dataset'>): string {
  switch (from) {
    case 'table':
      return 'As mapping.tsv says.';
    case 'bids':
      return `As the BIDS dataset${dataset === null ? '' : ` \u201c${dataset}\u201d`} says. Change what is wrong.`;
    case 'names':
      return 'As their names say. Change what is wrong.';
  }
}

/** What is wrong with files of a dataset, and what of it is not used. */
export function MappingNotes({ notes }: Pick<Mapping, 'notes'>) {
  const faults = notes.filter(({ kind }) => kind === 'fault');
  const unused = notes.filter(({ kind }) => kind === 'unused');
  return (
    <>
      {faults.length > 0 && (
        <ul className={`${panel.fault} ${styles.notes}`} aria-label="Wrong in the dataset">
          {faults.map(({ message }) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
      {unused.length > 0 && (
        <Disclosure title={formatCount(unused.length, 'kind of file', 'kinds of files') + ' not used'}>
          <ul className={styles.notes} aria-label="Not used">
            {unused.map(({ message }) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}
