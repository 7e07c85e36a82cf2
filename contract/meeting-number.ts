/** The numbers that Zoom gives have 9 to 11 digits. */
const THREE_GROUPS = /^(\d{3})(\d{3,4}?)(\d{3,4})$/;

/** As Zoom prints it: `85512345678` → `855 1234 5678`, `1234567890` → `123 456 7890`. Any other length stays whole. */
export const formatMeetingNumber = (number: string): string => number.replace(THREE_GROUPS, '$1 $2 $3');
