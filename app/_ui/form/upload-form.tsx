import { Button } from '@/app/_ui/button';

type UploadFormProps = {
  /** A route made with defineUpload. */
  readonly action: string;
  /** What was wrong with the file that was sent last. */
  readonly problem: string | undefined;
};

/** One file, posted by a plain form to a route that reads it as it arrives. */
export function UploadForm({ action, problem }: UploadFormProps) {
  const isWrong = problem !== undefined;
  return (
    <form className="cecs-upload" action={action} method="post" encType="multipart/form-data">
      <div className={isWrong ? 'usa-form-group usa-form-group--error' : 'usa-form-group'}>
        <label className="usa-label" htmlFor="field-file">
          A photograph or scan
        </label>
        <span className="usa-hint" id="hint-file">
          JPEG, PNG or PDF, at most 8 MB. Encrypted as soon as it arrives; only staff who look at your case can open it.
        </span>
        {isWrong && (
          <span className="usa-error-message" id="error-file" role="alert">
            {problem}
          </span>
        )}
        <input
          className="cecs-upload__file"
          id="field-file"
          name="file"
          type="file"
          accept="image/jpeg,image/png,application/pdf"
          required
          aria-invalid={isWrong || undefined}
          aria-describedby={isWrong ? 'hint-file error-file' : 'hint-file'}
        />
      </div>
      <Button look="secondary">Send</Button>
    </form>
  );
}
