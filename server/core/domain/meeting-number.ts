/** As Zoom prints it: `85512345678` → `855 1234 5678`, `1234567890` → `123 456 7890`. */
export function formatMeetingNumber(number: string): string {
  const tail = number.length > 10 ? 8 : 7;
  const head = number.slice(0, -tail);
  const middle = number.slice(-tail, -4);
  return [head, middle, number.slice(-4)].filter((part) => part !== '').join(' ');
}
