/** The byte address of threadPool.ts' word `share`, below what the compiler lays down (--memoryBase). */
const shareAddress: usize = 64;

/** The next share of the phase's work, from 0: each is given to one thread. */
export function nextShare(): i32 {
  return atomic.add<i32>(shareAddress, 1);
}
