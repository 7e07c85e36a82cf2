import type {Audit, AuditRecord, Grant} from '../core/ports/audit.js';
import type {Logger} from '../core/ports/logger.js';

/** A record as it is written down. */
export interface AuditEntry {
  event: AuditRecord['event'];
  outcome: 'success' | 'fail';
  userId: string;
  grant: Grant;
  /** A code. */
  reason: string | undefined;
}

/** Who keeps records besides the log. */
type KeepAudit = (entry: AuditEntry) => void;

/** Writes each record as one line of the log. */
export function createAudit(logger: Pick<Logger, 'info'>, keep: KeepAudit = () => undefined): Audit {
  return (record) => {
    const {event, userId, grant} = record;
    const entry = {event, outcome: OUTCOMES[event], userId, grant, reason: reasonOf(record)};
    logger.info('Audit', entry);
    keep(entry);
  };
}

const OUTCOMES = {
  connect: 'success',
  disconnect: 'success',
  'account-replaced': 'success',
  'connection-lost': 'success',
  'attempt-refused': 'fail',
} as const satisfies Record<AuditRecord['event'], AuditEntry['outcome']>;

function reasonOf(record: AuditRecord): string | undefined {
  switch (record.event) {
    case 'connection-lost':
    case 'attempt-refused':
      return record.reason;
    case 'connect':
    case 'disconnect':
    case 'account-replaced':
      return undefined;
  }
}
