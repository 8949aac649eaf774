'use client';

import { Button } from '@/app/ui/button';
import { Select } from '@/app/ui/field/select';
import { Icon } from '@/app/ui/glyph';
import { pieceName } from './names';
import styles from './pieceChooser.module.css';

interface PieceChooserProps {
  pieces: readonly string[];
  chosen: string;
  onChoose: (piece: string) => void;
}

/** Any held-out piece: from the list, or the one before and after. */
export function PieceChooser({ pieces, chosen, onChoose }: PieceChooserProps) {
  const index = pieces.indexOf(chosen);
  const step = (by: number) => onChoose(pieces[(index + by + pieces.length) % pieces.length]);
  return (
    <div className={styles.chooser}>
      <Button aria-label="Piece before" onPress={() => step(-1)}>
        <span className={styles.before}>
          <Icon name="chevron" size={14} />
        </span>
      </Button>
      <Select
        label={`Held-out piece${index < 0 ? '' : `, ${index + 1} of ${pieces.length}`}`}
        value={chosen}
        onChange={onChoose}
        options={pieces.map((value) => ({ value, name: fullName(value) }))}
      />
      <Button aria-label="Piece after" onPress={() => step(1)}>
        <span className={styles.after}>
          <Icon name="chevron" size={14} />
        </span>
      </Button>
    </div>
  );
}

function fullName(piece: string): string {
  const { title, game } = pieceName(piece);
  return game ? `${title} · ${game}` : title;
}
