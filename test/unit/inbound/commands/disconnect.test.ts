import {expect, it} from '@jest/globals';
import type {Consenter} from '../../../../server/core/domain/connect-attempt.js';
import type {ChatUser} from '../../../../server/core/ports/chat.js';
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
  const {text} = await disconnectCommand({disconnect, redirectUri: ''}, consent).run(context);
  return {text, ended};
};

it('somebody who has become a guest ends the connection that they had before', async () => {
  const {text, ended} = await disconnectAs(guest, 'person');
  expect([ended, text]).toEqual([[guest.id], expect.stringContaining('is no longer connected')]);
});

it.each([
  ['guest', {...guest, isSystemAdmin: true}, 'Guests cannot'],
  ['member', createPerson('mia'), 'Only a system administrator'],
  ['deactivated administrator', {...admin, isDeactivated: true}, 'deactivated'],
])('O-09 the connection of everybody is not ended by a %s', async (_who, person, says) => {
  const {text, ended} = await disconnectAs(person, 'account');
  expect([ended, text]).toEqual([[], expect.stringContaining(says)]);
});
