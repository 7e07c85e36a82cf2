import {describe, expect, it} from '@jest/globals';
import {attendance} from '../../../../server/core/domain/attendance.js';
import {
  after,
  begins,
  ends,
  joins,
  leaves,
  lists,
  presentAfter,
  second,
  tookPartAfter,
  waitingAfter,
} from '../../../support/meeting-story.js';
import {ana} from '../../../support/people.js';

const host = {stayId: '1', zoomUserId: 'zoom-ana', userId: ana.id, name: 'Ana Silva'};
const ben = {stayId: '2', zoomUserId: 'zoom-ben', userId: 'ben', name: 'Ben Okri'};
const chloe = {stayId: '3', addressDigest: 'digest-chloe', userId: 'chloe', name: 'Chloé'};
const zoe = {stayId: '4', name: 'Zoe Smith'};

describe('Who is in', () => {
  it('is listed with the host first, then colleagues, then guests by first name, each as they came', () => {
    const events = [joins(1, zoe), joins(2, chloe), joins(3, ben), joins(4, host)];
    expect(presentAfter(begins(0), ...events)).toEqual(['*Ana Silva', '@Chloé', '@Ben Okri', 'Zoe']);
  });

  it('has the host’s name of Mattermost where Zoom alone knows the host', () => {
    expect(presentAfter(joins(1, {stayId: '1', zoomUserId: 'zoom-ana', name: 'iPhone'}))).toEqual([
      '*Ana Silva',
    ]);
  });

  it('is known by colleagues’ names of Mattermost, also when Mattermost did not answer the last time', () => {
    const unrecognised = {stayId: '2', zoomUserId: 'zoom-ben', name: 'Benny'};
    expect(presentAfter(joins(1, ben), joins(9, unrecognised, 'breakoutRoom'))).toEqual(['@Ben Okri']);
    expect(presentAfter(joins(1, unrecognised), joins(9, {...ben, stayId: '7'}))).toEqual(['@Ben Okri']);
  });

  it('has the latest name that a guest gave themselves', () => {
    const renamed = {...zoe, zoomUserId: 'zoom-zoe', name: 'Zoë'};
    expect(presentAfter(joins(1, {...renamed, name: 'Z'}), joins(5, renamed))).toEqual(['Zoë']);
  });

  it('is nobody when all have left, however often they say so', () => {
    expect(presentAfter(joins(1, ben), leaves(5, ben), leaves(5, ben))).toEqual([]);
    expect(presentAfter(leaves(5, ben))).toEqual([]);
  });

  it('is nobody at the end, though Zoom said of nobody that they left', () => {
    const over = attendance(
      after(begins(0), joins(1, host), joins(2, zoe), joins(3, ben, 'waitingRoom'), ends(9)),
    );
    expect(over).toMatchObject({present: {people: [], count: 0}, waiting: 0, hostIsIn: false});
    expect(over.tookPart.count).toBe(2);
  });
});

describe('Who comes back', () => {
  it('is in once, and out when they leave again', () => {
    const back = [joins(1, ben), leaves(5, ben), joins(60, {...ben, stayId: '9'})];
    expect(presentAfter(...back)).toEqual(['@Ben Okri']);
    expect(presentAfter(...back, leaves(90, {...ben, stayId: '9'}))).toEqual([]);
  });

  it('stays in when the word of their first leave comes last', () => {
    expect(presentAfter(joins(1, ben), joins(60, ben), leaves(5, ben))).toEqual(['@Ben Okri']);
    const [first, next] = [zoe, {...zoe, stayId: '9'}];
    expect(presentAfter(joins(1, first), joins(60, next), leaves(5, first))).toEqual(['Zoe']);
  });

  it('is in when leave and return are within one second, and Zoom’s times are the same', () => {
    expect(presentAfter(joins(1, zoe), leaves(5, zoe), joins(5, zoe))).toEqual(['Zoe']);
    expect(presentAfter(joins(5, zoe), leaves(5, zoe))).toEqual([]);
  });

  it('is one person afterwards, as a guest too, under whatever number', () => {
    const story = [joins(1, zoe), leaves(5, zoe), joins(60, {...zoe, stayId: '9'}), ends(90)];
    expect(tookPartAfter(...story)).toEqual(['Zoe']);
  });
});

