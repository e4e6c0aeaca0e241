import type { FieldBinding } from './field';
import { SelectField } from './select-field';
import { states } from './states';
import { TextField } from './text-field';

type AddressPart = 'addressLine1' | 'addressLine2' | 'city' | 'state' | 'postalCode';

/** A United States mailing address; pass `useActionForm().field`. */
export function AddressFields({ field }: { readonly field: (name: AddressPart) => FieldBinding }) {
  return (
    <>
      <TextField {...field('addressLine1')} label="Street address or PO Box" autoComplete="address-line1" maxLength={100} />
      <TextField {...field('addressLine2')} label="Apartment, suite, unit" optional autoComplete="address-line2" maxLength={100} />
      <TextField {...field('city')} label="City or town" autoComplete="address-level2" maxLength={60} />
      <SelectField {...field('state')} label="State or territory" options={states} autoComplete="address-level1" />
      <TextField
        {...field('postalCode')}
        label="ZIP code"
        hint="5 or 9 digits"
        autoComplete="postal-code"
        inputMode="numeric"
        maxLength={10}
        width="10"
      />
    </>
  );
}
