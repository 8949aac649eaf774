import type { Socket } from 'node:net';
import type { Exchange } from './exchange';
import type { ReadingClock } from './readingClock';

export interface Connection {
  socket: Socket;
  address: string;
  /** In the order in which they came: the first is at work, the others wait for it. */
  exchanges: Set<Exchange>;
  /** Since when nothing has been asked on it, milliseconds. */
  quietSince: number;
  reading: ReadingClock;
}

/** Sound that has not been read for so long gives way where there is no more room: players ask for the rest again. */
const stillSoundMs = 120_000;

/** Which connection may be ended for somebody new: the one that is idle for longest, or else one that hardly reads. */
export function whoGivesWay(among: Connection[], now: number): Connection | undefined {
  const idle = among.filter((one) => isIdle(one, now));
  return longestQuiet(idle) ?? longestQuiet(among.filter((one) => isHardlyRead(one, now)));
}

/** Whether nothing is done for it, but to wait for a small body at the most. */
function isIdle({ exchanges }: Connection, now: number): boolean {
  return [...exchanges].every((exchange) => exchange.isLingering(now));
}

function isHardlyRead({ exchanges, reading }: Connection, now: number): boolean {
  const [atWork] = exchanges;
  return atWork?.isSound ? reading.stillMs(now) >= stillSoundMs : reading.isSlow;
}

function longestQuiet(among: Connection[]): Connection | undefined {
  let longest = among.at(0);
  for (const one of among) if (longest && one.quietSince < longest.quietSince) longest = one;
  return longest;
}
