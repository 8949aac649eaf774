import type { Study } from '@/app/ui/study/studyAnswers';
import panel from '@/app/ui/study/panel.module.css';
import { PanelTable } from '@/app/ui/study/panelTable';
import { PieceRow } from './pieceRow';

/** The pieces that were heard, with their moods and their sound. */
export function PieceTable({ study }: { study: Study }) {
  return (
    <section className={panel.section} aria-labelledby="pieces-title">
      <div className={panel.head}>
        <h2 id="pieces-title">Pieces</h2>
        <p className={panel.note}>Pieces of one mood are also told together.</p>
      </div>
      <PanelTable label="Pieces" head={['Piece', 'Mood', 'Length', 'Sound']}>
        {study.stimuli.map((stimulus) => (
          <PieceRow key={stimulus.id} study={study} stimulus={stimulus} />
        ))}
      </PanelTable>
    </section>
  );
}
