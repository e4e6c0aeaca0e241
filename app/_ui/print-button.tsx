'use client';

import { Button } from './button';

type PrintButtonProps = { readonly children?: string; readonly look?: 'primary' | 'secondary' };

export function PrintButton({ children = 'Print or save', look = 'primary' }: PrintButtonProps) {
  return (
    <div className="cecs-print">
      <div className="cecs-needs-script">
        <Button type="button" look={look} onClick={() => window.print()}>
          {children}
        </Button>
      </div>
      <p className="cecs-without-script">
        To print this page or save it as a PDF, use “Print” in your browser’s menu (Ctrl+P, or ⌘P on a Mac).
      </p>
    </div>
  );
}
