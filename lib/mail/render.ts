import { render } from '@react-email/render';
import type { ReactElement } from 'react';
import type { RenderedMessage } from './model';

/** The same template as HTML and as plain text. */
export async function renderMessage(to: string, subject: string, template: ReactElement): Promise<RenderedMessage> {
  const [html, text] = await Promise.all([render(template), render(template, { plainText: true })]);
  return { to, subject, html, text };
}
