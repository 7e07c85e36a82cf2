import type {Audit, AuditRecord, EndedAs, Grant, RevokedAs, SharedAs} from '../core/ports/audit.js';
import type {Logger} from '../core/ports/logger.js';

/** A record as it is written down. */
export interface AuditEntry {
  event: AuditRecord['event'];
  outcome: 'success' | 'fail';
  userId: string;
  /** What it was about. */
  about:
    | {grant: Grant}
    | {cardId: string; as: EndedAs}
    | {passId: string; number: string; as: SharedAs | RevokedAs}
    | {method: string; path: string}
    | {operation: string; zoomUserId?: string};
  /** A code. */
  reason: string | undefined;
}

/** Who keeps records besides the log. */
type KeepAudit = (entry: AuditEntry) => void;

/** Writes each record as one line of the log. */
export function createAudit(logger: Pick<Logger, 'info'>, keep: KeepAudit = () => undefined): Audit {
  return (record) => {
    const {event, userId} = record;
    const about = aboutOf(record);
    const outcome = outcomeOf(record);
    const reason = reasonOf(record);
    logger.info('Audit', {event, outcome, userId, ...about, reason});
    keep({event, outcome, userId, about, reason});
  };
}

const outcomeOf = (record: AuditRecord): AuditEntry['outcome'] =>
  'isDone' in record ? (record.isDone ? 'success' : 'fail') : OUTCOMES[record.event];

const OUTCOMES = {
  connect: 'success',
  disconnect: 'success',
  'account-replaced': 'success',
  'connection-lost': 'success',
  'attempt-refused': 'fail',
  'meeting-ended': 'success',
  'meeting-cancelled': 'success',
  'stream-url-made': 'success',
  'stream-url-revoked': 'success',
} as const satisfies Record<Exclude<AuditRecord, {isDone: boolean}>['event'], AuditEntry['outcome']>;

/** Field by field, so that nothing comes along. */
function aboutOf(record: AuditRecord): AuditEntry['about'] {
  if ('grant' in record) return {grant: record.grant};
  if ('cardId' in record) return {cardId: record.cardId, as: record.as};
  if ('passId' in record) return {passId: record.passId, number: record.number, as: record.as};
  if ('method' in record) return {method: record.method, path: record.path};
  const {operation, zoomUserId} = record;
  return {operation, ...(zoomUserId !== undefined && {zoomUserId})};
}

function reasonOf(record: AuditRecord): string | undefined {
  switch (record.event) {
    case 'connection-lost':
    case 'attempt-refused':
      return record.reason;
    case 'connect':
    case 'disconnect':
    case 'account-replaced':
    case 'meeting-ended':
    case 'meeting-cancelled':
    case 'stream-url-made':
    case 'stream-url-revoked':
    case 'raw-request':
    case 'account-request':
      return undefined;
  }
}
