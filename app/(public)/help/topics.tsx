import { Fragment, type ReactNode } from 'react';

export type Topic = { readonly id: string; readonly heading: string; readonly body: ReactNode };

/** The list of what the page answers, then each answer under a heading that can be linked to. */
export function Topics({ topics }: { readonly topics: readonly Topic[] }) {
  return (
    <>
      <nav aria-label="On this page">
        <ul className="cecs-links cecs-links--columns">
          {topics.map(({ id, heading }) => (
            <li key={id}>
              <a href={`#${id}`}>{heading}</a>
            </li>
          ))}
        </ul>
      </nav>
      {topics.map(({ id, heading, body }) => (
        <Fragment key={id}>
          <h2 id={id}>{heading}</h2>
          {body}
        </Fragment>
      ))}
    </>
  );
}
