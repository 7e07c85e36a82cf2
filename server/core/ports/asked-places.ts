/** Where somebody asked for what they have to connect for first. */
export interface AskedPlace {
  channelId: string;
  rootId: string;
  /** Their client draws our cards, with their own buttons. */
  drawsCards: boolean;
  /** What they asked for; missing: to be connected. */
  meeting?:
    | {topic: string; besides: boolean; meetingId?: 'unique' | 'personal' | undefined; isForMany?: boolean}
    | undefined;
}

/** Remembered for a quarter of an hour. Rejects with `store-unavailable` or `record-unreadable`. */
export interface AskedPlaces {
  note(userId: string, asked: AskedPlace): Promise<void>;
  find(userId: string): Promise<AskedPlace | undefined>;
  /** The same, and its meeting is given to one caller alone. */
  take(userId: string): Promise<AskedPlace | undefined>;
}
