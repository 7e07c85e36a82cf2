import {describe, expect, it} from '@jest/globals';
import type {Card} from '../../../../server/core/domain/card.js';
import type {MeetingEvent} from '../../../../server/core/domain/events.js';
import {renderCard} from '../../../../server/core/usecases/render-card.js';
import {texts} from '../../../../server/messages/texts.js';
import {after, begins, ends, joins, leaves} from '../../../support/meeting-story.js';
import {attachmentOf} from '../../../support/sample-card.js';

const host = {stayId: '1', zoomUserId: 'zoom-ana', name: 'Ana'};
const ben = {stayId: '2', zoomUserId: 'zoom-ben', userId: 'ben', name: 'Ben Okri'};
const zoe = {stayId: '4', name: 'Zoe Smith'};
const guests = (count: number) =>
  Array.from({length: count}, (_, index) => joins(10 + index, {stayId: `5${index}`, name: `G${index}`}));
const caller = (stayId: string) => ({stayId, name: '+49 170 1234567'});

const linesOf = (card: Card, language = 'en'): string[] =>
  (attachmentOf(renderCard(card, texts(language))).text ?? '').split('\n');

describe('What the attachment of a live card says of people', () => {
  const live = (...events: readonly MeetingEvent[]) => linesOf(after(begins(0), ...events)).slice(1, -1);

  it('is nothing where Zoom tells of nobody', () => {
    expect(live()).toEqual([]);
  });

  it('is who is in: the host, colleagues, and guests as guests', () => {
    expect(live(joins(1, host), joins(2, ben), joins(3, zoe))).toEqual([
      'In the meeting: Ana Silva (host), Ben Okri, and Zoe (guest)',
    ]);
  });

  it('is five names, and how many more there are', () => {
    expect(live(joins(1, host), ...guests(8))).toEqual([
      'In the meeting: Ana Silva (host), G0 (guest), G1 (guest), G2 (guest), G3 (guest), and 4 more',
    ]);
  });

  it('counts those who have no name that may be shown', () => {
    const nameless = {stayId: '9', name: 'zoe@example.org'};
    expect(live(joins(1, host), joins(2, caller('7')), joins(3, nameless))).toEqual([
      'In the meeting: Ana Silva (host), a caller, and a guest',
    ]);
    expect(live(joins(1, host), joins(2, caller('7')), joins(3, caller('8')))).toEqual([
      'In the meeting: Ana Silva (host) and 2 callers',
    ]);
  });

  it('is that the host is not here yet', () => {
    expect(live(joins(1, zoe))).toEqual(['In the meeting: Zoe (guest)', 'The host is not here yet.']);
    expect(live(joins(1, zoe), joins(2, host))).toHaveLength(1);
  });

  it('is how many are in the waiting room', () => {
    const waits = joins(5, zoe, 'waitingRoom');
    expect(live(joins(1, host), waits).at(-1)).toBe('One person is in the waiting room.');
    expect(live(joins(1, host), waits, joins(6, ben, 'waitingRoom')).at(-1)).toBe(
      '2 people are in the waiting room.',
    );
  });

  it('is said in the languages of the server', () => {
    const card = after(begins(0), joins(1, host), joins(2, ben), ...guests(8));
    expect(['de', 'es', 'fr', 'ja'].map((language) => linesOf(card, language)[1])).toEqual([
      'Im Meeting: Ana Silva (Host), Ben Okri, G0 (Gast), G1 (Gast), G2 (Gast) und 5 weitere',
      'En la reunión: Ana Silva (anfitrión), Ben Okri, G0 (invitado), G1 (invitado), G2 (invitado) y 5 más',
      'Dans la réunion : Ana Silva (hôte), Ben Okri, G0 (invité), G1 (invité), G2 (invité) et 5 autres',
      '参加中: Ana Silva（ホスト）、Ben Okri、G0（ゲスト）、G1（ゲスト）、G2（ゲスト）、ほか5人',
    ]);
  });
});

describe('What the attachment of a card that waits says of people', () => {
  it('is how many wait for the host', () => {
    const [one, two] = [joins(1, zoe, 'forTheHost'), joins(2, ben, 'waitingRoom')];
    expect(linesOf(after(one))[0]).toBe('One person is waiting for the host.');
    expect(linesOf(after(one, two))[0]).toBe('2 people are waiting for the host.');
    expect(linesOf(after(one, leaves(5, zoe, 'forTheHost')))[0]).toBe('Meeting ID 855 1234 5678');
  });
});

describe('What the attachment of a card that has ended says of people', () => {
  it('is how many took part, and who', () => {
    expect(linesOf(after(begins(0), joins(1, host), ...guests(9), ends(90)))[1]).toBe(
      '10 people took part: Ana Silva (host), G0 (guest), G1 (guest), G2 (guest), G3 (guest), G4 (guest), ' +
        'G5 (guest), G6 (guest), and 2 more',
    );
    expect(linesOf(after(begins(0), joins(1, host), ends(90)))[1]).toBe(
      'One person took part: Ana Silva (host)',
    );
  });

  it('is nothing where nobody is known to have come', () => {
    expect(linesOf(after(begins(0), joins(1, zoe, 'waitingRoom'), ends(90)))).toEqual([
      'Ended Nov 23, 14:01 UTC · lasted 2 minutes',
      'Started Nov 23, 14:00 UTC',
      'Meeting ID 855 1234 5678',
    ]);
  });
});
