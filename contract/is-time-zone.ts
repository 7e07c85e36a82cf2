/** Whether a time zone is known here, by its IANA name. A server and a browser may know different ones. */
export function isTimeZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat('en', {timeZone: name}).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
