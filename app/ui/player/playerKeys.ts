import { useEffect } from 'react';
import { ownsArrows, ownsSpace } from '../keyOwners';
import { playSteps } from '../timeline/seeking';
import { usePlayer, type Player } from './playerContext';

/** What a key means to the player when the element it was pressed on has no use of its own for it. */
function actionOf(event: KeyboardEvent, player: Player): (() => void) | null {
  const target = event.target instanceof Element ? event.target : document.body;
  if (event.key === ' ') return ownsSpace(target) ? null : player.toggle;
  if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return null;
  if (ownsArrows(target)) return null;
  const forward = event.key === 'ArrowRight';
  if (event.shiftKey) return forward ? player.next : player.previous;
  return () => player.seekBy(forward ? playSteps.arrow : -playSteps.arrow);
}

/** The player's keys on the whole page: space plays and pauses, arrows seek 5 s, Shift and arrows go on and back. */
export function usePlayerKeys(): void {
  const player = usePlayer();
  useEffect(() => {
    if (!player.item) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const act = actionOf(event, player);
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [player]);
}
