import {gob, type GobValue} from '../../wire/gob/type.js';

const generic = gob.map(gob.string, gob.any);

/**
 * `model.AuditRecord`: one entry of the server's audit log. `Status` is `success`, `attempt` or `fail`; the values in
 * maps are generic JSON.
 */
export const auditRecord = gob.struct('AuditRecord', {
  EventName: gob.string,
  Status: gob.string,
  EventData: gob.struct('AuditEventData', {
    Parameters: generic,
    PriorState: generic,
    ResultState: generic,
    ObjectType: gob.string,
  }),
  Actor: gob.struct('AuditEventActor', {
    UserId: gob.string,
    SessionId: gob.string,
    Client: gob.string,
    IpAddress: gob.string,
    XForwardedFor: gob.string,
  }),
  Meta: generic,
  Error: gob.struct('AuditEventError', {Description: gob.string, Code: gob.int}),
});

export type AuditRecordValue = GobValue<typeof auditRecord>;
