import { Body, Container, Head, Heading, Hr, Html, Preview, Section, Text } from '@react-email/components';
import type { CSSProperties, ReactNode } from 'react';

/** The name on the site's own header. */
const systemName = 'Connecticut Education Certification System';

// The site's colours: mail programs know no stylesheet of ours.
const palette = {
  ink: '#1b1b1b',
  paper: '#ffffff',
  page: '#f1f5f6',
  masthead: '#093b44',
  gold: '#ffbe2e',
  quiet: '#565c65',
};

const fontFamily = "'Public Sans', -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

const styles = {
  page: { margin: 0, padding: '16px 8px', backgroundColor: palette.page, fontFamily },
  card: { maxWidth: '560px', backgroundColor: palette.paper, color: palette.ink },
  masthead: { backgroundColor: palette.masthead, borderBottom: `4px solid ${palette.gold}` },
  mastheadText: { margin: 0, padding: '16px 20px', color: palette.paper, fontSize: '14px', lineHeight: '20px' },
  content: { padding: '8px 20px 20px' },
  heading: { margin: '20px 0 4px', fontSize: '22px', lineHeight: '30px', fontWeight: 700 },
  rule: { margin: '28px 0 0', borderTop: '1px solid #c9ced6' },
  note: { margin: '14px 0 0', color: palette.quiet, fontSize: '14px', lineHeight: '21px' },
} satisfies Record<string, CSSProperties>;

// Mail programs that follow the reader's dark setting get dark colours of ours; the others keep or turn the pairs above.
const darkColours = `
  @media (prefers-color-scheme: dark) {
    .cecs-page, .cecs-page > table > tbody > tr > td { background-color: #0f1719 !important; }
    .cecs-card { background-color: #1a2527 !important; color: #eef3f4 !important; }
    .cecs-note { color: #b5c2c5 !important; }
    .cecs-box { background-color: #0f1719 !important; color: #ffffff !important; border-color: #566568 !important; }
    .cecs-link { color: #52daf2 !important; }
    .cecs-button { background-color: #52daf2 !important; color: #0f1719 !important; }
  }`;

type Props = {
  readonly title: string;
  readonly preview: string;
  /** A link of this message; its origin is the site's own address. Left out by a message that has no link. */
  readonly ownLink?: string;
  readonly children: ReactNode;
};

/** The frame of every message: who sends it, what it says, how to check that it is genuine. */
export function EmailLayout({ title, preview, ownLink, children }: Props) {
  return (
    <Html lang="en">
      <Head>
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no" />
        <style>{darkColours}</style>
      </Head>
      <Body className="cecs-page" style={styles.page}>
        <Preview>{preview}</Preview>
        <Container className="cecs-card" style={styles.card}>
          <Section style={styles.masthead} data-skip-in-text="true">
            <Text style={styles.mastheadText}>
              <strong>{systemName}</strong>
              <br />
              Bureau of Certification
            </Text>
          </Section>
          <div style={styles.content}>
            {/* In plain text the subject line is the heading; repeated there it would be in capitals. */}
            <Heading as="h1" style={styles.heading} data-skip-in-text="true">
              {title}
            </Heading>
            {children}
            <Hr style={styles.rule} />
            <Text className="cecs-note" style={styles.note}>
              {systemName} (CECS)
              <br />
              Bureau of Certification, Connecticut State Department of Education
            </Text>
            <Genuine ownLink={ownLink} />
          </div>
        </Container>
      </Body>
    </Html>
  );
}

function Genuine({ ownLink }: { readonly ownLink: string | undefined }) {
  return (
    <Text className="cecs-note" style={styles.note}>
      How to check that this message is from us:{' '}
      {ownLink === undefined ? (
        'it has no links.'
      ) : (
        <>
          each link in it starts with{' '}
          <span style={{ overflowWrap: 'anywhere' }}>{`${new URL(ownLink).origin}/`}</span>
          <br />
          You can also type that address into your browser yourself.
        </>
      )}
      <br />
      We never ask you to send a password or Social Security number by email. If you are not sure, call the Bureau at
      860-713-6969.
    </Text>
  );
}
