import {describe, expect, it} from '@jest/globals';
import type {AuditRecord} from '../../server/core/ports/audit.js';
import {createAudit} from '../../server/hosts/create-audit.js';
import {createAuditLog} from '../../server/hosts/native/audit-log.js';
import {ana} from '../support/people.js';
import {createRecordingLogger} from '../support/recording-logger.js';

const {id: userId} = ana;

/** What a record becomes in the log, and in Mattermost's audit log. */
function written(record: AuditRecord) {
  const logger = createRecordingLogger();
  const records: unknown[] = [];
  const api = {LogAuditRec: async (sent: unknown) => void records.push(sent)};
  createAudit(logger, createAuditLog({api, logger}))(record);
  return {lines: logger.lines, records};
}

describe('an audit record', () => {
  it('is one line of the log: what happened, whose it is, and how it went', () => {
    const {lines} = written({event: 'attempt-refused', userId, grant: 'account', reason: 'not-admin'});
    expect(lines).toEqual([
      {
        level: 'info',
        message: 'Audit',
        fields: {event: 'attempt-refused', outcome: 'fail', userId, grant: 'account', reason: 'not-admin'},
      },
    ]);
  });

  it.each([
    [{event: 'connect', userId, grant: 'person'}, 'zoom_connect', 'success'],
    [{event: 'disconnect', userId, grant: 'person'}, 'zoom_disconnect', 'success'],
    [{event: 'account-replaced', userId, grant: 'account'}, 'zoom_account_replaced', 'success'],
    [
      {event: 'connection-lost', userId, grant: 'person', reason: 'revoked'},
      'zoom_connection_lost',
      'success',
    ],
    [{event: 'attempt-refused', userId, grant: 'person', reason: 'declined'}, 'zoom_attempt_refused', 'fail'],
  ] as const satisfies readonly (readonly [AuditRecord, string, string])[])(
    'is in Mattermost’s audit log: %j as %s, %s',
    (record, EventName, Status) => {
      const {grant} = record;
      const Parameters = 'reason' in record ? {grant, reason: record.reason} : {grant};
      expect(written(record).records).toEqual([
        {
          EventName,
          Status,
          Actor: {UserId: userId},
          EventData: {ObjectType: 'zoom_connection', Parameters},
          Meta: {plugin_id: 'zoom'},
        },
      ]);
    },
  );

  it.each([
    ['meeting-ended', 'channel-admin', 'zoom_meeting_ended'],
    ['meeting-cancelled', 'host', 'zoom_meeting_cancelled'],
  ] as const)(
    'names the card of a meeting that was closed, and as what somebody did: %s',
    (event, as, EventName) => {
      const {lines, records} = written({event, userId, cardId: 'card-1', as});
      const about = {cardId: 'card-1', as};
      expect(lines).toMatchObject([
        {message: 'Audit', fields: {event, outcome: 'success', userId, ...about}},
      ]);
      expect(records).toMatchObject([
        {EventName, Status: 'success', EventData: {ObjectType: 'zoom_meeting', Parameters: about}},
      ]);
    },
  );

  it('C-02 takes nothing along but ids and codes, whatever else came with it', () => {
    const planted = {
      email: 'canary@example.com',
      token: 'canary',
      reason: 'canary',
      error: {message: 'canary'},
    };
    const record: AuditRecord = {event: 'connect', userId, grant: 'person'};
    expect(JSON.stringify(written({...planted, ...record}))).not.toContain('canary');
  });
});

describe('an audit log of Mattermost that fails', () => {
  it('is told of once, until it works again, and costs no line of the log', async () => {
    const logger = createRecordingLogger();
    let isBroken = true;
    const api = {
      LogAuditRec: async () => {
        if (isBroken) throw new Error("rpc: can't find method Plugin.LogAuditRec");
      },
    };
    const audit = createAudit(logger, createAuditLog({api, logger}));
    const auditTwice = async (): Promise<void> => {
      for (let times = 0; times < 2; times += 1) audit({event: 'connect', userId, grant: 'person'});
      await new Promise(setImmediate);
    };
    await auditTwice();
    isBroken = false;
    await auditTwice();
    isBroken = true;
    await auditTwice();
    const messages = logger.lines.map(({message}) => message);
    expect(messages.filter((message) => message === 'Audit')).toHaveLength(6);
    expect(logger.lines.filter(({level}) => level === 'warn')).toEqual(
      Array.from({length: 2}, () => ({
        level: 'warn',
        message: 'Mattermost does not take audit records; they are in this log alone',
        fields: {error: "Error: rpc: can't find method Plugin.LogAuditRec"},
      })),
    );
  });
});
