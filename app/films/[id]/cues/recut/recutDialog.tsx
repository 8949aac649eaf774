'use client';

import { ModalDialog } from '@/app/ui/dialog/modalDialog';
import type { FilmBench } from '../../project/filmBench';
import { RecutForm } from './recutForm';
import type { RecutState } from './useRecut';

/** Moves everything to a new cut of the film. */
export function RecutDialog({ bench, recut }: { bench: FilmBench; recut: RecutState }) {
  return (
    <ModalDialog title="The film was cut anew" isOpen={recut.isOpen} onClose={recut.close}>
      <RecutForm bench={bench} film={recut.film} onDone={recut.close} />
    </ModalDialog>
  );
}
