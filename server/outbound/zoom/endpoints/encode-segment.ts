import {ZoomError} from '../../../core/ports/zoom.js';

/**
 * A value as one segment of a path. URL parsers collapse `.` and `..` even where they stand for a name, and an
 * empty segment would ask for the collection: these name nothing, which is what Zoom's code 300 says of a bad id.
 */
export function encodeSegment(value: string): string {
  if (value === '' || value === '.' || value === '..') {
    throw new ZoomError({kind: 'refused', code: 300}, {reason: 'unusable id'});
  }
  return encodeURIComponent(value);
}

/**
 * A meeting UUID as one segment. One that begins with a slash or holds two in a row is encoded twice:
 * https://developers.zoom.us/docs/api/using-zoom-apis/#meeting-ids-and-uuids
 */
export function encodeUuid(uuid: string): string {
  const once = encodeSegment(uuid);
  return uuid.startsWith('/') || uuid.includes('//') ? encodeURIComponent(once) : once;
}