describe('Somebody with two devices', () => {
  const phone = {...ben, stayId: '8', name: 'Ben’s phone'};

  it('is one person until both are gone', () => {
    const both = [joins(1, ben), joins(2, phone)];
    expect(presentAfter(...both)).toHaveLength(1);
    expect(presentAfter(...both, leaves(5, ben))).toHaveLength(1);
    expect(presentAfter(...both, leaves(5, ben), leaves(6, phone))).toEqual([]);
  });

  it('is one person where one device tells the address, another the Zoom user, and a third both', () => {
    const known = {stayId: '5', addressDigest: 'digest', name: 'Dee'};
    const other = {stayId: '6', zoomUserId: 'zoom-dee', name: 'Dee D'};
    const both = {stayId: '7', addressDigest: 'digest', zoomUserId: 'zoom-dee', name: 'D'};
    expect(presentAfter(joins(1, known), joins(2, other))).toHaveLength(2);
    expect(presentAfter(joins(1, known), joins(2, other), joins(3, both))).toHaveLength(1);
  });

  it('does not wait while they are in', () => {
    expect(waitingAfter(joins(1, ben), joins(5, phone, 'waitingRoom'))).toBe(0);
  });
});

describe('A move to a breakout room', () => {
  it.each([
    ['leave before the join', 60, 61],
    ['leave and join within the same second', 60, 60],
    ['leave after the join', 62, 60],
  ])('keeps them in: %s', (_order, left, joined) => {
    const story = [joins(1, zoe), leaves(left, zoe), joins(joined, zoe, 'breakoutRoom')];
    expect(presentAfter(...story)).toEqual(['Zoe']);
    expect(presentAfter(...story, leaves(90, zoe, 'breakoutRoom'), joins(91, zoe))).toEqual(['Zoe']);
    expect(presentAfter(...story, leaves(90, zoe, 'breakoutRoom'))).toEqual([]);
    expect(presentAfter(...story, leaves(90, zoe))).toEqual([]);
  });

  it('keeps them in under another number, and is one person', () => {
    const there = {...zoe, stayId: '9'};
    const story = [joins(1, zoe), leaves(60, zoe), joins(61, there, 'breakoutRoom')];
    expect(presentAfter(...story)).toEqual(['Zoe']);
    expect(presentAfter(...story, leaves(90, there, 'breakoutRoom'))).toEqual([]);
    expect(tookPartAfter(...story, ends(99))).toEqual(['Zoe']);
  });

  it('changes nothing while their stay in the meeting goes on', () => {
    const story = [joins(1, zoe), joins(60, zoe, 'breakoutRoom'), leaves(90, zoe, 'breakoutRoom')];
    expect(presentAfter(...story)).toEqual(['Zoe']);
    expect(presentAfter(...story, leaves(95, zoe))).toEqual([]);
    const other = {...ben, stayId: '9'};
    expect(presentAfter(joins(1, ben), joins(60, other, 'breakoutRoom'))).toHaveLength(1);
  });

  it('goes on from room to room', () => {
    const story = [joins(1, zoe), leaves(60, zoe), joins(61, zoe, 'breakoutRoom')];
    const moved = [...story, leaves(90, zoe, 'breakoutRoom'), joins(90, zoe, 'breakoutRoom')];
    expect(presentAfter(...moved)).toEqual(['Zoe']);
  });
});

describe('Guests of one name', () => {
  const [one, two] = [
    {stayId: '5', name: 'iPhone'},
    {stayId: '6', name: 'iPhone'},
  ];

  it('are as many as are in at the same time', () => {
    expect(presentAfter(joins(1, one), joins(2, two))).toEqual(['iPhone', 'iPhone']);
    expect(presentAfter(joins(1, one), joins(2, two), leaves(3, one))).toEqual(['iPhone']);
    expect(tookPartAfter(joins(1, one), joins(2, two), leaves(3, one), ends(9))).toEqual([
      'iPhone',
      'iPhone',
    ]);
  });

  it('are one where one goes as the other comes', () => {
    expect(tookPartAfter(joins(1, one), leaves(5, one), joins(5, two), ends(9))).toEqual(['iPhone']);
  });

  it('are those of Zoom’s list where it has them, maybe under other numbers than it told before', () => {
    const heard = {...one, stayId: '55555AAAiAAAAAiAiAiiAii=='};
    const before = [joins(1, heard), ends(9)];
    expect(tookPartAfter(...before, lists(1, 9, one))).toEqual(['iPhone']);
    expect(tookPartAfter(lists(1, 9, one), ...before)).toEqual(['iPhone']);
    expect(tookPartAfter(...before, lists(1, 9, one, two))).toEqual(['iPhone', 'iPhone']);
    expect(tookPartAfter(...before, lists(1, 9, {stayId: '7', name: 'Ipad'}))).toEqual(['Ipad', 'iPhone']);
  });

  it('wait and come in one by one, under whatever number', () => {
    const both = [joins(1, one, 'waitingRoom'), joins(2, two, 'waitingRoom')];
    expect(waitingAfter(...both)).toBe(2);
    expect(waitingAfter(...both, joins(3, one))).toBe(1);
    expect(waitingAfter(...both, joins(3, {stayId: '7', name: 'iPhone'}))).toBe(1);
    expect(waitingAfter(joins(1, {stayId: '7', name: 'iPhone'}), joins(3, one, 'waitingRoom'))).toBe(1);
  });

  it('are told apart from callers and from guests without a name', () => {
    const caller = {stayId: '7', name: '+49 170 1234567'};
    const nameless = {stayId: '8', name: ''};
    expect(attendance(after(joins(1, caller), joins(2, nameless))).present).toEqual({
      people: [{name: '', isCaller: true}, {name: ''}],
      count: 2,
    });
  });
});

