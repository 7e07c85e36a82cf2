/** What `POST /api/v1/meetings/end` and `/cancel` take, both from the card's props. */
export interface CloseMeetingRequest {
  card_id: string;
  meeting_id: string;
}

/** What they answer. */
export interface MeetingClosed {
  /** A sentence for the presser where there is more to say than the card shows; absent: the card says it all. */
  message?: string;
}
