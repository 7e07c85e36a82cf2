import {PASSCODE_FIELDS} from '../ports/zoom/passcode-fields.js';

/** In links: the passcode, in a form that Zoom's clients read. */
const PASSCODE_PARAMETER = /([?&])pwd=[^&#\s"'<>]*(&?)/gi;

/** Who reads an answer. */
interface ReaderInZoom {
  /** `undefined`: nobody in Zoom. */
  zoomUserId: string | undefined;
  /** They host what the answer is about, as far as its parts do not name somebody else. */
  isHost: boolean;
}

/**
 * An answer of Zoom's with passcodes only where the reader is the host. The nearest part that names a host counts
 * (`host_id`, or `is_host` in a list of what somebody takes part in).
 */
export function withoutPasscodes(answer: unknown, reader: ReaderInZoom): unknown {
  if (typeof answer === 'string') return reader.isHost ? answer : withoutParameter(answer);
  if (Array.isArray(answer)) return answer.map((part) => withoutPasscodes(part, reader));
  if (typeof answer !== 'object' || answer === null) return answer;
  const within = {...reader, isHost: hostedBy(reader, answer) ?? reader.isHost};
  return Object.fromEntries(
    Object.entries(answer)
      .filter(([name]) => within.isHost || !PASSCODE_FIELDS.includes(name))
      .map(([name, part]) => [name, withoutPasscodes(part, within)]),
  );
}

/** `undefined`: it does not say. */
function hostedBy(
  {zoomUserId}: ReaderInZoom,
  part: {host_id?: unknown; is_host?: unknown},
): boolean | undefined {
  if (typeof part.host_id === 'string') return part.host_id === zoomUserId;
  return typeof part.is_host === 'boolean' ? part.is_host && zoomUserId !== undefined : undefined;
}

const withoutParameter = (text: string): string =>
  text.replaceAll(PASSCODE_PARAMETER, (_all, before: string, after: string) => (after === '' ? '' : before));
