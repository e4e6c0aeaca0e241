import { Button } from '@/app/_ui/button';

type UploadFormProps = {
  /** A route made with defineUpload. */
  readonly action: string;
  /** What was wrong with the file that was sent last. */
  readonly problem: string | undefined;
  readonly label?: string;
  /** Whether several may be chosen at once. */
  readonly several?: boolean;
};

const kinds = 'application/pdf,image/jpeg,image/png,image/heic,image/heif,.heic';

/** Files, posted by a plain form to a route that reads them as they arrive. */
export function UploadForm({ action, problem, label = 'A photograph or scan', several = false }: UploadFormProps) {
  const isWrong = problem !== undefined;
  return (
    <form className="cecs-upload" action={action} method="post" encType="multipart/form-data">
      <div className={isWrong ? 'usa-form-group usa-form-group--error' : 'usa-form-group'}>
        <label className="usa-label" htmlFor="field-file">
          {label}
        </label>
        <span className="usa-hint" id="hint-file">
          PDF, JPEG, PNG or HEIC, at most 10 MB{several ? ' each, up to 10 at once' : ''}. Encrypted when we keep it; only staff who look
          at your case can open it.
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
          accept={kinds}
          multiple={several}
          required
          aria-invalid={isWrong || undefined}
          aria-describedby={isWrong ? 'hint-file error-file' : 'hint-file'}
        />
      </div>
      <Button look="secondary">Send</Button>
    </form>
  );
}
