import { rememberedHere, rememberHere } from '@/app/ui/rememberedHere';

/** How loud the film's own sound and the music are, 0..1 each. */
export interface SoundLevels {
  film: number;
  music: number;
}

const storageKey = 'circumplex.filmLevels';
const full: SoundLevels = { film: 1, music: 1 };

/** The levels as they were last set in this browser; full where they never were. */
export function rememberedLevels(): SoundLevels {
  try {
    const kept = JSON.parse(rememberedHere(storageKey) ?? '{}') as Partial<SoundLevels>;
    return { film: share(kept.film), music: share(kept.music) };
  } catch {
    // What another program or a person wrote there counts as never set.
    return full;
  }
}

export function rememberLevels(levels: SoundLevels): void {
  rememberHere(storageKey, JSON.stringify(levels));
}

const share = (level: unknown): number => (typeof level === 'number' && level >= 0 && level <= 1 ? level : 1);
