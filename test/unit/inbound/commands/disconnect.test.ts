import {expect, it} from '@jest/globals';
import type {Consenter} from '../../../../server/core/domain/connect-attempt.js';
import type {ChatUser} from '../../../../server/core/ports/chat.js';
import type {AuditRefusal} from '../../../../server/core/usecases/audit-refusal.js';
import type {CommandContext} from '../../../../server/inbound/commands/command.js';
import {disconnectCommand} from '../../../../server/inbound/commands/disconnect.js';
import {readerFor} from '../../../../server/inbound/reader.js';
import {texts} from '../../../../server/messages/texts.js';
import {admin, createPerson} from '../../../support/people.js';

const guest = createPerson('gil', {isGuest: true});

const disconnectAs = async (person: ChatUser, consent: Consenter) => {
  const ended: string[] = [];
  const disconnect = async ({userId}: {userId: string}) => {
    ended.push(userId);
    return {kind: 'disconnected', email: 'gil@example.org'} as const;
  };
  const context = {
    request: {userId: person.id},
    user: Promise.resolve(person),
    reader: Promise.resolve(readerFor(texts, person)),
  } as CommandContext;
  const audited: string[] = [];
  const auditRefusal: AuditRefusal = ({kind}, userId) => void audited.push(`${kind} ${userId ?? ''}`);
  const {text} = await disconnectCommand({disconnect, auditRefusal, redirectUri: ''}, consent).run(context);
  return {text, ended, audited};
};

it('somebody who has become a guest ends the connection that they had before', async () => {
  const {text, ended, audited} = await disconnectAs(guest, 'person');
  expect([ended, text]).toEqual([[guest.id], expect.stringContaining('is no longer connected')]);
  expect(audited).toEqual([]);
});

it.each([
  ['guest', {...guest, isSystemAdmin: true}, 'Guests cannot', 'not-allowed'],
  ['member', createPerson('mia'), 'Only a system administrator', 'not-admin'],
  ['deactivated administrator', {...admin, isDeactivated: true}, 'deactivated', 'not-allowed'],
])(
  'O-09 the connection of everybody is not ended by a %s, and that they tried is written down',
  async (_who, person, says, reason) => {
    const {text, ended, audited} = await disconnectAs(person, 'account');
    expect([ended, text]).toEqual([[], expect.stringContaining(says)]);
    expect(audited).toEqual([`${reason} ${person.id}`]);
  },
);
