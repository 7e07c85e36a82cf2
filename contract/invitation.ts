/** What `POST /api/v1/invitations` takes, both from the card's props. */
export interface InvitationRequest {
  card_id: string;
  meeting_id: string;
}

/** What it answers with 200, to the host alone. */
export interface Invitation {
  /** As Zoom writes it, in several lines: with the passcode, and with numbers to dial where the account has some. */
  text: string;
}
