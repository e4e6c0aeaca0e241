import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { AddressFields } from './address-fields';
import { BirthDateField } from './birth-date-field';
import { CheckboxField, CheckboxGroup, RadioGroup } from './choices';
import { CodeField } from './code-field';
import { ErrorSummary } from './error-summary';
import { PasswordField } from './password-field';
import { SelectField } from './select-field';
import { SsnField } from './ssn-field';
import { EmailField, NameField, PhoneField } from './text-field';

const part = (name: string) => ({ name });
const choices = [
  { value: 'a', label: 'Anna' },
  { value: 'b', label: 'Berta' },
];

test.each<[string, ReactNode, Record<string, string>]>([
  [
    'an email address',
    <EmailField key="1" name="x" label="Email Address" />,
    { type: 'email', inputMode: 'email', autoComplete: 'email', autoCapitalize: 'none', spellCheck: 'false' },
  ],
  ['a phone number', <PhoneField key="1" name="x" label="Phone" />, { type: 'tel', inputMode: 'tel', autoComplete: 'tel' }],
  [
    'a last name',
    <NameField key="1" name="x" label="Last Name" autoComplete="family-name" />,
    { type: 'text', autoComplete: 'family-name', autoCapitalize: 'words', spellCheck: 'false' },
  ],
  [
    'an SSN',
    <SsnField key="1" name="x" label="SSN" />,
    { type: 'text', inputMode: 'numeric', autoComplete: 'off', autoCapitalize: 'none', spellCheck: 'false' },
  ],
  [
    'a reference in capitals',
    <CodeField key="1" name="x" label="Reference" autoComplete="off" autoCapitalize="characters" />,
    { inputMode: 'text', autoComplete: 'off', autoCapitalize: 'characters', autoCorrect: 'off', spellCheck: 'false' },
  ],
  [
    'a one-time code',
    <CodeField key="1" name="x" label="Code" autoComplete="one-time-code" inputMode="numeric" />,
    { inputMode: 'numeric', autoComplete: 'one-time-code', autoCapitalize: 'none' },
  ],
  [
    'a new password',
    <PasswordField key="1" name="x" label="New Password" autoComplete="new-password" />,
    { type: 'password', autoComplete: 'new-password', autoCapitalize: 'none', spellCheck: 'false' },
  ],
])('%s asks the phone for the right keyboard and the browser for the right memory', (_what, field, expected) => {
  const html = renderToStaticMarkup(field);
  for (const [name, value] of Object.entries(expected)) expect(html.toLowerCase()).toContain(`${name.toLowerCase()}="${value}"`);
});

test('a birth date is three boxes for digits that a browser may fill', () => {
  const html = renderToStaticMarkup(<BirthDateField name="born" month={part('m')} day={part('d')} year={part('y')} />);
  const boxes = [...html.matchAll(/<input[^>]*inputMode="numeric"[^>]*autoComplete="(bday-\w+)"/g)].map((match) => match[1]);
  expect(boxes).toEqual(['bday-month', 'bday-day', 'bday-year']);
  expect(html).not.toContain(' value=');
});

test('every part of an address has its autofill', () => {
  const html = renderToStaticMarkup(<AddressFields field={part} />);
  const filled = [...html.matchAll(/autoComplete="([^"]+)"/g)].map((match) => match[1]);
  expect(filled).toEqual(['address-line1', 'address-line2', 'address-level2', 'address-level1', 'postal-code']);
});

test('nothing forbids pasting', () => {
  expect(renderToStaticMarkup(<PasswordField name="x" label="Password" autoComplete="current-password" />)).not.toMatch(/onpaste/i);
});

test.each<[string, ReactNode]>([
  ['a text box', <EmailField key="1" name="who" label="Email" error="Enter it" />],
  ['a list to choose from', <SelectField key="1" name="who" label="Who" options={choices} error="Enter it" />],
  ['radio buttons', <RadioGroup key="1" name="who" label="Who" choices={choices} error="Enter it" />],
  ['check boxes', <CheckboxGroup key="1" name="who" label="Who" choices={choices} error="Enter it" />],
  ['one check box', <CheckboxField key="1" name="who" label="Who" error="Enter it" />],
  [
    'a date',
    <BirthDateField key="1" name="who" error="Enter it" month={part('m')} day={part('d')} year={part('y')} />,
  ],
])('%s that is wrong says so, is described by the message, and can be reached from the summary', (_what, field) => {
  const summary = <ErrorSummary errors={[{ name: 'who', message: 'Enter it' }]} />;
  const html = renderToStaticMarkup([summary, field]);
  const target = /href="#([^"]+)"/.exec(html)?.[1];
  expect(html.split(`id="${target}"`)).toHaveLength(2);
  expect(html).toMatch(/aria-describedby="[^"]*error-who/);
  expect(html).toContain('id="error-who"');
  expect(html).toMatch(/usa-form-group--error/);
});

test('what was chosen before is chosen again', () => {
  const html = renderToStaticMarkup(<CheckboxGroup name="who" label="Who" choices={choices} defaultValue={['b']} />);
  expect(html).toMatch(/checked=""[^>]*value="b"/);
  expect(html).not.toMatch(/checked=""[^>]*value="a"/);
});
