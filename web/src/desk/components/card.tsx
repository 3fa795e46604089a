import type { CSSProperties, ReactNode } from 'react';

interface Props {
  title?: ReactNode;
  /** At the end of the line of the title. */
  extra?: ReactNode;
  className?: string;
  style?: CSSProperties;
  children: ReactNode;
}

/** A framed part of a page. The library's own brings along tabs and menus that no page here has. */
export function Card({ title, extra, className = '', style, children }: Props) {
  return (
    <div className={`card ${className}`} style={style}>
      {(title !== undefined || extra !== undefined) && (
        <div className="card-head">
          <div className="card-title">{title}</div>
          {extra !== undefined && <div>{extra}</div>}
        </div>
      )}
      <div className="card-body">{children}</div>
    </div>
  );
}
