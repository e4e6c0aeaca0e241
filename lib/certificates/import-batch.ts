import { randomUUID } from 'node:crypto';
import type { Tx } from '@/db/transact';
import type { AuditEvent } from '@/lib/audit/model';
import { nameKey } from '@/lib/identity/names';
import { matchKeys, type MatchKeyValue } from '@/lib/identity/person-keys';
import { promisedBy } from '@/lib/identity/rules';
import { sealRecord } from '@/lib/identity/sealed-record';
