'use client';

import { MusicNote } from './musicNote';
import { useCueMusic } from './useCueMusic';

/** Plays the music of a bench's cues and says how it stands. Alone, since it follows every frame. */
export function CueMusicNote(parts: Parameters<typeof useCueMusic>[0]) {
  return <MusicNote report={useCueMusic(parts)} />;
}
