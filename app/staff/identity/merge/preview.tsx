import { Card } from '@/app/_ui/card';
import { KeyValues } from '@/app/_ui/key-values';
import { ResponsiveTable } from '@/app/_ui/responsive-table';
import { StatusTag, type Tone } from '@/app/_ui/tag';
import { formatReference } from '@/lib/shared/references';
import type { MergePreview, ShownField } from '@/lib/staff/merge-queries';
import { mergeFields, type Compared } from '@/lib/staff/merge-rules';

const words: Readonly<Record<Compared, { readonly tone: Tone; readonly word: string }>> = {
  agree: { tone: 'success', word: 'Agrees' },
  differ: { tone: 'warning', word: 'Differs' },
  only_stays: { tone: 'info', word: 'Only the one that stays' },
  only_goes: { tone: 'info', word: 'Only the one that goes' },
  neither: { tone: 'neutral', word: 'Neither' },
};

/** The two, field by field. SSNs by their last four digits, birth dates only by whether they agree. */
export function Compare({ preview }: { preview: MergePreview }) {
  return (
    <ResponsiveTable
      caption="Field by field"
      rows={preview.fields}
      rowKey={(row) => row.field}
      columns={[
        { header: 'Field', rowHeader: true, cell: (row) => mergeFields[row.field] },
        { header: `Stays: EIN ${preview.stays.ein}`, cell: (row) => row.stays ?? 'None' },
        { header: `Goes: EIN ${preview.goes.ein}`, cell: (row) => row.goes ?? 'None' },
        { header: 'Compared', cell: (row) => <Agreement row={row} /> },
      ]}
    />
  );
}

function Agreement({ row }: { row: ShownField }) {
  const { tone, word } = words[row.compared];
  return <StatusTag tone={tone}>{word}</StatusTag>;
}

/** What hangs on the record that goes, and will hang on the other. */
export function WhatMoves({ preview }: { preview: MergePreview }) {
  const { moving, previousLastNames, goes, stays } = preview;
  const live = moving.claims.find((one) => one.isLive);
  const list = (texts: readonly string[]) => texts.join(', ') || 'None';
  return (
    <Card heading={`What moves to EIN ${stays.ein}`}>
      <KeyValues
        rows={[
          { key: 'Certificates', value: list(moving.certificates.map((one) => formatReference(one.number))) },
          { key: 'Applications', value: list(moving.applications.map((one) => formatReference(one.reference))) },
          { key: 'Account', value: live?.holder ?? 'Nobody holds it' },
          { key: 'Open cases', value: list(moving.cases.map((one) => formatReference(one.reference))) },
          { key: 'Earlier last names', value: list(previousLastNames) },
        ]}
      />
      <p>
        EIN {goes.ein} stays used and leads to the other record. Everything it was found by finds that one from then on. It can be undone
        until more is built on it.
      </p>
    </Card>
  );
}
