import { useEffect, useState } from 'react';

/** The present moment, anew every second (or as asked), for counting down. What is overdue the server decides. */
export function useNow(everyMs = 1_000): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
