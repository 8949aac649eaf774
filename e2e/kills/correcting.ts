import type { House } from './house';
import { untilKilled, type KilledWork } from './killedWork';
import { furnish } from './music';

interface Word {
  /** What was acknowledged last. */
  told?: number;
  /** What was sent after that and never answered: it may hold or not. */
  sent: Set<number>;
}

const people = 4;

/** People correct tracks, four at a time: what was acknowledged holds, whatever else was under way. */
export function correcting(): KilledWork {
  const words = new Map<number, Word>();
  let count = 0;
  const correct = async (house: House, trackIds: number[]) => {
    const trackId = trackIds[count % trackIds.length];
    const valence = (count++ % 20_000) / 20_000;
    const word = words.get(trackId)!;
    word.sent.add(valence);
    await house.api.catalogue.correct.mutate({ trackId, valence, arousal: -valence });
    word.sent.delete(valence);
    word.told = valence;
  };
  return {
    name: 'correction',
    moments: { fromMs: 0, toMs: 1500 },
    async prepare(house) {
      await furnish(house, 8);
      for (const { trackId } of await tracksOf(house)) words.set(trackId, { sent: new Set() });
    },
    async strike(house, delayMs) {
      await house.open();
      // Each track is corrected by one person alone, so that the order of answers is the order of words.
      const shares = Array.from({ length: people }, (_, person) =>
        [...words.keys()].filter((_id, at) => at % people === person),
      );
      const once = (person: number) => correct(house, shares[person]);
      return untilKilled({ workers: people, kill: () => house.killServer() }, { delayMs, once });
    },
    async complaints(house) {
      await house.open();
      const faults: string[] = [];
      for (const [trackId, word] of words) {
        const { correction } = await house.api.catalogue.track.query({ trackId });
        const now = correction ? Math.round(correction.valence * 20_000) / 20_000 : undefined;
        if (now === word.told || (now !== undefined && word.sent.has(now))) word.told = now;
        else faults.push(`track ${trackId} is at ${now}, told ${word.told}`);
        word.sent.clear();
      }
      return faults;
    },
  };
}

const tracksOf = async (house: House) =>
  (await house.api.catalogue.tracks.query({ sort: 'title', descending: false, offset: 0, limit: 200 })).rows;
