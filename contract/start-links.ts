/** What `POST /api/v1/start-links` takes, both from the card's props. */
export interface StartLinkRequest {
  card_id: string;
  meeting_id: string;
}

/** What it answers: a link that signs its holder in as the host. */
export interface StartLinkAnswer {
  start_url: string;
}
