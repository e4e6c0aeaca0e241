import type { ReactNode } from 'react';
import { Mark } from './mark';

type SheetProps = {
  readonly kind: 'certificate' | 'slip' | 'receipt' | 'proof';
  readonly title: string;
  readonly children: ReactNode;
  readonly foot?: ReactNode;
};

/** A document for paper. Printed, it is alone on its page, black on white. Its title is the page's h1. */
export function Sheet({ kind, title, children, foot }: SheetProps) {
  return (
    <article className={`cecs-sheet cecs-sheet--${kind}`}>
      <div className="cecs-sheet__head">
        <Mark className="cecs-sheet__mark" />
        <p className="cecs-sheet__authority">
          <strong>State of Connecticut</strong>
          State Department of Education
          <br />
          Bureau of Educator Standards and Certification
        </p>
      </div>
      <h1 className="cecs-sheet__title">{title}</h1>
      {children}
      {foot && <div className="cecs-sheet__foot">{foot}</div>}
    </article>
  );
}

/** The holder's name on a certificate. */
export function SheetName({ children }: { readonly children: ReactNode }) {
  return <p className="cecs-sheet__name">{children}</p>;
}

/** "Cut here": above the part that goes into the envelope. */
export function SheetCut({ children = 'Cut here and mail the part below' }: { readonly children?: string }) {
  return <p className="cecs-sheet__cut">{children}</p>;
}

export function Barcode({ children, label }: { readonly children: ReactNode; readonly label: string }) {
  return (
    <div className="cecs-barcode" role="img" aria-label={label}>
      {children}
    </div>
  );
}
