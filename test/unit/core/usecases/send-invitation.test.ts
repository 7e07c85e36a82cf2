import {beforeEach, describe, expect, it} from '@jest/globals';
import {chatUnavailable} from '../../../../server/core/ports/port-error.js';
import {createAllowance, FOR_IMPORTS} from '../../../../server/core/usecases/allowance.js';
import type {InvitationOutcome} from '../../../../server/core/usecases/get-invitation.js';
import {createSendInvitation, type SendInvitation} from '../../../../server/core/usecases/send-invitation.js';
import {createTellPerson} from '../../../../server/core/usecases/tell-person.js';
import {newId} from '../../../../server/lib/new-id.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {ana, ben, createPerson} from '../../../support/people.js';

const invitation = {
  number: '81234567890',
  topic: 'Quarterly',
  text: 'Come',
  url: undefined,
  isRegistration: false,
};
const cleo = createPerson('cleo');

let world: FakeWorld;
let outcome: InvitationOutcome;
let asked: number;
let sendInvitation: SendInvitation;
beforeEach(() => {
  world = createFakeWorld();
  world.chat.users.set(cleo.id, cleo);
  outcome = {kind: 'invitation', invitation};
  asked = 0;
  sendInvitation = createSendInvitation({
    chat: world.chat,
    getInvitation: async () => {
      asked += 1;
      return outcome;
    },
    tellPerson: createTellPerson({
      ...world,
      newId: () => newId(world.random),
      allowance: createAllowance(FOR_IMPORTS),
    }),
    write: ({text}, name, {username}) => ({text: `${name} to ${username}: ${text}`}),
  });
});

const send = (...names: string[]) =>
  sendInvitation({
    number: invitation.number,
    cardId: '',
    userId: ana.id,
    user: world.chat.user(ana.id),
    names,
    mentions: new Map([...world.chat.users.values()].map(({username, id}) => [username, id])),
    signal: new AbortController().signal,
  });

describe('an invitation that is sent to people', () => {
  it('reaches each of them by direct message, in the name of its host', async () => {
    expect(await send('ben', 'Cleo', 'ben')).toEqual({
      kind: 'sent',
      topic: 'Quarterly',
      told: ['ben', 'cleo'],
      missed: [],
    });
    expect(world.chat.directMessages).toEqual([
      {userId: ben.id, text: 'Ana Silva to ben: Come'},
      {userId: cleo.id, text: 'Ana Silva to cleo: Come'},
    ]);
    expect(asked).toBe(1);
  });

  it('A-01 reaches nobody but people of this server who are active and in the team, and says why', async () => {
    const others = {
      gone: createPerson('gone', {isDeactivated: true}),
      robot: createPerson('robot', {isBot: true}),
      far: createPerson('far', {isRemote: true}),
    };
    for (const user of Object.values(others)) world.chat.users.set(user.id, user);
    expect(await send('nobody', 'ana', 'gone', 'robot', 'far', 'ben.')).toMatchObject({
      told: ['ben'],
      missed: [
        {name: 'nobody', because: 'unknown'},
        {name: 'ana', because: 'self'},
        {name: 'gone', because: 'deactivated'},
        {name: 'robot', because: 'bot'},
        {name: 'far', because: 'remote'},
      ],
    });
    expect(world.chat.directMessages).toHaveLength(1);
  });

  it('reaches guests, who may be invited', async () => {
    world.chat.users.set(ben.id, {...ben, isGuest: true});
    expect(await send('ben')).toMatchObject({told: ['ben']});
  });

  it('is not asked for where it would reach nobody', async () => {
    expect(await send('nobody')).toEqual({
      kind: 'nobody',
      told: [],
      missed: [{name: 'nobody', because: 'unknown'}],
    });
    expect(asked).toBe(0);
  });

  it('reaches twenty people at once, and sixty a minute', async () => {
    const names = [...'abcdefghijklmnopqrstuvwxy'].map((letter) => `guest${letter}`);
    for (const name of names) {
      const person = createPerson(name);
      world.chat.users.set(person.id, person);
    }
    const first = await send(...names);
    expect(first).toMatchObject({missed: names.slice(20).map((name) => ({name, because: 'many'}))});
    await send(...names);
    await send(...names);
    expect(world.chat.directMessages).toHaveLength(60);
    expect(await send('ben')).toMatchObject({told: [], missed: [{name: 'ben', because: 'too-many'}]});
  });

  it('is told one by one where Mattermost fails, and no line of the log has its text', async () => {
    world.chat.faults.set('sendDirectMessage', () => chatUnavailable('down'));
    expect(await send('ben')).toMatchObject({told: [], missed: [{name: 'ben', because: 'not-delivered'}]});
    expect(JSON.stringify(world.logger.lines)).not.toContain('Come');
  });

  it('reaches nobody who does not host the meeting to send it', async () => {
    outcome = {kind: 'not-the-host'};
    expect(await send('ben')).toEqual({kind: 'not-the-host'});
    expect(world.chat.directMessages).toEqual([]);
  });
});
