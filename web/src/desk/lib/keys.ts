import { useEffect, useRef } from 'react';

/** A key for the whole page, wherever the cursor stands. */
export function useKey(isMeant: (event: KeyboardEvent) => boolean, act: (event: KeyboardEvent) => void): void {
  const latest = useRef({ isMeant, act });
  useEffect(() => {
    latest.current = { isMeant, act };
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.repeat || !latest.current.isMeant(event)) return;
      event.preventDefault();
      latest.current.act(event);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
