import { FilesField } from '../../components/files-field.js';
import { OpenedFile } from '../../components/opened-file.js';
import { call } from '../../lib/client.js';

/** Photos or scans that are kept with the issue; the field's value is their numbers. */
export function Files({
  issueId,
  ...field
}: {
  name: string | (string | number)[];
  label: string;
  isOptional?: boolean;
  issueId: string;
  most?: number;
}) {
  return <FilesField {...field} keep={async (file, fileName) => (await call('deliberation.file.add', { issueId, fileName, file })).id} />;
}

/** The pictures and papers of something that was laid on the table, each opened when it is asked for. */
export function FileLinks({ issueId, ids, what }: { issueId: string; ids: readonly string[]; what: string }) {
  if (ids.length === 0) return null;
  return (
    <span className="files no-print">
      {ids.map((id, index) => (
        <OpenedFile
          key={id}
          label={`${what} ${index + 1}`}
          queryKey={['file', id]}
          fetch={(signal) => call('deliberation.file.get', { issueId, fileId: id }, { signal })}
        />
      ))}
    </span>
  );
}
