import * as z from 'zod/mini';
import { line, optionalLine } from '@/lib/shared/text';
import { birthDate, birthDateParts, phone, postedPart } from './model';

/** The Postal Service's two letters: states, territories, armed forces. */
const stateCodes = (
  'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA ' +
  'RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR VI AA AE AP'
).split(' ');

const postalCode = z.string().check(
  z.overwrite((typed) => typed.replace(/[\s\-‐-―]/g, '')),
  z.regex(/^\d{5}(\d{4})?$/, { error: 'Enter a ZIP code with five digits, like 06103.' }),
  z.overwrite((digits) => (digits.length === 9 ? `${digits.slice(0, 5)}-${digits.slice(5)}` : digits)),
);

export const contactInput = z.object({
  addressLine1: line('your street address or PO Box'),
  addressLine2: optionalLine('your apartment, suite or unit'),
  city: line('your city or town', 60),
  state: z.enum(stateCodes, { error: 'Choose your state or territory.' }),
  postalCode,
  phone,
});
export type ContactInput = z.output<typeof contactInput>;

/** The birth date is asked for again: it confirms who asks, and makes the key under which the new name will be found. */
const postedName = z.object({ lastName: postedPart, ...birthDateParts });

export const lastNameInput = z.pipe(
  z.pipe(
    postedName,
    z.transform(({ lastName, ...date }: z.output<typeof postedName>) => ({ lastName, birthDate: date })),
  ),
  z.object({ lastName: line('your new last name'), birthDate }),
);
export type LastNameInput = z.output<typeof lastNameInput>;
