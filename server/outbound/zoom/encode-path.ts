import {zoomTrouble} from '../../core/ports/port-error.js';
import type {Query, Segment} from '../../core/ports/zoom/endpoint.js';

/** The path of a request, from the slash on: `/users/ana%40example.org/meetings?page_size=300`. */
export function encodePath(segments: readonly Segment[], query: Query = {}): string {
  const path = segments.map((segment) => `/${encodeSegment(segment)}`).join('');
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined
      ? []
      : [`${encodeURIComponent(name)}=${encodeURIComponent(String(value).toWellFormed())}`],
  );
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`;
}

/**
 * A UUID that begins with a slash or holds two in a row is encoded twice:
 * https://developers.zoom.us/docs/api/using-zoom-apis/#meeting-ids-and-uuids
 */
function encodeSegment(segment: Segment): string {
  if (typeof segment === 'string') return encode(segment);
  const {uuid} = segment;
  const once = encode(uuid);
  return uuid.startsWith('/') || uuid.includes('//') ? encodeURIComponent(once) : once;
}

/**
 * URL parsers collapse `.` and `..` even where they are names, and a gateway on the way may do so behind an encoded
 * slash. An empty segment would ask for the collection, and half a character cannot be encoded. None of these names
 * anything, which is what Zoom's code 300 says about a bad id.
 */
function encode(value: string): string {
  const isStep = value.split(/[/\\]/).some((part) => part === '.' || part === '..');
  if (value === '' || isStep || !value.isWellFormed()) {
    throw zoomTrouble({kind: 'invalid', fields: []}, {reason: 'unusable id'});
  }
  return encodeURIComponent(value);
}
