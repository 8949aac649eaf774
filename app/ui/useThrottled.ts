import { useEffect, useRef, useState } from 'react';

/** `value`, following it at once but no more often than every `milliseconds`; what it is in the end always arrives. */
export function useThrottled<T>(value: T, milliseconds: number): T {
  const [followed, setFollowed] = useState(value);
  const earliest = useRef(0);
  useEffect(() => {
    const follow = () => {
      earliest.current = performance.now() + milliseconds;
      setFollowed(value);
    };
    const timer = setTimeout(follow, Math.max(0, earliest.current - performance.now()));
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return followed;
}
