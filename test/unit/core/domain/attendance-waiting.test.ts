import {describe, expect, it} from '@jest/globals';
import {attendance} from '../../../../server/core/domain/attendance.js';
import {
  after,
  begins,
  ends,
  joins,
  leaves,
  presentAfter,
  tookPartAfter,
  waitingAfter,
} from '../../../support/meeting-story.js';
import {ana} from '../../../support/people.js';

const host = {stayId: '1', zoomUserId: 'zoom-ana', userId: ana.id, name: 'Ana Silva'};
const ben = {stayId: '2', zoomUserId: 'zoom-ben', userId: 'ben', name: 'Ben Okri'};
const zoe = {stayId: '4', name: 'Zoe Smith'};

describe('Who waits', () => {
  it('is counted until they are let in, or give up', () => {
    const waiting = [begins(0), joins(1, host), joins(5, zoe, 'waitingRoom')];
    expect(waitingAfter(...waiting)).toBe(1);
    expect(presentAfter(...waiting)).toEqual(['*Ana Silva']);
    expect(waitingAfter(...waiting, leaves(8, zoe, 'waitingRoom'), joins(9, zoe))).toBe(0);
    expect(presentAfter(...waiting, leaves(8, zoe, 'waitingRoom'), joins(9, zoe))).toEqual([
      '*Ana Silva',
      'Zoe',
    ]);
    expect(waitingAfter(...waiting, leaves(8, zoe, 'waitingRoom'))).toBe(0);
    expect(waitingAfter(...waiting, leaves(60, zoe))).toBe(0);
  });

  it('is out while they are put into the waiting room, and in again when admitted', () => {
    const put = [joins(1, zoe), joins(60, zoe, 'waitingRoom')];
    expect([presentAfter(...put), waitingAfter(...put)]).toEqual([[], 1]);
    const alsoLeft = [...put, leaves(60, zoe)];
    expect([presentAfter(...alsoLeft), waitingAfter(...alsoLeft)]).toEqual([[], 1]);
    const admitted = [...put, leaves(70, zoe, 'waitingRoom'), joins(71, zoe)];
    expect([presentAfter(...admitted), waitingAfter(...admitted)]).toEqual([['Zoe'], 0]);
    const gone = [...put, leaves(70, zoe, 'waitingRoom')];
    expect([presentAfter(...gone), waitingAfter(...gone)]).toEqual([[], 0]);
  });

  it('stops waiting for the host when the host comes, and does not begin again when the host goes', () => {
    const waiting = [joins(1, zoe, 'forTheHost'), joins(2, ben, 'forTheHost')];
    expect(waitingAfter(...waiting)).toBe(2);
    expect(waitingAfter(...waiting, joins(9, host))).toBe(0);
    expect(waitingAfter(...waiting, joins(9, host), leaves(20, host))).toBe(0);
  });

  it('stops waiting for the host when the meeting begins, before Zoom has told who came', () => {
    const waiting = [joins(1, zoe, 'forTheHost'), joins(2, ben, 'waitingRoom')];
    expect(waitingAfter(...waiting, begins(9))).toBe(1);
    expect(waitingAfter(...waiting, begins(9), joins(12, zoe, 'forTheHost'))).toBe(2);
  });

  it('waits on in the waiting room when the host has come', () => {
    const story = [joins(1, zoe, 'forTheHost'), joins(9, zoe, 'waitingRoom'), joins(9, host)];
    expect(waitingAfter(...story)).toBe(1);
  });

  it('is one person with two devices, and never the host', () => {
    const phone = {...ben, stayId: '8'};
    expect(waitingAfter(joins(1, ben, 'waitingRoom'), joins(2, phone, 'waitingRoom'))).toBe(1);
    expect(waitingAfter(joins(1, host, 'waitingRoom'))).toBe(0);
  });

  it('has not taken part', () => {
    const story = [joins(1, host), joins(2, zoe, 'waitingRoom'), leaves(5, zoe, 'waitingRoom'), ends(9)];
    expect(tookPartAfter(...story)).toEqual(['*Ana Silva']);
  });
});

describe('The host', () => {
  it('is in, whichever device they came by', () => {
    const phone = {stayId: '8', userId: ana.id, name: 'Ana Silva'};
    expect(attendance(after(begins(0), joins(1, phone))).hostIsIn).toBe(true);
    expect(attendance(after(begins(0), joins(1, host), joins(2, phone), leaves(3, host))).hostIsIn).toBe(
      true,
    );
  });

  it.each([
    ['has not come while others are in who came before them', [begins(0), joins(1, zoe)], true],
    ['has come', [begins(0), joins(1, zoe), joins(9, host)], false],
    ['has come and gone', [begins(0), joins(1, host), joins(2, zoe), leaves(9, host)], false],
    ['may have come where nobody knows who was there when it began', [begins(0), joins(300, zoe)], false],
    ['is awaited by nobody before it begins', [joins(1, zoe, 'forTheHost')], false],
    ['is no longer awaited once it is over', [begins(0), joins(1, zoe), ends(9)], false],
  ])('%s', (_how, events, isWithoutHost) => {
    expect(attendance(after(...events)).isWithoutHost).toBe(isWithoutHost);
  });
});
