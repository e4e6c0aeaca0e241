import { Button } from '@/app/_ui/button';

/** A plain form: the file goes to a route that reads it as it arrives. */
export function UploadForm({ problem }: { readonly problem: string | undefined }) {
  return (
    <form action="/confirm/upload" method="post" encType="multipart/form-data">
      <div className={problem === undefined ? 'usa-form-group' : 'usa-form-group usa-form-group--error'}>
        <label className="usa-label" htmlFor="field-file">
          A photograph or scan
        </label>
        <span className="usa-hint" id="hint-file">
          JPEG, PNG or PDF, at most 8 MB. Encrypted as soon as it arrives; only the staff who look at your case can open it.
        </span>
        {problem && (
          <span className="usa-error-message" id="error-file" role="alert">
            {problem}
          </span>
        )}
        <input
          className="cecs-file"
          id="field-file"
          name="file"
          type="file"
          accept="image/jpeg,image/png,application/pdf"
          required
          aria-invalid={problem === undefined ? undefined : true}
          aria-describedby={problem === undefined ? 'hint-file' : 'hint-file error-file'}
        />
      </div>
      <Button look="secondary">Send</Button>
    </form>
  );
}
