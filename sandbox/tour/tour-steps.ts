/** One thing that happens, and what the card says of it. */
export interface TourStep {
  /** In one sentence. */
  readonly says: string;
  /** What is typed for it in the sandbox's terminal. */
  readonly lines: readonly string[];
  /** The newest card has followed when it says all of this … */
  readonly until: readonly string[];
  /** … and nothing of that. */
  readonly without?: readonly string[];
  /** What some other message says by then. */
  readonly told?: string;
}

/** A meeting from its beginning to its end, one that is taken back, and one of whose end Zoom never tells. */
export const TOUR: readonly TourStep[] = [
  {
    says: 'Ana types a command in the channel, and everyone there gets a card.',
    lines: ['/zoom start Weekly planning'],
    until: ['opened “Weekly planning”'],
  },
  {
    says: 'Ben opens the link before Ana does: he waits, and the card says so.',
    lines: ['zoom join Ben'],
    until: ['One person is waiting for the host.'],
  },
  {
    says: 'Ana is told by direct message, once a meeting, with a button that lets her begin as host.',
    lines: [],
    until: ['One person is waiting for the host.'],
    told: 'is waiting for you in “Weekly planning”',
  },
  {
    says: 'Ana begins in Zoom, and Ben comes in.',
    lines: ['zoom start'],
    until: ['In the meeting: Ana Silva (host) and Ben Okafor'],
    without: ['waiting'],
  },
  {
    says: 'A guest joins by name, and somebody dials in: nobody reads a telephone number.',
    lines: ['zoom join Carla Mota', 'zoom phone'],
    until: ['Carla (guest)', 'a caller'],
    without: ['1646'],
  },
  {
    says: 'Ben takes his telephone as a second device, and Zoom sends that twice: he is still one person.',
    lines: ['zoom fault webhook twice', 'zoom join Ben'],
    until: ['Ana Silva (host), Ben Okafor, Carla (guest), and a caller'],
  },
  {
    says: 'Carla goes to a breakout room and comes back, which Zoom tells as leaving: she stays on the card.',
    lines: ['zoom breakout Carla Mota', 'zoom breakout Carla Mota'],
    until: ['Carla (guest)'],
  },
  {
    says: 'Carla leaves for good.',
    lines: ['zoom leave Carla Mota'],
    until: ['Ana Silva (host), Ben Okafor, and a caller'],
    without: ['Carla'],
  },
  {
    says: 'Ana ends the meeting for all: the card says how long it was, and who took part.',
    lines: ['zoom end'],
    until: [
      'has ended after',
      '4 people took part: Ana Silva (host), Ben Okafor, Carla (guest), and a caller',
    ],
  },
  {
    says: 'Ana opens another one by mistake, and takes it back.',
    lines: ['/zoom start Wrong channel', '/zoom cancel'],
    until: ['cancelled the Zoom meeting “Wrong channel”'],
  },
  {
    says: 'A third meeting is on when all webhooks begin to get lost: nobody hears of its end.',
    lines: ['/zoom start Retrospective', 'zoom start', 'zoom join Ben', 'zoom fault webhook day', 'zoom end'],
    until: ['In the meeting: Ana Silva (host) and Ben Okafor'],
  },
  {
    says: 'Twenty minutes later the plugin has asked Zoom by itself, and the card tells the truth again.',
    lines: ['later', 'zoom mend'],
    until: ['“Retrospective” that Ana Silva started has ended after'],
  },
];