describe('People without any id', () => {
  const someone = {name: 'Kim'};

  it('come and go by their name', () => {
    expect(presentAfter(joins(1, someone))).toEqual(['Kim']);
    expect(presentAfter(joins(1, someone), leaves(5, someone))).toEqual([]);
    expect(presentAfter(leaves(5, someone), joins(9, someone))).toEqual(['Kim']);
  });

  it('are not counted once more where Zoom also gives a number', () => {
    expect(presentAfter(joins(1, someone), joins(1, {...someone, stayId: '5'}))).toEqual(['Kim']);
  });
});

describe('What Zoom tells afterwards', () => {
  const known = {
    number: '85512345678',
    uuid: 'uuid-1==',
    receivedAt: second(9_000),
    kind: 'attended',
  } as const;
  const span = (participant: typeof zoe, from: number, to: number) => ({
    participant,
    joinedAt: second(from),
    leftAt: second(to),
  });

  it('fills in who took part where nobody told of them', () => {
    const attendances = [span(zoe, 1, 90), span({...zoe, stayId: '6', name: 'Kim Lee'}, 2, 90)];
    expect(tookPartAfter(begins(0), ends(90), {...known, attendances})).toEqual(['Zoe', 'Kim']);
  });

  it('counts nobody twice whom the events have told of', () => {
    const attendances = [span(zoe, 1, 90), span(ben, 2, 90)];
    const story = [begins(0), joins(1, zoe), joins(2, ben), ends(90)];
    expect(tookPartAfter(...story, {...known, attendances})).toEqual(['@Ben Okri', 'Zoe']);
  });

  it('counts nobody twice where Zoom gives no numbers then', () => {
    const {stayId, ...numberless} = zoe;
    const attendances = [{participant: numberless, joinedAt: second(1), leftAt: second(90)}];
    expect([stayId, tookPartAfter(joins(1, zoe), ends(90), {...known, attendances})]).toEqual(['4', ['Zoe']]);
  });
});

describe('A card', () => {
  it('keeps no address and no telephone number, whatever people call themselves', () => {
    const told = [
      {name: 'zoe@example.org'},
      {name: '+49 170 1234567'},
      {name: 'Kim <kim@example.org>', stayId: '7'},
    ];
    const card = after(...told.map((who, index) => joins(index, who)));
    expect(JSON.stringify(card)).not.toMatch(/example|\+49/);
    expect(attendance(card).present.count).toBe(3);
  });

  it('knows nobody while Zoom tells of nobody', () => {
    expect(attendance(after(begins(0)))).toMatchObject({isTold: false, isWithoutHost: false});
  });

  it('counts all, and names the first eight', () => {
    const many = Array.from({length: 40}, (_, index) =>
      joins(index, {stayId: `1${index + 10}`, name: `G${index}`}),
    );
    const {present} = attendance(after(...many));
    expect([present.count, present.people.map(({name}) => name)]).toEqual([
      40,
      ['G0', 'G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'G7'],
    ]);
  });

  it('keeps 2,000 stays, the first that Zoom numbered, whatever the order', () => {
    const numbers = Array.from({length: 2_003}, (_, index) => String(index + 1));
    const attendances = numbers.map((stayId) => ({participant: {stayId, name: 'G'}, joinedAt: 1, leftAt: 2}));
    const told = {number: '85512345678', uuid: 'uuid-1==', receivedAt: second(1), kind: 'attended'} as const;
    const forwards = after({...told, attendances}, joins(1, {stayId: '2004', name: 'G'}));
    const backwards = after(joins(1, {stayId: '2004', name: 'G'}), {
      ...told,
      attendances: attendances.reverse(),
    });
    expect(forwards.stays).toHaveLength(2_000);
    expect(forwards.stays?.at(-1)?.id).toBe('2000');
    expect(backwards).toEqual(forwards);
  });
});
