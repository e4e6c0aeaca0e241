import { DateText } from '@/app/_ui/date-text';
import type { DocumentOfCase } from '@/lib/documents/queries';

type DocumentFigureProps = {
  readonly document: DocumentOfCase;
  /** "Document 1": what it is called beside the name of its file. */
  readonly name: string;
  readonly address: string;
};

/** What somebody sent, in the page that is about it: as it came, where browsers can show it and no virus was found. */
export function DocumentFigure({ document, name, address }: DocumentFigureProps) {
  const { fileName, mediaType, receivedOn, scanVerdict } = document;
  if (scanVerdict === 'infected') {
    return (
      <p>
        {name}: {fileName}, <DateText value={receivedOn} />. Set aside: a virus was found in it, and nobody can open it.
      </p>
    );
  }
  return (
    <figure className="cecs-document">
      <figcaption>
        {name}: <a href={address}>{fileName}</a>, <DateText value={receivedOn} />
        {scanVerdict === null && '. Not scanned for viruses'}
      </figcaption>
      {mediaType === 'application/pdf' && <iframe className="cecs-document__pages" title={`${name}: ${fileName}`} src={address} loading="lazy" />}
      {mediaType === 'image/heic' && (
        <p className="cecs-quiet">A photograph as iPhones keep it (HEIC). Most browsers cannot show it: the name above downloads it.</p>
      )}
      {(mediaType === 'image/jpeg' || mediaType === 'image/png') && (
        // eslint-disable-next-line @next/next/no-img-element -- Next would keep a smaller copy of somebody's passport
        <img className="cecs-document__image" alt={`${name}, as it was sent`} src={address} loading="lazy" />
      )}
    </figure>
  );
}
