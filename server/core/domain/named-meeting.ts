/** Nine to eleven digits, at once or in groups as Zoom prints them; with nothing or a blank behind. */
const NUMBER = /^(\d{3}[ -]\d{3,4}[ -]\d{3,4}|\d{9,11})(?=\s|$)/;

/** What somebody typed behind a command: a meeting, by its number or a link, and words. */
export interface NamedMeetingAndWords {
  /** Digits, or what was typed for a link; '' where nothing was typed. */
  meeting: string;
  words: string;
}

/** `855 1234 5678 Weekly planning` is a number and a topic, as is `https://zoom.us/j/85512345678 Weekly planning`. */
export function readNamedMeeting(typed: string): NamedMeetingAndWords {
  const text = typed.trim();
  const number = NUMBER.exec(text)?.[0];
  const first = number ?? /^\S*/.exec(text)?.[0] ?? '';
  return {meeting: number?.replace(/\D/g, '') ?? first, words: text.slice(first.length).trim()};
}

export const isMeetingNumber = (meeting: string): boolean => /^\d{9,11}$/.test(meeting);
