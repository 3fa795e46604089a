import { useEffect, useRef, type ReactNode } from 'react';
import { Card } from './card.js';

/** A part of a page with a heading of its own and an address: `#id` opens the page there. */
export function Part({ id, title, extra, children }: { id: string; title: ReactNode; extra?: ReactNode; children: ReactNode }) {
  const frame = useRef<HTMLElement>(null);
  useEffect(() => {
    // What is loaded late was not there yet when the browser looked for it.
    if (window.location.hash === `#${id}`) frame.current?.scrollIntoView();
  }, [id]);
  return (
    <section id={id} ref={frame} aria-labelledby={`${id}-title`} className="part">
      <Card
        extra={extra}
        title={
          <h2 id={`${id}-title`} className="part-title">
            {title}
          </h2>
        }
      >
        {children}
      </Card>
    </section>
  );
}
