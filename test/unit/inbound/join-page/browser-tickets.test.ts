import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {createBrowserTickets} from '../../../../server/inbound/join-page/browser-tickets.js';
import {createSigner} from '../../../../server/lib/create-signer.js';
import {createManualClock} from '../../../support/manual-clock.js';

const clock = createManualClock();
const HOURS = 60 * 60_000;
const ticketsOf = (key: string | undefined, origin: string | undefined = 'https://join.example.org') =>
  createBrowserTickets({
    signer: key === undefined ? undefined : createSigner(Buffer.from(key), 'v1'),
    origin,
    clock,
  });
const tickets = ticketsOf('key');
const subject = {cardId: 'card-1', number: '85512345678'};
const passIn = (url: string | undefined): string => new URL(String(url)).pathname.split('/').at(-1) ?? '';

describe('the ticket of a member', () => {
  it('is an address of the join page, and good for half a day', () => {
    const url = tickets.issue({userId: 'ben', ...subject});
    expect(url).toMatch(/^https:\/\/join\.example\.org\/plugins\/zoom\/join-page\/[\w-]+\.v1\.[\w-]{43}$/);
    const expiresAt = clock.now() + 12 * HOURS;
    expect(tickets.read(passIn(url))).toEqual({userId: 'ben', expiresAt, into: subject});
  });

  it('leads into a stream URL, too', () => {
    const url = tickets.issue({userId: 'ben', streamDigest: 'digest'});
    expect(tickets.read(passIn(url))).toMatchObject({userId: 'ben', into: {streamDigest: 'digest'}});
  });

  it('A-44 is known by nobody else’s key, and changed by nobody', () => {
    const ticket = passIn(tickets.issue({userId: 'ben', ...subject}));
    expect(ticketsOf('another key').read(ticket)).toBeUndefined();
    const [text = '', version, signature] = ticket.split('.');
    const facts = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[];
    const forged = Buffer.from(JSON.stringify(['root', ...facts.slice(1)])).toString('base64url');
    expect(tickets.read([forged, version, signature].join('.'))).toBeUndefined();
    fc.assert(
      fc.property(fc.nat({max: ticket.length - 1}), fc.constantFrom(...'aZ0-_.'), (at, sign) => {
        const other = ticket.slice(0, at) + sign + ticket.slice(at + 1);
        expect(tickets.read(other)).toEqual(other === ticket ? expect.anything() : undefined);
      }),
    );
  });

  it.each([
    ['signs between', (text: string) => text.replace(/^.{8}/, '$& !*')],
    ['an end', (text: string) => `${text}==x`],
  ])('A-48 is written in one way, by which it is counted: with %s it is none', (_what, change) => {
    const [text = '', ...rest] = passIn(tickets.issue({userId: 'ben', ...subject})).split('.');
    expect(tickets.read([text, ...rest].join('.'))).toBeDefined();
    expect(tickets.read([change(text), ...rest].join('.'))).toBeUndefined();
  });

  it('is none of what anybody writes', () => {
    fc.assert(fc.property(fc.string(), (written) => expect(tickets.read(written)).toBeUndefined()));
  });

  it('is not there without a page, or without a key', () => {
    expect(ticketsOf(undefined).issue({userId: 'ben', ...subject})).toBeUndefined();
    const known = passIn(tickets.issue({userId: 'ben', ...subject}));
    expect(ticketsOf(undefined).read(known)).toBeUndefined();
    const none = createBrowserTickets({
      signer: createSigner(Buffer.from('k'), 'v1'),
      origin: undefined,
      clock,
    });
    expect(none.issue({userId: 'ben', ...subject})).toBeUndefined();
  });
});
