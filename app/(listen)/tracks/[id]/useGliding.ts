import { useEffect, useState } from 'react';

/** The player is never believed to be further than this past its last report, in seconds. */
const longestReach = 0.5;
const stillQuery = '(prefers-reduced-motion: reduce)';

/** Seconds that are reported a few times a second, carried on between the reports while `running`. */
export function useGliding(reported: number, running: boolean): number {
  const [glide, setGlide] = useState({ from: reported, gone: 0 });
  useEffect(() => {
    if (!running || window.matchMedia(stillQuery).matches) return;
    const begun = performance.now();
    let frame = requestAnimationFrame(function step(now) {
      const gone = Math.min(longestReach, Math.max(0, (now - begun) / 1000));
      setGlide({ from: reported, gone });
      frame = requestAnimationFrame(step);
    });
    return () => cancelAnimationFrame(frame);
  }, [reported, running]);
  return running && glide.from === reported ? reported + glide.gone : reported;
}
