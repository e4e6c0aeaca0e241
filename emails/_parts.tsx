import { Button, Link, Text } from '@react-email/components';
import type { CSSProperties, ReactNode } from 'react';

const styles = {
  paragraph: { margin: '14px 0 0', fontSize: '16px', lineHeight: '25px' },
  code: {
    margin: '14px 0 0',
    padding: '14px 12px',
    border: '1px solid #a9b7ba',
    backgroundColor: '#f1f5f6',
    color: '#1b1b1b',
    fontFamily: "'Roboto Mono', Consolas, Menlo, 'Courier New', monospace",
    fontSize: '18px',
    lineHeight: '26px',
    fontWeight: 700,
    overflowWrap: 'anywhere',
    hyphens: 'none',
    userSelect: 'all',
  },
  button: {
    marginTop: '14px',
    padding: '14px 22px',
    borderRadius: '4px',
    backgroundColor: '#00687d',
    color: '#ffffff',
    fontSize: '16px',
    fontWeight: 700,
  },
  address: { margin: '10px 0 0', fontSize: '14px', lineHeight: '21px' },
  link: { color: '#00687d', textDecoration: 'underline', overflowWrap: 'anywhere' },
  list: { margin: '14px 0 0', paddingLeft: '22px', fontSize: '16px', lineHeight: '25px' },
  item: { marginBottom: '10px' },
} satisfies Record<string, CSSProperties>;

export function Greeting({ firstName }: { readonly firstName: string }) {
  return <Paragraph>{firstName === '' ? 'Hello,' : `Hello ${firstName},`}</Paragraph>;
}

export function Paragraph({ children }: { readonly children: ReactNode }) {
  return <Text style={styles.paragraph}>{children}</Text>;
}

/** Something to copy: it stands alone on its line, in the plain text too, so that selecting the line takes nothing else. */
export function Code({ children }: { readonly children: string }) {
  return (
    <Text className="cecs-box" style={styles.code} translate="no">
      {children}
    </Text>
  );
}

/** Lines of "label: value". */
export function Facts({ rows }: { readonly rows: readonly (readonly [label: string, value: string])[] }) {
  return (
    <Text style={styles.paragraph}>
      {rows.map(([label, value], index) => (
        <span key={label}>
          {index > 0 && <br />}
          {label}: <strong>{value}</strong>
        </span>
      ))}
    </Text>
  );
}

/**
 * The one thing to do. `lead` ends in a colon and reads well before a button and, in plain text, before the bare address:
 * the button is left out there, so that the address is written once.
 */
export function Action({ lead, label, href }: { readonly lead: string; readonly label: string; readonly href: string }) {
  return (
    <>
      <Paragraph>{lead}</Paragraph>
      <div data-skip-in-text="true">
        <Button className="cecs-button" style={styles.button} href={href}>
          {label}
        </Button>
      </div>
      <Text style={styles.address}>
        <span data-skip-in-text="true">
          If the button does not work, copy this address into your browser:
          <br />
        </span>
        <Link className="cecs-link" style={styles.link} href={href}>
          {href}
        </Link>
      </Text>
    </>
  );
}

/** A way out beside the action. `lead` ends in a colon; the address is written out, as for the action. */
export function SideLink({ lead, href }: { readonly lead: string; readonly href: string }) {
  return (
    <Paragraph>
      {lead}
      <br />
      <Link className="cecs-link" style={styles.link} href={href}>
        {href}
      </Link>
    </Paragraph>
  );
}

export function ItemList({ items }: { readonly items: readonly { readonly title: string; readonly detail: string }[] }) {
  return (
    <ul style={styles.list}>
      {items.map(({ title, detail }) => (
        <li key={title} style={styles.item}>
          <strong>{title}</strong>
          <br />
          {detail}
        </li>
      ))}
    </ul>
  );
}
