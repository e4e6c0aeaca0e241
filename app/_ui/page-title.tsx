import type { ReactNode } from 'react';

type PageTitleProps = { readonly children: ReactNode; readonly caption?: ReactNode; readonly lead?: ReactNode };

/** The page's one h1. */
export function PageTitle({ children, caption, lead }: PageTitleProps) {
  return (
    <div className="cecs-title">
      {caption && <p className="cecs-title__caption">{caption}</p>}
      <h1>{children}</h1>
      {lead && <p className="cecs-lead">{lead}</p>}
    </div>
  );
}
