import {
  obstacleWords,
  reasonOf,
  type ImportCounts,
  type ImportedFile,
  type Obstacle,
  type Remark,
} from '@/lib/certificates/import-model';

export function sentence(remark: Remark): string {
  return `Line ${remark.line}${'refused' in remark ? ' refused' : ''}: ${reasonOf(remark)}.`;
}

export function summary(counts: ImportCounts): string {
  const lines: readonly (readonly [number, string])[] = [
    [counts.rows, 'rows read'],
    [counts.refusedRows, 'rows refused'],
    [counts.peopleAdded, 'people added'],
    [counts.certificatesAdded, 'certificates added'],
    [counts.certificatesKnown, 'certificates on record before'],
    [counts.lastNamesAdded, 'last names added to people on record'],
    [counts.ssnConflicts, 'SSNs held by two people: cases for staff'],
  ];
  return lines.map(([number, what]) => `${count(number).padStart(12)}  ${what}\n`).join('');
}

export function refusedUndo(obstacles: readonly Obstacle[]): string {
  const reasons = obstacles.map(({ what, many }) => `\n${count(many).padStart(12)}  ${obstacleWords[what]}`);
  return `This import stays, all of it: something was built on it since.${reasons.join('')}`;
}

export function listed(imports: readonly ImportedFile[]): string {
  if (imports.length === 0) return 'Nothing was imported yet.\n';
  return imports.map((one) => `${one.id}  ${instant(one.startedAt)}  ${standing(one)}  ${one.fileName}\n`).join('');
}

function standing({ finishedAt, undoneAt, counts }: ImportedFile): string {
  const added = `added: people ${count(counts.peopleAdded)}, certificates ${count(counts.certificatesAdded)}`;
  if (undoneAt) return `undone ${instant(undoneAt)}`;
  return finishedAt ? added : `${added}; not finished`;
}

function instant(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

export function count(number: number): string {
  return number.toLocaleString('en-US');
}
