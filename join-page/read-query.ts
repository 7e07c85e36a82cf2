/** What the page's address says, besides the pass: text of whoever made the link, and nothing more. */
export interface PageQuery {
  name: string;
  email: string;
  /** The Zoom app is to be opened instead. */
  opensApp: boolean;
  /** The page is as high as its frame. */
  fills: boolean;
  /** Zoom's view has led back here. */
  hasLeft: boolean;
}

/** As the server cuts them. */
const LONGEST_NAME = 64;
const LONGEST_EMAIL = 254;

export function readQuery(search: string): PageQuery {
  const query = new URLSearchParams(search);
  return {
    name: plainText(query.get('name'), LONGEST_NAME),
    email: plainText(query.get('email'), LONGEST_EMAIL),
    opensApp: query.get('open') === 'app',
    fills: query.get('view') === 'fill',
    hasLeft: query.has(LEFT),
  };
}

const LEFT = 'left';

/** Where Zoom's view leads when somebody leaves: here, whence the Zoom app was not asked for again. */
export function leaveAddress(address: string): string {
  const url = new URL(address);
  url.searchParams.delete('open');
  url.searchParams.set(LEFT, '1');
  url.hash = '';
  return url.href;
}

/** The address without what {@link leaveAddress} has added. */
export function stayAddress(address: string): string {
  const url = new URL(address);
  url.searchParams.delete(LEFT);
  return url.href;
}

/** Control characters, and those that turn the direction of what follows. */
const UNSEEN = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+/gu;

const plainText = (text: string | null, longest: number): string =>
  [
    ...(text ?? '')
      .slice(0, 4 * longest)
      .replace(UNSEEN, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  ]
    .slice(0, longest)
    .join('');
