import { refusalWords, type Refusal } from '@/lib/certificates/import-model';
import { importRegistry } from '@/lib/certificates/import-registry';
import type { Ctx, Worker } from '@/lib/shared/context';
import { Invariant } from '@/lib/shared/result';
import { registryLines, type DemoPerson } from './people';

/** Brings the made-up people on record the way every registry comes: through the import. */
export async function importDemo(ctx: Ctx<Worker>, name: string, onRecord: readonly DemoPerson[]): Promise<void> {
  const refused = new Set<Refusal>();
  await importRegistry(ctx, { name, lines: registryLines(onRecord) }, (_sofar, remarks) => {
    for (const remark of remarks) if ('refused' in remark) refused.add(remark.refused);
  });
  if (refused.size > 0) throw new Invariant(`Made-up people refused: ${[...refused].map((one) => refusalWords[one]).join('; ')}`);
}
