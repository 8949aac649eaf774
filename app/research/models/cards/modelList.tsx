import Link from 'next/link';
import { formatBytes } from '@/app/ui/format';
import type { ModelSummary } from '@/server/research/cards/modelCards';
import styles from './modelList.module.css';

interface ModelListProps {
  models: readonly ModelSummary[];
  installed: string;
  chosen: string;
}

/** Every model with a card; each is an address of its own. */
export function ModelList({ models, installed, chosen }: ModelListProps) {
  return (
    <nav aria-labelledby="models-list">
      <h2 id="models-list" className={styles.title}>
        Model cards
      </h2>
      <ul className={styles.list}>
        {models.map((model) => (
          <li key={model.name}>
            <Link
              href={`/research/models?model=${model.name}`}
              className={styles.model}
              aria-current={model.name === chosen ? 'page' : undefined}
            >
              <span className={styles.name}>
                {model.name}
                {model.name === installed && <span className={styles.installed}>installed</span>}
              </span>
              <span className={styles.size}>
                {model.bytes === null ? 'card only, no weights' : formatBytes(model.bytes)}
              </span>
              <span className={styles.about}>{model.about}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
