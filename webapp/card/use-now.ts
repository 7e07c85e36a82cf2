import {useEffect, useState} from 'react';

const EVERY_MS = 15_000;

/** The time, kept fresh while `isRunning`. Milliseconds since the epoch. */
export function useNow(isRunning: boolean): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!isRunning) return undefined;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), EVERY_MS);
    return () => clearInterval(timer);
  }, [isRunning]);
  return now;
}
