import type {Logger} from '../../core/ports/logger.js';
import type {AuditRecordValue} from '../../protocol/models/audit-record.js';
import type {ApiClient} from '../../protocol/plugin/api-client.js';
import type {AuditEntry} from '../create-audit.js';

interface AuditLogDeps {
  api: Pick<ApiClient, 'LogAuditRec'>;
  logger: Pick<Logger, 'warn'>;
}

/**
 * Mattermost's own audit log. Nobody waits for it; that it fails is said once, until it works again.
 */
export function createAuditLog({api, logger}: AuditLogDeps): (entry: AuditEntry) => void {
  let hasFailed = false;
  const write = async (entry: AuditEntry): Promise<void> => {
    try {
      await api.LogAuditRec(toRecord(entry));
      hasFailed = false;
    } catch (error) {
      if (hasFailed) return;
      hasFailed = true;
      logger.warn('Mattermost does not take audit records; they are in this log alone', {
        error: String(error),
      });
    }
  };
  return (entry) => void write(entry);
}

const EVENT_NAMES = {
  connect: 'zoom_connect',
  disconnect: 'zoom_disconnect',
  'account-replaced': 'zoom_account_replaced',
  'connection-lost': 'zoom_connection_lost',
  'attempt-refused': 'zoom_attempt_refused',
  'meeting-ended': 'zoom_meeting_ended',
  'meeting-cancelled': 'zoom_meeting_cancelled',
  'stream-url-made': 'zoom_stream_url_made',
  'stream-url-revoked': 'zoom_stream_url_revoked',
  'raw-request': 'zoom_raw_request',
  'account-request': 'zoom_account_request',
} as const satisfies Record<AuditEntry['event'], string>;

function toRecord({event, outcome, userId, about, reason}: AuditEntry): AuditRecordValue {
  return {
    EventName: EVENT_NAMES[event],
    Status: outcome,
    Actor: {UserId: userId},
    EventData: {
      ObjectType: objectOf(about),
      Parameters: reason === undefined ? {...about} : {...about, reason},
    },
    Meta: {plugin_id: 'zoom'},
  };
}

function objectOf(about: AuditEntry['about']): string {
  if ('grant' in about) return 'zoom_connection';
  if ('passId' in about) return 'zoom_stream_url';
  return 'cardId' in about ? 'zoom_meeting' : 'zoom_api';
}
