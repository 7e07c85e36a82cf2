/** Which number a person’s meetings have: their personal one, a new one each time, or as they say at each start. */
export const MEETING_ID_CHOICES = ['personal', 'unique', 'ask'] as const;
export type MeetingIdChoice = (typeof MEETING_ID_CHOICES)[number];
