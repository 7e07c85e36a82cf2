/** Milliseconds since the Unix epoch. */
type Time = number;

/** Of what kind something in Zoom is that can become a card. */
export const IMPORT_KINDS = ['meeting', 'webinar'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** `GET /api/v1/import?kind=…&when=…&page=…`, of what the person hosts. */
export interface ImportQuery {
  kind: ImportKind;
  /** Past ones of webinars alone: Zoom lists no meetings that are over. */
  when: 'upcoming' | 'past';
  /** From the answer before; absent: the first. */
  page?: string | undefined;
}

/** What it answers with 200. */
export interface ImportPage {
  items: readonly ImportItem[];
  /** Absent: there are no more. It may be there although there are no items; a series may come again on that page. */
  next?: string;
}

/** A meeting or webinar in Zoom. */
export interface ImportItem {
  kind: ImportKind;
  /** Digits. */
  number: string;
  topic: string;
  /** Absent: it has no fixed time. */
  starts_at?: Time;
  minutes?: number;
  is_series?: true;
  /** Why it cannot become a card: people have to be signed in to Zoom. */
  obstacle?: 'sign-in';
  /** Another one of the list that is planned for the same time: Zoom lets a host run only so many at once. */
  overlaps?: true;
}

/** `POST /api/v1/import`: one of them becomes a card. */
export interface ImportRequest {
  channel_id: string;
  /** Of the thread; `''`: none. */
  root_id: string;
  kind: ImportKind;
  number: string;
  /** Seen here alone. */
  title?: string | undefined;
  description?: string | undefined;
  picture?: {name: string; /** Of the file's bytes. */ base64: string} | undefined;
  /** The person knows that many people will read it. */
  large_channel?: true | undefined;
}

/** What it answers with 200. */
export interface Imported {
  post_id: string;
  card_id: string;
}

/** The largest picture, in bytes. */
export const MAX_PICTURE_BYTES = 4 * 1024 * 1024;
