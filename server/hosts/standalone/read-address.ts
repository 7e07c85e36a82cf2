import {readUrl} from '../../../contract/read-url.js';

/** A page in Mattermost, whose address people copy from their browser. */
const PAGE = /\/(channels|messages|pl|threads|admin_console|login|api)(\/|$)/;

/** `origin`: scheme, host and port alone · `site`: a path may follow, below which Mattermost is */
export type AddressKind = 'origin' | 'site';

type Reading = {ok: true; address: string} | {ok: false; /** The end of a sentence. */ problem: string};

const wrong = (problem: string): Reading => ({ok: false, problem});

/** Reads a web address that somebody typed; without a slash at the end, scheme and host in lower case. */
export function readAddress(typed: string, kind: AddressKind): Reading {
  const text = typed.trim();
  if (text === '') return wrong('is missing');
  if (!/^https?:\/\//i.test(text)) return wrong('must begin with https:// or http://');
  const url = readUrl(text);
  if (url === undefined) return wrong('is no web address');
  const {origin, pathname, username, password, search, hash} = url;
  if (username !== '' || password !== '') return wrong('must hold no user name and no password');
  if (search !== '' || hash !== '' || /[?#]$/.test(text)) return wrong('must end before the ? or #');
  if (kind === 'origin' && pathname !== '/') return wrong('must have no path');
  if (PAGE.test(pathname)) return wrong('must be the Site URL alone, without the path of a page');
  return {ok: true, address: (origin + pathname).replace(/\/+$/, '')};
}
