import type {ApiFunctions} from '../../../server/protocol/host/api-server.js';
import type {State} from '../state.js';

/** The server's audit log. */
export function auditFunctions(state: State): Pick<ApiFunctions, 'LogAuditRec'> {
  return {
    LogAuditRec: ({EventName = '', Status = '', EventData = {}, Actor = {}, Meta = {}}) => {
      const {Parameters = {}, ObjectType = ''} = EventData;
      state.audits.push({
        event_name: EventName,
        status: Status,
        event: {parameters: Parameters, object_type: ObjectType},
        actor: {user_id: Actor.UserId ?? ''},
        meta: Meta,
      });
      state.changes.tell({kind: 'audit'});
    },
  };
}
