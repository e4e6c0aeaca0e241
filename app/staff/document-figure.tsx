import { DateText } from '@/app/_ui/date-text';
import type { DocumentOfCase } from '@/lib/documents/queries';

type DocumentFigureProps = {
  readonly document: DocumentOfCase;
  /** "Document 1": what it is called beside the name of its file. */
  readonly name: string;
  readonly address: string;
  /** What else there is to know, such as that nobody looked for viruses in it. */
  readonly remark?: string | undefined;
};

/** What somebody sent, in the page that is about it: as it came, where browsers can show it. */
export function DocumentFigure({ document, name, address, remark }: DocumentFigureProps) {
  const { fileName, mediaType, receivedOn } = document;
  return (
    <figure className="cecs-document">
      <figcaption>
        {name}: <a href={address}>{fileName}</a>, <DateText value={receivedOn} />
        {remark && `. ${remark}`}
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
