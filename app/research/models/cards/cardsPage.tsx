import type { ModelCard, ModelSummary } from '@/server/research/cards/modelCards';
import { CardContents } from './cardContents';
import styles from './cardsPage.module.css';
import { HeadlineScores } from './headlineScores';
import { ModelList } from './modelList';
import { renderCard } from './renderCard';

interface CardsPageProps {
  models: readonly ModelSummary[];
  /** The emotion model that profiles the library. */
  installed: string;
  card: ModelCard;
}

/** Every model that has a card, and the chosen one's card with its contents. */
export function CardsPage({ models, installed, card }: CardsPageProps) {
  const { body, headings } = renderCard(card.markdown);
  return (
    <div className={styles.page}>
      <div className={styles.side}>
        <ModelList models={models} installed={installed} chosen={card.name} />
        <CardContents headings={headings} />
      </div>
      <article className={styles.card} aria-label={`Card of ${card.name}`}>
        <HeadlineScores name={card.name} worth={card.worth} />
        {body}
      </article>
    </div>
  );
}
